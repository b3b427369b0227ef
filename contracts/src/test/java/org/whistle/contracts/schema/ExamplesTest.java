package org.whistle.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whistle.contracts.WireFormat;

/** The approved examples: what a message of this version looks like, for good. */
class ExamplesTest {

    static Stream<Contract> contracts() {
        return Contract.all().stream();
    }

    private static Object read(Contract contract, JsonNode message) {
        return WireFormat.read(contract.record(), message.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String write(Object record) {
        return new String(WireFormat.write(record), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void example_isValid(Contract contract) {
        assertThat(contract.faults(contract.example())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void example_isWritten_asItWasRead(Contract contract) {
        ObjectNode example = contract.example();

        assertThat(write(read(contract, example))).isEqualTo(example.toString());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void olderReader_passesOver_whatANewerWriterAdded(Contract contract) {
        ObjectNode newer = contract.example();
        addUnknown(newer);

        assertThat(contract.faults(newer)).isEmpty();
        assertThat(read(contract, newer)).isEqualTo(read(contract, contract.example()));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void newerReader_reads_whatAnOlderWriterLeftOut(Contract contract) throws ReflectiveOperationException {
        ObjectNode older = contract.example();
        Set<String> required = new HashSet<>();
        contract.schema().get("required").forEach(name -> required.add(name.asText()));
        older.retain(required);

        assertThat(contract.faults(older)).isEmpty();
        Object read = read(contract, older);
        for (RecordComponent component : contract.record().getRecordComponents()) {
            if (!required.contains(component.getName())) {
                Object value = component.getAccessor().invoke(read);
                assertThat(value).isEqualTo(component.getType() == List.class ? List.of() : null);
            }
        }
    }

    @Test
    void everyExampleFile_belongsToAMessage() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/examples"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    contracts().map(contract -> contract.name() + ".json"),
                                    Stream.of(DeadLetterSchemaTest.NAME + ".json"))
                            .toList());
        }
    }

    private static void addUnknown(JsonNode node) {
        node.forEach(ExamplesTest::addUnknown);
        if (node instanceof ObjectNode object) {
            object.put("addedLater", "text")
                    .putObject("addedLaterToo")
                    .putArray("with")
                    .add(1);
        }
    }
}
