package org.whistle.contracts.assignment;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Require;

/** The ticket was closed by the supervision side; the department's part is over. */
public record AssignmentSettled(UUID ticketId, UUID assignmentId, String department, Instant settledAt)
        implements AssignmentMessage {

    public AssignmentSettled {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(settledAt, "settledAt");
    }
}
