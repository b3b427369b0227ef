package org.whistle.contracts.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Require;

/**
 * A running clock used 80 % of its limit (黄牌). Exactly once for each clock.
 *
 * @param assignmentId the leg whose clock it is; absent for the clocks of the whole ticket
 * @param department the body whose clock it is; absent while no body has the ticket
 * @param dueAt when the limit is or was used up
 * @param thresholdAt the instant that was passed, whenever it was noticed
 */
public record ClockWarned(
        UUID ticketId,
        Stage stage,
        int round,
        @Nullable UUID assignmentId,
        @Nullable String department,
        Instant dueAt,
        Instant thresholdAt)
        implements FeedbackEvent {

    public ClockWarned {
        Require.present(ticketId, "ticketId");
        Require.present(stage, "stage");
        Require.atLeast(round, 0, "round");
        Require.optionalText(department, 64, "department");
        Require.present(dueAt, "dueAt");
        Require.present(thresholdAt, "thresholdAt");
    }
}
