package org.whistle.dispatch.ticket;

import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;

/** How a ticket changes by consultations: the part of {@link TicketEvolution} that is about them. */
final class Consultations {

    private Consultations() {}

    static Ticket opened(Ticket ticket, ConsultationOpened event) {
        return ticket.proceedings().consultation(event.consultationId()).isPresent()
                ? ticket
                : ticket.with(ticket.proceedings().opened(Consultation.of(event)));
    }

    static Ticket concluded(Ticket ticket, ConsultationConcluded event) {
        return ticket.with(ticket.proceedings()
                .onConsultation(event.consultationId(), known -> known.open() ? known.concluded(event) : known));
    }
}
