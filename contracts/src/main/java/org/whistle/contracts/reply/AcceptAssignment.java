package org.whistle.contracts.reply;

import java.util.UUID;
import org.whistle.contracts.Require;

/** The department takes the assignment (主动承接). */
public record AcceptAssignment(UUID ticketId, UUID assignmentId, String handler) implements ReplyCommand {

    public AcceptAssignment {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(handler, 128, "handler");
    }
}
