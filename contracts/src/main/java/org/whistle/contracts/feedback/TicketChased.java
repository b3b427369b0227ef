package org.whistle.contracts.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * An overdue clock is chased (催办): by itself the working day after its breach, exactly once for each clock, or by a person at any time.
 *
 * @param round the round the clock belongs to; 0 before the first dispatch
 * @param note what the person wrote; absent when it came by itself, at most 2 000 characters
 * @param by who chases, or the system
 * @param chasedAt when it was chased
 */
public record TicketChased(
        UUID ticketId,
        Stage stage,
        int round,
        @Nullable UUID assignmentId,
        @Nullable String department,
        Instant dueAt,
        @Nullable String note,
        Actor by,
        Instant chasedAt)
        implements FeedbackEvent {

    public TicketChased {
        Require.present(ticketId, "ticketId");
        Require.present(stage, "stage");
        Require.atLeast(round, 0, "round");
        Require.optionalText(department, 64, "department");
        Require.present(dueAt, "dueAt");
        Require.optionalText(note, 2000, "note");
        Require.present(by, "by");
        Require.present(chasedAt, "chasedAt");
    }
}
