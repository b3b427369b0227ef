package org.whistle.contracts.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The supervision side closes the ticket (结案). Whoever handles a ticket never closes it.
 *
 * @param reason why a supervisor closed it without an answer; absent otherwise
 */
public record TicketClosed(
        UUID ticketId, Outcome outcome, @Nullable String reason, Actor by, Instant closedAt) implements FeedbackEvent {

    public TicketClosed {
        Require.present(ticketId, "ticketId");
        Require.present(outcome, "outcome");
        Require.optionalText(reason, 2000, "reason");
        Require.present(by, "by");
        Require.present(closedAt, "closedAt");
    }

    /** How the loop ended. */
    public enum Outcome {
        /** Verified, and the reporter says solved. */
        @JsonProperty("solved")
        SOLVED,
        /** Verified, but the reporter could not be reached. */
        @JsonProperty("unreachable")
        UNREACHABLE,
        /** Not this system's matter; the reporter was told the right channel. */
        @JsonProperty("not-accepted")
        NOT_ACCEPTED
    }
}
