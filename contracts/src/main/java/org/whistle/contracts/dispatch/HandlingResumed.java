package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Require;

/**
 * A suspension is over, by itself or early: the handling clock goes on where it stopped.
 *
 * @param requestId the request that suspended it
 * @param handle the handling clock as it runs from now
 * @param by who ended it early, or the system at its end
 * @param resumedAt when it went on
 * @param reason why it ended early; absent when it ended by itself, at most 2 000 characters
 */
public record HandlingResumed(
        UUID ticketId,
        UUID assignmentId,
        String department,
        UUID requestId,
        Clock handle,
        Actor by,
        Instant resumedAt,
        @Nullable String reason)
        implements DispatchEvent {

    public HandlingResumed {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(department, 64, "department");
        Require.present(requestId, "requestId");
        Require.present(handle, "handle");
        Require.present(by, "by");
        Require.present(resumedAt, "resumedAt");
        Require.optionalText(reason, 2000, "reason");
    }

    /** A suspension that ended by itself. */
    public HandlingResumed(
            UUID ticketId,
            UUID assignmentId,
            String department,
            UUID requestId,
            Clock handle,
            Actor by,
            Instant resumedAt) {
        this(ticketId, assignmentId, department, requestId, handle, by, resumedAt, null);
    }
}
