package org.whistle.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whistle.contracts.ContractViolation;
import org.whistle.contracts.WireFormat;

/**
 * Every bound of every schema, one at a time: what the schema refuses the record refuses too, naming the same field,
 * and what still keeps the bound both take.
 */
class BoundsTest {

    static Stream<Variant> broken() {
        return variants().filter(variant -> !variant.valid());
    }

    static Stream<Variant> kept() {
        return variants().filter(Variant::valid);
    }

    private static Stream<Variant> variants() {
        return Contract.all().stream().flatMap(contract -> new Variants(contract).all().stream());
    }

    private static Object read(Contract contract, JsonNode message) {
        return WireFormat.read(contract.record(), message.toString().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenBound_isRefused_bySchemaAndRecord_namingTheField(Variant variant) {
        assertThat(variant.contract().faults(variant.message())).contains(variant.field());
        ContractViolation violation =
                catchThrowableOfType(ContractViolation.class, () -> read(variant.contract(), variant.message()));
        assertThat(violation).isNotNull();
        assertThat(violation.field()).isEqualTo(variant.field());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void keptBound_isTaken_bySchemaAndRecord(Variant variant) {
        assertThat(variant.contract().faults(variant.message())).isEmpty();
        assertThatCode(() -> read(variant.contract(), variant.message())).doesNotThrowAnyException();
    }

    @Test
    void dispatch_isRefused_withoutALeadOrWithTwo() {
        Contract dispatched = contract("whistle.dispatch.ticket-dispatched.v1");
        for (String role : List.of("cooperating", "lead")) {
            ObjectNode message = dispatched.example();
            message.get("legs").forEach(leg -> ((ObjectNode) leg).put("role", role));

            assertThat(dispatched.faults(message)).containsExactly("legs");
            assertThat(catchThrowableOfType(ContractViolation.class, () -> read(dispatched, message)))
                    .extracting(ContractViolation::field)
                    .isEqualTo("legs");
        }
    }

    @Test
    void routineMatter_isRefused_asATicketsBeginning() {
        Contract filed = contract("whistle.intake.report-filed.v1");
        ObjectNode message = filed.example().put("matter", "routine");

        assertThat(filed.faults(message)).containsExactly("matter");
        assertThat(catchThrowableOfType(ContractViolation.class, () -> read(filed, message)))
                .extracting(ContractViolation::field)
                .isEqualTo("matter");
    }

    @Test
    void clock_isRefused_whenItsInstantsAreOutOfOrder() {
        Contract rework = contract("whistle.dispatch.rework-assigned.v1");
        ObjectNode message = rework.example();
        ObjectNode clock = (ObjectNode) message.get("handle");
        clock.set("superviseAt", clock.get("startedAt"));

        // No schema can compare two fields; its description says it.
        assertThat(catchThrowableOfType(ContractViolation.class, () -> read(rework, message)))
                .extracting(ContractViolation::field)
                .isEqualTo("handle");
    }

    @Test
    void place_isRefused_whenACodeDoesNotLieInItsParent() {
        Contract filed = contract("whistle.intake.report-filed.v1");
        ObjectNode message = filed.example();
        ((ObjectNode) message.get("place")).put("community", "370103009001");

        assertThat(catchThrowableOfType(ContractViolation.class, () -> read(filed, message)))
                .extracting(ContractViolation::field)
                .isEqualTo("place.community");
    }

    private static Contract contract(String name) {
        return Contract.all().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
