package org.whistle.contracts.assignment;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Require;

/**
 * The return was refused: the department goes on.
 *
 * @param reason the street's reason
 * @param handle the handling clock, moved by the pause
 */
public record AssignmentContinued(
        UUID ticketId,
        UUID assignmentId,
        String department,
        UUID returnId,
        String reason,
        Clock handle,
        Instant continuedAt)
        implements AssignmentMessage {

    public AssignmentContinued {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(returnId, "returnId");
        Require.text(reason, 2000, "reason");
        Require.present(handle, "handle");
        Require.present(continuedAt, "continuedAt");
    }
}
