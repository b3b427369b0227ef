package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Require;

/**
 * The body stays responsible; its handling clock goes on where it stopped.
 *
 * @param handle the clock as it runs from now, moved by the pause
 */
public record ReturnRefused(
        UUID ticketId,
        UUID assignmentId,
        UUID returnId,
        String department,
        String reason,
        Clock handle,
        Actor decidedBy,
        Instant decidedAt)
        implements DispatchEvent {

    public ReturnRefused {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.present(returnId, "returnId");
        Require.text(department, 64, "department");
        Require.text(reason, 2000, "reason");
        Require.present(handle, "handle");
        Require.present(decidedBy, "decidedBy");
        Require.present(decidedAt, "decidedAt");
    }
}
