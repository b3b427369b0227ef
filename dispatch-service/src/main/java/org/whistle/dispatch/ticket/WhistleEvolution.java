package org.whistle.dispatch.ticket;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.LegTask;

/** What a whistle's bodies did, and how the street rates it, as it is noted on their parts. */
final class WhistleEvolution {

    private WhistleEvolution() {}

    static Ticket checkedIn(Ticket ticket, CheckedIn event) {
        return LegEvolution.onLeg(
                ticket,
                event.assignmentId(),
                state -> state.noting(state.noted().with(event)));
    }

    /** Keeps what a body reported of a whistle; of other tickets the history has it. */
    static Ticket reported(Ticket ticket, AssignmentCompleted event) {
        boolean called = ticket instanceof Ticket.Dispatched t && t.order().whistle() != null;
        return called
                ? LegEvolution.onLeg(
                        ticket,
                        event.assignmentId(),
                        state -> withResult(state, new LegNotes.Result(event.result(), null)))
                : ticket;
    }

    /** The answer is all the body was asked for, so its part is done. */
    static Ticket answered(Ticket ticket, OwnershipAnswered event) {
        UUID id = event.assignmentId();
        if (ticket.leg(id)
                .filter(state -> state.leg().task() != LegTask.IDENTIFY)
                .isPresent()) {
            throw new UnexpectedEvent("assignment " + id + " was not asked whose it is");
        }
        return LegEvolution.onLeg(
                LegEvolution.completed(ticket, id, event.answeredAt()),
                id,
                state -> withResult(state, new LegNotes.Result(event.basis(), event.mine())));
    }

    /** A rating may also come when the part or the ticket has ended. */
    static Ticket rated(Ticket ticket, LegRated event) {
        UUID id = event.assignmentId();
        UnaryOperator<LegState> rate = state -> state.leg().assignmentId().equals(id)
                ? state.noting(state.noted().with(event))
                : state;
        List<LegState> legs = ticket.legs().stream().map(rate).toList();
        List<PastLeg> past = ticket.past().stream()
                .map(leg ->
                        leg.assignmentId().equals(id) ? leg.noting(leg.noted().with(event)) : leg)
                .toList();
        return switch (ticket) {
            case Ticket.Dispatched t ->
                new Ticket.Dispatched(t.report(), t.order(), legs, t.returns(), past, t.proceedings());
            case Ticket.Closed t ->
                new Ticket.Closed(
                        t.report(), t.order(), legs, t.outcome(), t.closedAt(), t.returns(), past, t.proceedings());
            case Ticket.Queued t ->
                new Ticket.Queued(
                        t.report(),
                        t.round(),
                        t.reason(),
                        t.candidates(),
                        t.policyVersion(),
                        t.since(),
                        t.previous(),
                        t.returns(),
                        past,
                        t.proceedings());
            case Ticket.Merged t ->
                new Ticket.Merged(t.report(), t.order(), t.into(), t.mergedAt(), t.returns(), past, t.proceedings());
            case Ticket.NotAccepted t ->
                new Ticket.NotAccepted(
                        t.report(), t.channel(), t.explanation(), t.decidedAt(), t.returns(), past, t.proceedings());
        };
    }

    /** What was reported first counts, as the completion does. */
    private static LegState withResult(LegState state, LegNotes.Result result) {
        return state.noted().result() == null ? state.noting(state.noted().with(result)) : state;
    }
}
