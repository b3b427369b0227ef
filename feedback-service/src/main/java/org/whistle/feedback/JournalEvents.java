package org.whistle.feedback;

import java.time.Instant;
import java.util.List;
import org.whistle.chassis.event.Envelope;
import org.whistle.contracts.Actors;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.feedback.FeedbackEvent;

/** This service's events on their way to the journal. */
public final class JournalEvents {

    private static final String SOURCE = "/feedback";

    private JournalEvents() {}

    /** An event that happened, or was noticed, at an instant; a person's one also goes on the audit record. */
    public static Envelope envelope(FeedbackEvent event, Instant at) {
        Envelope envelope = Envelope.of(
                Topics.JOURNAL, EventTypes.nameOf(event), SOURCE, event.ticketId(), at, WireFormat.write(event));
        return Actors.personBehind(event)
                .map(person -> envelope.by(person.account(), person.department()))
                .orElse(envelope);
    }

    /** Several events of one instant. */
    public static List<Envelope> envelopes(List<? extends FeedbackEvent> events, Instant at) {
        return events.stream().map(event -> envelope(event, at)).toList();
    }
}
