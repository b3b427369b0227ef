package org.whistle.contracts.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Require;

/**
 * An overdue clock is made public in a written bulletin (通报), five working days after its chasing. Exactly once for each clock.
 *
 * @param round the round the clock belongs to; 0 before the first dispatch
 */
public record BulletinIssued(
        UUID ticketId,
        Stage stage,
        int round,
        @Nullable UUID assignmentId,
        @Nullable String department,
        Instant dueAt,
        Instant thresholdAt)
        implements FeedbackEvent {

    public BulletinIssued {
        Require.present(ticketId, "ticketId");
        Require.present(stage, "stage");
        Require.atLeast(round, 0, "round");
        Require.optionalText(department, 64, "department");
        Require.present(dueAt, "dueAt");
        Require.present(thresholdAt, "thresholdAt");
    }
}
