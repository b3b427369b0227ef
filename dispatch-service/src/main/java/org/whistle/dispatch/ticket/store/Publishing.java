package org.whistle.dispatch.ticket.store;

import java.time.Instant;
import org.whistle.chassis.event.Envelope;
import org.whistle.contracts.Actors;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Message;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.contracts.reply.ReplyCommand;

/** What is decided, as it goes into the outbox. */
public final class Publishing {

    private static final String SOURCE = "/dispatch";

    private Publishing() {}

    /** The message on its topic; a person's decision also goes on the audit record. */
    public static Envelope envelope(Message message, Instant at) {
        String topic =
                switch (message) {
                    case JournalEvent event -> Topics.JOURNAL;
                    case AssignmentMessage assignment -> Topics.assigned(assignment.department());
                    case ReplyCommand reply ->
                        throw new IllegalArgumentException("answers come from departments, not from here");
                    case CommunityEvent arranged ->
                        throw new IllegalArgumentException("wishes and lists are intake's to tell of");
                };
        Envelope envelope =
                Envelope.of(topic, EventTypes.nameOf(message), SOURCE, message.key(), at, WireFormat.write(message));
        return Actors.personBehind(message)
                .map(person -> envelope.by(person.account(), person.department()))
                .orElse(envelope);
    }
}
