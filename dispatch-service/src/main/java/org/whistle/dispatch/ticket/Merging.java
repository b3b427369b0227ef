package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.List;
import org.whistle.contracts.Actor;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;

/** How a ticket changes when intake finds it to be the same matter as another, or finds that this was an error. */
final class Merging {

    private static final String GOES_ON = "工单已并入另一工单。The ticket goes on in another one.";

    private Merging() {}

    static Ticket merged(Ticket ticket, TicketMerged event) {
        return switch (ticket) {
            case Ticket.Queued t -> into(t, event);
            case Ticket.Dispatched t -> into(t, event);
            case Ticket.Merged t -> {
                if (!t.into().equals(event.into())) {
                    throw new UnexpectedEvent("ticket " + t.id() + " goes on in " + t.into() + ", and was merged into "
                            + event.into() + " too");
                }
                yield t;
            }
            // It ended before intake could know; what has ended does not go on anywhere.
            case Ticket.NotAccepted t -> t;
            case Ticket.Closed t -> t;
        };
    }

    /** Nothing changes yet: what follows is decided like the way of a fresh report. */
    static Ticket unmerged(Ticket ticket, TicketUnmerged event) {
        if (ticket instanceof Ticket.Merged t && t.into().equals(event.from())) {
            return t;
        }
        // It had ended before the merge came, which changed nothing then; so undoing it does not either.
        if (ticket instanceof Ticket.Closed || ticket instanceof Ticket.NotAccepted) {
            return ticket;
        }
        throw new UnexpectedEvent(
                "ticket " + ticket.id() + " is " + ticket.status().code() + " and was unmerged from " + event.from());
    }

    private static Ticket into(Ticket ticket, TicketMerged event) {
        return new Ticket.Merged(
                ticket.report(),
                ticket.lastOrder().orElse(null),
                event.into(),
                event.mergedAt(),
                lapsed(ticket.returns(), event.mergedAt()),
                LegEvolution.withEnded(ticket, event.mergedAt()),
                LegEvolution.allEnded(ticket, event.mergedAt()));
    }

    private static List<ReturnCase> lapsed(List<ReturnCase> returns, Instant at) {
        return returns.stream()
                .map(known -> known.pending() ? known.decided(false, GOES_ON, Actor.SYSTEM, at) : known)
                .toList();
    }
}
