package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/** The street agrees that the body is not responsible; its leg ends. A new dispatch or the queue follows. */
public record ReturnApproved(
        UUID ticketId,
        UUID assignmentId,
        UUID returnId,
        String department,
        String reason,
        Actor decidedBy,
        Instant decidedAt)
        implements DispatchEvent {

    public ReturnApproved {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.present(returnId, "returnId");
        Require.text(department, 64, "department");
        Require.text(reason, 2000, "reason");
        Require.present(decidedBy, "decidedBy");
        Require.present(decidedAt, "decidedAt");
    }
}
