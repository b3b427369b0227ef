package org.whistle.contracts.assignment;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Require;

/**
 * The suspension was granted: nobody handles until its end.
 *
 * @param requestId the request it answers
 * @param until when it resumes by itself
 * @param suspendedAt from when it rests
 */
public record AssignmentSuspended(
        UUID ticketId,
        UUID assignmentId,
        String department,
        UUID requestId,
        String reason,
        Instant until,
        Instant suspendedAt)
        implements AssignmentMessage {

    public AssignmentSuspended {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(requestId, "requestId");
        Require.text(reason, 2000, "reason");
        Require.present(until, "until");
        Require.present(suspendedAt, "suspendedAt");
    }
}
