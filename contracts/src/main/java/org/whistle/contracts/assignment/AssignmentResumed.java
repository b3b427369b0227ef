package org.whistle.contracts.assignment;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Require;

/**
 * The suspension is over: the department goes on.
 *
 * @param requestId the request that suspended it
 * @param handle the handling clock as it runs from now
 * @param resumedAt when it went on
 */
public record AssignmentResumed(
        UUID ticketId, UUID assignmentId, String department, UUID requestId, Clock handle, Instant resumedAt)
        implements AssignmentMessage {

    public AssignmentResumed {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(requestId, "requestId");
        Require.present(handle, "handle");
        Require.present(resumedAt, "resumedAt");
    }
}
