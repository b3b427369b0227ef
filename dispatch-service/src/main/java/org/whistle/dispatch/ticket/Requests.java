package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.contracts.dispatch.SuspensionGranted;

/** How a ticket changes by extensions and suspensions; the part of {@link TicketEvolution} that is about them. */
final class Requests {

    private Requests() {}

    static Ticket suspended(Ticket ticket, SuspensionGranted event) {
        Ticket after = TicketEvolution.onLeg(ticket, event.assignmentId(), state -> suspend(state, event));
        if (after.equals(ticket) || !(after instanceof Ticket.Dispatched t)) {
            return ticket;
        }
        return t.with(
                granted(t, event.requestId(), event.reason(), event.decidedBy(), event.decidedAt())
                        .paused(new Pause(
                                event.assignmentId(),
                                Pause.Cause.SUSPENSION,
                                event.requestId(),
                                event.decidedAt(),
                                null)));
    }

    static Ticket resumed(Ticket ticket, HandlingResumed event) {
        Ticket after = TicketEvolution.onLeg(ticket, event.assignmentId(), state -> resume(state, event));
        if (after.equals(ticket) || !(after instanceof Ticket.Dispatched t)) {
            return ticket;
        }
        return t.with(t.proceedings().resumed(event.assignmentId(), event.resumedAt()));
    }

    private static LegState suspend(LegState state, SuspensionGranted event) {
        return switch (state) {
            case LegState.Open s ->
                new LegState.Suspended(s.leg(), s.acceptedAt(), event.requestId(), event.decidedAt(), event.until(), s.notes());
            case LegState.Suspended s -> s;
            case LegState.Paused s ->
                throw new UnexpectedEvent("assignment " + event.assignmentId() + " is suspended while its return is open");
            case LegState.Completed s ->
                throw new UnexpectedEvent("assignment " + event.assignmentId() + " is completed and cannot be suspended");
        };
    }

    private static LegState resume(LegState state, HandlingResumed event) {
        return switch (state) {
            case LegState.Suspended s when s.requestId().equals(event.requestId()) ->
                new LegState.Open(LegState.withHandle(s.leg(), event.handle()), s.acceptedAt(), s.notes());
            case LegState.Suspended s -> s;
            case LegState.Open s -> s;
            case LegState.Paused s -> s;
            case LegState.Completed s -> s;
        };
    }

    private static Proceedings granted(Ticket ticket, UUID requestId, String reason, Actor by, Instant at) {
        return ticket.proceedings().onRequest(requestId, request -> request.decided(true, reason, by, at));
    }
}
