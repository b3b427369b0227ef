package org.whistle.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whistle.contracts.ContractViolation;
import org.whistle.contracts.WireFormat;

/**
 * The approved schemas. After a change of a record or of {@code fields.yaml}, {@code -Dwhistle.approve=true} writes them
 * anew; the difference is then read and committed like any other change.
 */
class SchemasTest {

    private static final Path FOLDER = Path.of("src/main/resources/schemas");

    static Stream<Contract> contracts() {
        return Contract.all().stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void approvedSchema_isTheOne_ofTheRecord(Contract contract) throws IOException {
        String generated = SchemaGenerator.generate(contract, FieldWords.load());
        if (Boolean.getBoolean("whistle.approve")) {
            Files.writeString(FOLDER.resolve(contract.name() + ".json"), generated);
        }

        assertThat(FOLDER.resolve(contract.name() + ".json")).content().isEqualTo(generated);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void schemasProperties_areTheComponents_ofTheRecord(Contract contract) {
        List<String> properties = new ArrayList<>();
        contract.schema().get("properties").fieldNames().forEachRemaining(properties::add);

        assertThat(properties)
                .containsExactlyElementsOf(Arrays.stream(contract.record().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void schemaRequires_whatTheRecordDoes(Contract contract) {
        List<String> required = new ArrayList<>();
        contract.schema().get("required").forEach(name -> required.add(name.asText()));

        assertThat(required)
                .containsExactlyElementsOf(Arrays.stream(contract.record().getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> isRefusedWithout(contract, name))
                        .toList());
        assertThat(required)
                .doesNotContainAnyElementsOf(Stream.concat(
                                Stream.of("no such field"),
                                Arrays.stream(contract.record().getRecordComponents())
                                        .filter(component ->
                                                component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                                        .map(RecordComponent::getName))
                        .toList());
    }

    private static boolean isRefusedWithout(Contract contract, String field) {
        JsonNode message = contract.example().without(field);
        try {
            WireFormat.read(contract.record(), message.toString().getBytes(StandardCharsets.UTF_8));
            return false;
        } catch (ContractViolation expected) {
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyField_saysWhatItMeans(Contract contract) {
        assertThat(contract.schema().path("title").asText()).isNotBlank();
        assertThat(contract.schema().path("description").asText()).isNotBlank();
        for (JsonNode described : contract.schema().findParents("description")) {
            assertThat(described.get("description").asText()).isNotBlank();
        }
        contract.schema().findValues("properties").stream()
                .filter(properties -> properties.findValue("const") == null)
                .forEach(properties -> properties.forEach(property ->
                        assertThat(property.path("description").asText()).isNotBlank()));
    }

    @Test
    void everySchemaFile_belongsToAMessage() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    contracts().map(contract -> contract.name() + ".json"),
                                    Stream.of(DeadLetterSchemaTest.NAME + ".json"))
                            .toList());
        }
    }

    @Test
    void everyWord_isAskedFor() {
        FieldWords words = FieldWords.load();
        contracts().forEach(contract -> SchemaGenerator.generate(contract, words));

        assertThat(words.unused()).isEmpty();
    }
}
