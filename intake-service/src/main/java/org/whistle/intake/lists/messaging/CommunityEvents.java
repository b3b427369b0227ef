package org.whistle.intake.lists.messaging;

import java.time.Instant;
import org.whistle.chassis.event.Envelope;
import org.whistle.contracts.Actors;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.community.CommunityEvent;

/** Puts what communities arrange in the form of its topic. */
public final class CommunityEvents {

    private static final String SOURCE = "/intake";

    private CommunityEvents() {}

    /** An event on its way to {@link Topics#COMMUNITY}; a person's decision also goes on the audit record. */
    public static Envelope envelope(CommunityEvent event, Instant at) {
        Envelope envelope = Envelope.of(
                Topics.COMMUNITY, EventTypes.nameOf(event), SOURCE, event.key(), at, WireFormat.write(event));
        return Actors.personBehind(event)
                .map(person -> envelope.by(person.account(), person.department()))
                .orElse(envelope);
    }
}
