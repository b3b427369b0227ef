package org.whistle.contracts.feedback;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Require;

/**
 * A body called by a whistle was not on site in time. Exactly once for each leg.
 *
 * @param dueAt by when it should have checked in
 * @param noticedAt when it was noticed
 */
public record CheckInMissed(UUID ticketId, UUID assignmentId, String department, Instant dueAt, Instant noticedAt)
        implements FeedbackEvent {

    public CheckInMissed {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(dueAt, "dueAt");
        Require.present(noticedAt, "noticedAt");
    }
}
