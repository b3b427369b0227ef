package org.whistle.intake.report.messaging;

import java.time.Instant;
import org.whistle.chassis.event.Envelope;
import org.whistle.contracts.Actors;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.intake.IntakeEvent;

/** Puts this service's events in the form of the journal. */
public final class ReportEvents {

    private static final String SOURCE = "/intake";

    private ReportEvents() {}

    /** An event on its way to the journal; a person's decision also goes on the audit record, a report by itself does not. */
    public static Envelope journal(IntakeEvent event, Instant at) {
        Envelope envelope = Envelope.of(
                Topics.JOURNAL, EventTypes.nameOf(event), SOURCE, event.ticketId(), at, WireFormat.write(event));
        return Actors.personBehind(event)
                .map(person -> envelope.by(person.account(), person.department()))
                .orElse(envelope);
    }
}
