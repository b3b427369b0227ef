package org.whistle.contracts.reply;

import java.util.UUID;
import org.whistle.contracts.Require;

/** The department's own confirmation that it is handled; ends its handling clock. */
public record CompleteAssignment(UUID ticketId, UUID assignmentId, String handler, String result)
        implements ReplyCommand {

    public CompleteAssignment {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(handler, 128, "handler");
        Require.text(result, 2000, "result");
    }
}
