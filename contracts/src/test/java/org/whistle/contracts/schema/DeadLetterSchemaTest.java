package org.whistle.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The one message without a record here: what could not be processed is about a record, not about a ticket. */
class DeadLetterSchemaTest {

    static final String NAME = "whistle.deadletter.kept.v1";

    private static ObjectNode example() {
        return (ObjectNode) Contract.tree(Contract.resource("/examples/" + NAME + ".json"));
    }

    @Test
    void example_isValid() {
        assertThat(Contract.faults(NAME, example())).isEmpty();
    }

    @Test
    void deadLetter_isValid_whenTheRecordHadNeitherKeyNorBody() {
        assertThat(Contract.faults(NAME, example().putNull("key").putNull("value")))
                .isEmpty();
        assertThat(Contract.faults(NAME, example().without(java.util.List.of("key", "value"))))
                .isEmpty();
    }

    @Test
    void deadLetter_isNotValid_withoutItsCause() {
        assertThat(Contract.faults(NAME, example().without("cause"))).containsExactly("cause");
    }
}
