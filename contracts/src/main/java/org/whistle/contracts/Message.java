package org.whistle.contracts;

import java.util.UUID;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.reply.ReplyCommand;

/** Anything that stands on a topic about one ticket. Its wire name is in {@link EventTypes}. */
public sealed interface Message permits JournalEvent, AssignmentMessage, ReplyCommand {

    /** The ticket it is about; the record's key. */
    UUID ticketId();
}
