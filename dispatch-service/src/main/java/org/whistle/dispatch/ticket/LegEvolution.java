package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.Limit;
import org.whistle.contracts.dispatch.ReworkAssigned;

/** How the parts of a ticket change: the part of {@link TicketEvolution} that is about bodies at work, and their parts' ends. */
final class LegEvolution {

    private LegEvolution() {}

    /** Changes one part; a fact about a part that ended before came late and changes nothing. */
    static Ticket onLeg(Ticket ticket, UUID assignmentId, Function<LegState, LegState> change) {
        return switch (ticket) {
            case Ticket.Dispatched t
            when t.leg(assignmentId).isPresent() ->
                t.withLegs(t.legs().stream()
                        .map(state -> state.leg().assignmentId().equals(assignmentId) ? change.apply(state) : state)
                        .toList());
            // Closed by the supervision side while the department was still writing.
            case Ticket.Closed t when t.leg(assignmentId).isPresent() -> t;
            case Ticket t when t.isPast(assignmentId) -> t;
            case Ticket t -> throw unknownLeg(t, assignmentId);
        };
    }

    static UnexpectedEvent unknownLeg(Ticket ticket, @Nullable UUID assignmentId) {
        return new UnexpectedEvent("ticket " + ticket.id() + " has no assignment " + assignmentId);
    }

    static LegState accept(LegState state, Instant at) {
        return switch (state) {
            case LegState.Open s when s.acceptedAt() == null -> new LegState.Open(s.leg(), at, s.notes());
            // Accepted before: the same fact again, or told late.
            case LegState.Open s -> s;
            case LegState.Paused s -> s;
            case LegState.Suspended s -> s;
            case LegState.Completed s -> s;
        };
    }

    /** The part is done, and with it whatever its body had asked for. */
    static Ticket completed(Ticket ticket, UUID assignmentId, Instant at) {
        return onLeg(ticket, assignmentId, state -> complete(state, at)) instanceof Ticket.Dispatched t
                        && t.leg(assignmentId)
                                .filter(LegState.Completed.class::isInstance)
                                .isPresent()
                ? t.with(t.proceedings().ended(assignmentId, at))
                : ticket;
    }

    private static LegState complete(LegState state, Instant at) {
        return switch (state) {
            case LegState.Open s -> new LegState.Completed(s.leg(), s.acceptedAt(), at, s.notes());
            case LegState.Paused s ->
                throw new UnexpectedEvent(
                        "assignment " + s.leg().assignmentId() + " completed while its return is open");
            // Written before the department could know that it rests: what is done is done, and the suspension is
            // without
            // object. The other services read it the same way.
            case LegState.Suspended s -> new LegState.Completed(s.leg(), s.acceptedAt(), at, s.notes());
            case LegState.Completed s -> s;
        };
    }

    static LegState rework(LegState state, ReworkAssigned event) {
        return switch (state) {
            case LegState.Completed s ->
                new LegState.Open(LegState.withHandle(s.leg(), event.handle()), s.acceptedAt(), null)
                        .noting(s.noted().forRework());
            case LegState.Open s -> s;
            case LegState.Paused s -> s;
            case LegState.Suspended s -> s;
        };
    }

    /** The past legs, with those of the present round, which ends now. */
    static List<PastLeg> withEnded(Ticket ticket, Instant at) {
        List<PastLeg> past = new ArrayList<>(ticket.past());
        ticket.lastOrder().ifPresent(order -> ticket.legs()
                .forEach(state -> past.add(ended(state, order.round(), order.limit(), at))));
        return past;
    }

    /** Whatever the parts of the present round asked for or rested on ends with them. */
    static Proceedings allEnded(Ticket ticket, Instant at) {
        Proceedings ended = ticket.proceedings();
        for (LegState state : ticket.legs()) {
            ended = ended.ended(state.leg().assignmentId(), at);
        }
        return ended;
    }

    private static PastLeg ended(LegState state, int round, Limit limit, Instant at) {
        return switch (state) {
            case LegState.Open s -> past(s, round, PastLeg.Fate.RECALLED, limit, at);
            case LegState.Paused s -> past(s, round, PastLeg.Fate.RECALLED, limit, s.pausedAt());
            case LegState.Suspended s -> past(s, round, PastLeg.Fate.RECALLED, limit, s.suspendedAt());
            case LegState.Completed s -> past(s, round, PastLeg.Fate.COMPLETED, limit, s.completedAt());
        };
    }

    static PastLeg past(LegState state, int round, PastLeg.Fate fate, Limit limit, Instant stoppedAt) {
        return new PastLeg(
                state.leg().assignmentId(),
                state.leg().department(),
                state.leg().role(),
                round,
                fate,
                state.leg().handle(),
                limit,
                stoppedAt,
                state.acceptedAt(),
                state.leg().task(),
                state.notes());
    }
}
