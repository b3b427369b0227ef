package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Require;

/**
 * The street grants an extension (延期): one original limit more (DOMAIN.md §4).
 *
 * @param requestId the request it answers
 * @param times which of the leg's extensions it is, from 1
 * @param handle the handling clock as it runs from now
 */
public record ExtensionGranted(
        UUID ticketId,
        UUID assignmentId,
        String department,
        UUID requestId,
        int times,
        String reason,
        Clock handle,
        Actor decidedBy,
        Instant decidedAt)
        implements DispatchEvent {

    public ExtensionGranted {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(requestId, "requestId");
        Require.atLeast(times, 1, "times");
        Require.text(reason, 2000, "reason");
        Require.present(handle, "handle");
        Require.present(decidedBy, "decidedBy");
        Require.present(decidedAt, "decidedAt");
    }
}
