package org.whistle.contracts;

import java.util.UUID;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.contracts.reply.ReplyCommand;

/** Anything that stands on a topic. Its wire name is in {@link EventTypes}. */
public sealed interface Message permits JournalEvent, AssignmentMessage, ReplyCommand, CommunityEvent {

    /** What it is about, and the record's key: a ticket, or what a community keeps. */
    UUID key();
}
