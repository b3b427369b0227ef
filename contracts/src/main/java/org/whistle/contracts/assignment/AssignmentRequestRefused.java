package org.whistle.contracts.assignment;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Require;

/**
 * An extension or suspension was refused: the department goes on, with its clock as it was.
 *
 * @param requestId the request it answers
 * @param refusedAt when it was refused
 */
public record AssignmentRequestRefused(
        UUID ticketId, UUID assignmentId, String department, UUID requestId, String reason, Instant refusedAt)
        implements AssignmentMessage {

    public AssignmentRequestRefused {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(requestId, "requestId");
        Require.text(reason, 2000, "reason");
        Require.present(refusedAt, "refusedAt");
    }
}
