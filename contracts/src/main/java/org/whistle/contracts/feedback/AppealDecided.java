package org.whistle.contracts.feedback;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * An appeal was decided. The overdue fact stays; only the statistics are excused.
 *
 * @param appealId the appeal it decides
 * @param level 1 the first level, 2 the second
 * @param excused whether the statistics are excused
 * @param reason the reason in words, at most 2 000 characters
 */
public record AppealDecided(
        UUID ticketId,
        UUID appealId,
        UUID assignmentId,
        String department,
        int level,
        boolean excused,
        String reason,
        Actor decidedBy,
        Instant decidedAt)
        implements FeedbackEvent {

    public AppealDecided {
        Require.present(ticketId, "ticketId");
        Require.present(appealId, "appealId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.atLeast(level, 1, "level");
        Require.text(reason, 2000, "reason");
        Require.present(decidedBy, "decidedBy");
        Require.present(decidedAt, "decidedAt");
    }
}
