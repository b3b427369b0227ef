package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Require;

/**
 * A leg's handling clock stands still while a return is decided (DOMAIN.md §3, returns).
 *
 * @param returnId the return that paused it
 */
public record HandlingPaused(UUID ticketId, UUID assignmentId, UUID returnId, Instant pausedAt)
        implements DispatchEvent {

    public HandlingPaused {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.present(returnId, "returnId");
        Require.present(pausedAt, "pausedAt");
    }
}
