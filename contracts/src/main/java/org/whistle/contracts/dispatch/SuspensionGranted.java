package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The street suspends a leg (挂账) until a named end: its handling clock stands still from the decision on, and it resumes by itself
 * (DOMAIN.md §4).
 *
 * @param requestId the request it answers
 * @param until when it resumes by itself
 * @param decidedAt when it was decided; from then on the clock stands still
 */
public record SuspensionGranted(
        UUID ticketId,
        UUID assignmentId,
        String department,
        UUID requestId,
        String reason,
        Instant until,
        Actor decidedBy,
        Instant decidedAt)
        implements DispatchEvent {

    public SuspensionGranted {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(requestId, "requestId");
        Require.text(reason, 2000, "reason");
        Require.present(until, "until");
        Require.present(decidedBy, "decidedBy");
        Require.present(decidedAt, "decidedAt");
    }
}
