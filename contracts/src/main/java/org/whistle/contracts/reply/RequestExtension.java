package org.whistle.contracts.reply;

import java.util.UUID;
import org.whistle.contracts.Require;

/**
 * The department asks for an extension (延期); its own system stands for its manager.
 */
public record RequestExtension(UUID ticketId, UUID assignmentId, String handler, String reason)
        implements ReplyCommand {

    public RequestExtension {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(handler, 128, "handler");
        Require.text(reason, 2000, "reason");
    }
}
