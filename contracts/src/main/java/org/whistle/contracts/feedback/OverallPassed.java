package org.whistle.contracts.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Require;

/**
 * The whole of a ticket, from filing to closing, used a share of the time it has: what its stages may take together. Exactly
 * once for each threshold.
 *
 * @param dueAt when the ticket is or was to be closed
 * @param thresholdAt the instant that was passed, whenever it was noticed
 */
public record OverallPassed(UUID ticketId, Passed passed, int round, Instant dueAt, Instant thresholdAt)
        implements FeedbackEvent {

    public OverallPassed {
        Require.present(ticketId, "ticketId");
        Require.present(passed, "passed");
        Require.atLeast(round, 0, "round");
        Require.present(dueAt, "dueAt");
        Require.present(thresholdAt, "thresholdAt");
    }

    /** Which share. */
    public enum Passed {
        /** 黄牌. */
        @JsonProperty("warning")
        WARNING,
        /** 红牌. */
        @JsonProperty("breach")
        BREACH,
        /** 督办. */
        @JsonProperty("supervision")
        SUPERVISION
    }
}
