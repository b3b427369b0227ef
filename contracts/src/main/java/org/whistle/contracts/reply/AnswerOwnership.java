package org.whistle.contracts.reply;

import java.util.UUID;
import org.whistle.contracts.Require;

/**
 * A body asked by an identification whistle says whether the asset is its own.
 *
 * @param mine whether the asset is its own
 * @param basis what it looked at, at most 2 000 characters
 */
public record AnswerOwnership(UUID ticketId, UUID assignmentId, String handler, boolean mine, String basis)
        implements ReplyCommand {

    public AnswerOwnership {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(handler, 128, "handler");
        Require.text(basis, 2000, "basis");
    }
}
