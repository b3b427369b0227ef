package org.whistle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.contracts.feedback.TicketReopened;

class WireFormatTest {

    private static final String TYPE = "whistle.feedback.ticket-reopened.v1";

    private static final TicketReopened EVENT = new TicketReopened(
            UUID.fromString("019cac65-0c80-7a11-8c22-9d33ae44bf55"),
            "井盖又松动了。",
            1,
            Actor.SYSTEM,
            Instant.parse("2026-03-02T01:00:00Z"));

    private static ContractViolation refusal(String type, byte[] body) {
        ContractViolation violation = catchThrowableOfType(ContractViolation.class, () -> WireFormat.read(type, body));
        assertThat(violation).isNotNull();
        return violation;
    }

    @Test
    void message_isRead_byItsWireName() {
        assertThat(EventTypes.nameOf(EVENT)).isEqualTo(TYPE);
        assertThat(WireFormat.read(TYPE, WireFormat.write(EVENT))).isEqualTo(EVENT);
    }

    @Test
    void absentFields_areLeftOut() {
        assertThat(new String(WireFormat.write(EVENT), StandardCharsets.UTF_8)).doesNotContain("department", "null");
    }

    @Test
    void unknownType_isRefused_byItsHeader() {
        assertThat(refusal("whistle.feedback.ticket-reopened.v9", WireFormat.write(EVENT))
                        .field())
                .isEqualTo("ce_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "\"text\"", "5", "{", "{\"ticketId\":", "\u0001\u0002", "no json"})
    void garbage_isRefused_asTheBody(String body) {
        assertThat(refusal(TYPE, body.getBytes(StandardCharsets.UTF_8)).field()).isEqualTo("body");
    }

    @Test
    void whatFollowsTheMessage_isRefused() {
        byte[] twice =
                (new String(WireFormat.write(EVENT), StandardCharsets.UTF_8) + "{}").getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(TYPE, twice).field()).isEqualTo("body");
    }

    @Test
    void cutOffMessage_isRefused() {
        byte[] whole = WireFormat.write(EVENT);
        for (int length = 0; length < whole.length; length++) {
            refusal(TYPE, java.util.Arrays.copyOf(whole, length));
        }
    }

    @Test
    void violation_namesTheRecordsOwnField_whenItWasNotRead() {
        ContractViolation violation = catchThrowableOfType(ContractViolation.class, () -> new Position(181, 0));

        assertThat(violation.field()).isEqualTo("position.longitude");
        assertThat(violation).hasMessage("position.longitude must lie between -180.0 and 180.0");
    }
}
