package org.whistle.contracts.reply;

import java.util.UUID;
import org.whistle.contracts.Position;
import org.whistle.contracts.Require;

/**
 * A body called by a whistle is on site.
 *
 * @param position where it checks in
 */
public record CheckIn(UUID ticketId, UUID assignmentId, String handler, Position position) implements ReplyCommand {

    public CheckIn {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(handler, 128, "handler");
        Require.present(position, "position");
    }
}
