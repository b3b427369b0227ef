package org.whistle.contracts.feedback;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * A department appeals (申诉) against counting a closed ticket as overdue; first at the street, then at the district (DOMAIN.md §4).
 *
 * @param appealId Id of this appeal; the same on both levels
 * @param level 1 the first level, 2 the second
 * @param reason the grounds, at most 2 000 characters
 * @param by who appeals
 */
public record AppealFiled(
        UUID ticketId,
        UUID appealId,
        UUID assignmentId,
        String department,
        int level,
        String reason,
        Actor by,
        Instant filedAt)
        implements FeedbackEvent {

    public AppealFiled {
        Require.present(ticketId, "ticketId");
        Require.present(appealId, "appealId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.atLeast(level, 1, "level");
        Require.text(reason, 2000, "reason");
        Require.present(by, "by");
        Require.present(filedAt, "filedAt");
    }
}
