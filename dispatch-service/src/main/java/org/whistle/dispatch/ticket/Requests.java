package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.whistle.contracts.assignment.RequestTerms;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.ExtensionRefused;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.contracts.dispatch.Leg;
import org.whistle.contracts.dispatch.SuspensionGranted;
import org.whistle.contracts.dispatch.SuspensionRefused;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.district.Policy;

/** How a ticket changes by extensions and suspensions: the part of {@link TicketEvolution} that is about them. */
final class Requests {

    private Requests() {}

    /** What a body may ask for on its part. */
    static RequestTerms terms(Ticket ticket, Leg leg, PolicyVersion policy, Instant at) {
        Policy figures = policy.district().policy();
        Proceedings known = ticket.proceedings();
        String body = leg.department();
        return new RequestTerms(
                Math.max(0, figures.maxExtensions() - known.granted(LegRequest.Kind.EXTENSION, body)),
                Math.max(0, figures.maxSuspensions() - known.granted(LegRequest.Kind.SUSPENSION, body)),
                policy.time().plus(at, figures.suspensionLimit(), body),
                figures.checkInMetres());
    }

    static Ticket asked(Ticket ticket, LegRequest request) {
        if (ticket.proceedings().request(request.requestId()).isPresent()) {
            return ticket;
        }
        return switch (ticket) {
            case Ticket.Dispatched t
            when t.leg(request.assignmentId()).isPresent() ->
                t.with(t.proceedings().asked(request));
            // The ticket was closed, or taken from this body, before it could know.
            case Ticket.Closed t when t.leg(request.assignmentId()).isPresent() -> t;
            case Ticket t when t.isPast(request.assignmentId()) -> t;
            case Ticket t -> throw LegEvolution.unknownLeg(t, request.assignmentId());
        };
    }

    static Ticket extended(Ticket ticket, ExtensionGranted event) {
        Ticket after = LegEvolution.onLeg(ticket, event.assignmentId(), state -> extend(state, event));
        return decided(
                after,
                event.requestId(),
                request -> request.decided(true, event.reason(), event.decidedBy(), event.decidedAt()));
    }

    static Ticket refused(Ticket ticket, ExtensionRefused event) {
        return decided(
                ticket,
                event.requestId(),
                request -> request.decided(false, event.reason(), event.decidedBy(), event.decidedAt()));
    }

    static Ticket refused(Ticket ticket, SuspensionRefused event) {
        return decided(
                ticket,
                event.requestId(),
                request -> request.decided(false, event.reason(), event.decidedBy(), event.decidedAt()));
    }

    static Ticket suspended(Ticket ticket, SuspensionGranted event) {
        Ticket after = LegEvolution.onLeg(ticket, event.assignmentId(), state -> suspend(state, event));
        if (after.equals(ticket)) {
            return ticket;
        }
        Ticket noted = decided(
                after,
                event.requestId(),
                request -> request.decided(true, event.reason(), event.decidedBy(), event.decidedAt()));
        return noted.with(noted.proceedings()
                .paused(new Pause(
                        event.assignmentId(), Pause.Cause.SUSPENSION, event.requestId(), event.decidedAt(), null)));
    }

    static Ticket resumed(Ticket ticket, HandlingResumed event) {
        Ticket after = LegEvolution.onLeg(ticket, event.assignmentId(), state -> resume(state, event));
        return after.equals(ticket)
                ? ticket
                : after.with(after.proceedings().resumed(event.assignmentId(), event.resumedAt()));
    }

    private static Ticket decided(Ticket ticket, UUID requestId, UnaryOperator<LegRequest> decision) {
        return ticket.with(ticket.proceedings().onRequest(requestId, decision));
    }

    private static LegState extend(LegState state, ExtensionGranted event) {
        return switch (state) {
            case LegState.Open s ->
                new LegState.Open(LegState.withHandle(s.leg(), event.handle()), s.acceptedAt(), s.notes());
            case LegState.Paused s -> throw impossible(event.assignmentId(), "extended while its return is open");
            case LegState.Suspended s -> throw impossible(event.assignmentId(), "extended while it is suspended");
            case LegState.Completed s -> throw impossible(event.assignmentId(), "extended after its completion");
        };
    }

    private static LegState suspend(LegState state, SuspensionGranted event) {
        return switch (state) {
            case LegState.Open s ->
                new LegState.Suspended(
                        s.leg(), s.acceptedAt(), event.requestId(), event.decidedAt(), event.until(), s.notes());
            case LegState.Suspended s -> s;
            case LegState.Paused s -> throw impossible(event.assignmentId(), "suspended while its return is open");
            case LegState.Completed s -> throw impossible(event.assignmentId(), "suspended after its completion");
        };
    }

    private static LegState resume(LegState state, HandlingResumed event) {
        return switch (state) {
            case LegState.Suspended s
            when s.requestId().equals(event.requestId()) ->
                new LegState.Open(LegState.withHandle(s.leg(), event.handle()), s.acceptedAt(), s.notes());
            case LegState.Suspended s -> s;
            case LegState.Open s -> s;
            case LegState.Paused s -> s;
            case LegState.Completed s -> s;
        };
    }

    private static UnexpectedEvent impossible(UUID assignmentId, String what) {
        return new UnexpectedEvent("assignment " + assignmentId + " is " + what);
    }
}
