package org.whistle.contracts.reply;

import java.util.UUID;
import org.whistle.contracts.Require;

/** What was done so far; changes no state. */
public record NoteProgress(UUID ticketId, UUID assignmentId, String handler, String note) implements ReplyCommand {

    public NoteProgress {
        Require.present(ticketId, "ticketId");
        Require.present(assignmentId, "assignmentId");
        Require.text(handler, 128, "handler");
        Require.text(note, 2000, "note");
    }
}
