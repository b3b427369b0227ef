package org.whistle.intake.report.messaging;

import java.time.Instant;
import org.whistle.chassis.event.Envelope;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.intake.IntakeEvent;

/** Puts this service's events in the form of the journal. */
public final class ReportEvents {

    private static final String SOURCE = "/intake";

    private ReportEvents() {}

    /** An event on its way to the journal. */
    public static Envelope journal(IntakeEvent event, Instant at) {
        return Envelope.of(
                Topics.JOURNAL, EventTypes.nameOf(event), SOURCE, event.ticketId(), at, WireFormat.write(event));
    }
}
