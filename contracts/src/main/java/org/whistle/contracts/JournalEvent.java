package org.whistle.contracts;

import java.util.UUID;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.intake.IntakeEvent;

/** One fact of a ticket's life, on {@link Topics#JOURNAL}. Each type has exactly one owning service. */
public sealed interface JournalEvent extends Message
        permits IntakeEvent, DispatchEvent, DepartmentEvent, FeedbackEvent {

    /** The ticket it is about. */
    UUID ticketId();

    @Override
    default UUID key() {
        return ticketId();
    }
}
