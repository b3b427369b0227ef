package org.whistle.contracts.assignment;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Require;

/**
 * The extension was granted.
 *
 * @param requestId the request it answers
 * @param handle the handling clock as it runs from now
 * @param extendedAt when it was granted
 */
public record AssignmentExtended(
        UUID ticketId,
        UUID assignmentId,
        String department,
        UUID requestId,
        String reason,
        Clock handle,
        Instant extendedAt)
        implements AssignmentMessage {

    public AssignmentExtended {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(requestId, "requestId");
        Require.text(reason, 2000, "reason");
        Require.present(handle, "handle");
        Require.present(extendedAt, "extendedAt");
    }
}
