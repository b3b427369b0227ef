package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Require;

/**
 * After a failed verification the same department goes on, and so does its handling clock (DOMAIN.md §4).
 *
 * @param handle the clock that goes on: what was left when the department confirmed, from now
 */
public record ReworkAssigned(
        UUID ticketId, UUID assignmentId, String department, String reason, Clock handle, Instant assignedAt)
        implements DispatchEvent {

    public ReworkAssigned {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.text(reason, 2000, "reason");
        Require.present(handle, "handle");
        Require.present(assignedAt, "assignedAt");
    }
}
