package org.whistle.contracts.reply;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Require;

/**
 * The department asks for a suspension (挂账) until a named end; its own system stands for its manager.
 *
 * @param until until when it should rest
 */
public record RequestSuspension(UUID ticketId, UUID assignmentId, String handler, String reason, Instant until)
        implements ReplyCommand {

    public RequestSuspension {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(handler, 128, "handler");
        Require.text(reason, 2000, "reason");
        Require.present(until, "until");
    }
}
