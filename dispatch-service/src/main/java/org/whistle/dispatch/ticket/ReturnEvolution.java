package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.contracts.dispatch.ReturnRefused;

/** How a ticket changes by returns (退回): the part of {@link TicketEvolution} that is about them. */
final class ReturnEvolution {

    private static final String OVERTAKEN =
            "工单已改派，无须再决定。The ticket went to other bodies; there is nothing left to decide.";

    private ReturnEvolution() {}

    /** Objections nobody has decided when the round ends: the bodies are rid of their parts, as they asked. */
    static List<ReturnCase> overtaken(Ticket ticket, Instant at) {
        return ticket.returns().stream()
                .map(known -> known.pending() ? known.decided(true, OVERTAKEN, Actor.SYSTEM, at) : known)
                .toList();
    }

    static Ticket paused(Ticket ticket, HandlingPaused event) {
        boolean running = ticket.leg(event.assignmentId())
                .filter(LegState.Open.class::isInstance)
                .isPresent();
        Ticket after = LegEvolution.onLeg(ticket, event.assignmentId(), state -> pause(state, event));
        return running && after instanceof Ticket.Dispatched t
                ? t.with(t.proceedings()
                        .paused(new Pause(
                                event.assignmentId(), Pause.Cause.RETURN, event.returnId(), event.pausedAt(), null)))
                : after;
    }

    private static LegState pause(LegState state, HandlingPaused event) {
        return switch (state) {
            case LegState.Open s ->
                new LegState.Paused(s.leg(), s.acceptedAt(), event.returnId(), event.pausedAt(), s.notes());
            case LegState.Paused s -> s;
            case LegState.Suspended s ->
                throw new UnexpectedEvent("assignment " + event.assignmentId() + " is suspended and cannot pause");
            case LegState.Completed s ->
                throw new UnexpectedEvent("assignment " + event.assignmentId() + " is completed and cannot pause");
        };
    }

    static Ticket returnRequested(Ticket ticket, ReturnRequested event) {
        if (ticket.returnCase(event.returnId()).isPresent()) {
            return ticket;
        }
        return switch (ticket) {
            case Ticket.Dispatched t
            when t.leg(event.assignmentId()).isPresent() -> {
                List<ReturnCase> returns = new ArrayList<>(t.returns());
                returns.add(ReturnCase.of(event));
                yield t.withReturns(returns);
            }
            // The ticket had been taken from this body before its objection came.
            case Ticket t when t.isPast(event.assignmentId()) -> t;
            case Ticket t -> throw LegEvolution.unknownLeg(t, event.assignmentId());
        };
    }

    static Ticket approved(Ticket ticket, ReturnApproved event) {
        Ticket.Dispatched t = dispatched(ticket);
        List<LegState> legs = new ArrayList<>(t.legs());
        List<PastLeg> past = new ArrayList<>(t.past());
        legs.removeIf(state -> state.leg().assignmentId().equals(event.assignmentId())
                && past.add(stopped(state, t.order(), event.decidedAt())));
        return new Ticket.Dispatched(
                t.report(),
                t.order(),
                legs,
                decided(t, event.returnId(), true, event.reason(), event.decidedBy(), event.decidedAt()),
                past,
                t.proceedings().ended(event.assignmentId(), event.decidedAt()));
    }

    private static PastLeg stopped(LegState state, Order order, Instant decidedAt) {
        Instant at = state instanceof LegState.Paused paused ? paused.pausedAt() : decidedAt;
        return LegEvolution.past(state, order.round(), PastLeg.Fate.RETURNED, order.limit(), at);
    }

    static Ticket refused(Ticket ticket, ReturnRefused event) {
        Ticket.Dispatched t = dispatched(ticket);
        boolean rests = t.leg(event.assignmentId())
                .filter(LegState.Suspended.class::isInstance)
                .isPresent();
        Ticket.Dispatched noted = t.withReturns(
                        decided(t, event.returnId(), false, event.reason(), event.decidedBy(), event.decidedAt()))
                .with(rests ? t.proceedings() : t.proceedings().resumed(event.assignmentId(), event.decidedAt()));
        return LegEvolution.onLeg(noted, event.assignmentId(), state -> goOn(state, event));
    }

    private static LegState goOn(LegState state, ReturnRefused event) {
        return switch (state) {
            case LegState.Paused s ->
                new LegState.Open(LegState.withHandle(s.leg(), event.handle()), s.acceptedAt(), s.notes());
            case LegState.Open s -> s;
            case LegState.Suspended s -> s;
            case LegState.Completed s -> s;
        };
    }

    private static List<ReturnCase> decided(
            Ticket ticket, UUID returnId, boolean approved, String reason, Actor by, Instant at) {
        return ticket.returns().stream()
                .map(known -> known.returnId().equals(returnId) ? known.decided(approved, reason, by, at) : known)
                .toList();
    }

    private static Ticket.Dispatched dispatched(Ticket ticket) {
        if (ticket instanceof Ticket.Dispatched dispatched) {
            return dispatched;
        }
        throw new UnexpectedEvent(
                "ticket " + ticket.id() + " is " + ticket.status().code() + ", not dispatched");
    }
}
