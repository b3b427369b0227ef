package org.whistle.contracts.reply;

import java.util.UUID;
import org.whistle.contracts.Require;

/** The department objects (退单), with a reason and the legal basis. */
public record RequestReturn(UUID ticketId, UUID assignmentId, String handler, String reason, String legalBasis)
        implements ReplyCommand {

    public RequestReturn {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(handler, 128, "handler");
        Require.text(reason, 2000, "reason");
        Require.text(legalBasis, 500, "legalBasis");
    }
}
