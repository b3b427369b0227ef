package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The suspension is refused; the clock runs on.
 *
 * @param requestId the request it answers
 */
public record SuspensionRefused(
        UUID ticketId,
        UUID assignmentId,
        String department,
        UUID requestId,
        String reason,
        Actor decidedBy,
        Instant decidedAt)
        implements DispatchEvent {

    public SuspensionRefused {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(requestId, "requestId");
        Require.text(reason, 2000, "reason");
        Require.present(decidedBy, "decidedBy");
        Require.present(decidedAt, "decidedAt");
    }
}
