package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.ExtensionRefused;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.Limit;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.ReworkAssigned;
import org.whistle.contracts.dispatch.SuspensionGranted;
import org.whistle.contracts.dispatch.SuspensionRefused;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketNotAccepted;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.AppealDecided;
import org.whistle.contracts.feedback.AppealFiled;
import org.whistle.contracts.feedback.BulletinIssued;
import org.whistle.contracts.feedback.CheckInMissed;
import org.whistle.contracts.feedback.ClockBreached;
import org.whistle.contracts.feedback.ClockWarned;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.SupervisionOrdered;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.contracts.feedback.VerificationPassed;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.MarkedSafe;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.MatterPassedUp;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.RoutineRegistered;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;

/** How a ticket changes by what happened. A fact met before changes nothing; one that cannot be is {@link UnexpectedEvent}. */
public final class TicketEvolution {

    private static final String OVERTAKEN =
            "工单已改派，无须再决定。The ticket went to other bodies; there is nothing left to decide.";

    private TicketEvolution() {}

    /** The ticket a report begins with when a person must decide. */
    static Ticket begin(ReportFiled report, TicketQueued event) {
        return new Ticket.Queued(
                report,
                event.round(),
                event.reason(),
                event.candidates(),
                event.policyVersion(),
                report.filedAt(),
                null,
                List.of(),
                List.of(),
                Proceedings.NONE);
    }

    /** The ticket a report begins with when the rules have one answer. */
    static Ticket begin(ReportFiled report, TicketDispatched event) {
        return new Ticket.Dispatched(report, Order.of(event), open(event), List.of(), List.of(), Proceedings.NONE);
    }

    /**
     * The ticket after an event of the journal.
     *
     * @throws UnexpectedEvent when this ticket cannot have met it
     */
    public static Ticket evolve(Ticket ticket, JournalEvent event) {
        return switch (event) {
            case TicketQueued e -> queued(ticket, e);
            case TicketDispatched e -> dispatched(ticket, e);
            case TicketNotAccepted e ->
                new Ticket.NotAccepted(
                        ticket.report(),
                        e.channel(),
                        e.explanation(),
                        e.decidedAt(),
                        ticket.returns(),
                        ticket.past(),
                        ticket.proceedings());
            case HandlingPaused e -> paused(ticket, e);
            case ReturnApproved e -> approved(ticket, e);
            case ReturnRefused e -> refused(ticket, e);
            case ReworkAssigned e -> onLeg(ticket, e.assignmentId(), state -> rework(state, e));
            case AssignmentAccepted e -> onLeg(ticket, e.assignmentId(), state -> accept(state, e.acceptedAt()));
            case AssignmentCompleted e ->
                WhistleEvolution.reported(completed(ticket, e.assignmentId(), e.completedAt()), e);
            case ReturnRequested e -> returnRequested(ticket, e);
            case TicketClosed e -> closed(ticket, e);
            // Facts that tell, and change nothing here.
            case ReportFiled e -> ticket;
            case ReportJoined e -> ticket;
            case RoutineRegistered e -> throw new UnexpectedEvent("a routine matter never becomes a ticket");
            case ProgressNoted e -> ticket;
            case VerificationPassed e -> ticket;
            // Answered by a decision of this service, which then changes the ticket.
            case ReworkOrdered e -> ticket;
            case TicketReopened e -> ticket;
            case ReporterAnswered e -> ticket;
            case ClockWarned e -> ticket;
            case ClockBreached e -> ticket;
            case SupervisionOrdered e -> ticket;
            case MatterOpened e -> ticket;
            case MatterAnswered e -> ticket;
            case MatterPassedUp e -> ticket;
            case DeliberationHeld e -> ticket;
            case AlarmAcknowledged e -> ticket;
            case MarkedSafe e -> ticket;
            case TicketMerged e -> Merging.merged(ticket, e);
            case TicketUnmerged e -> Merging.unmerged(ticket, e);
            case ExtensionGranted e -> Requests.extended(ticket, e);
            case ExtensionRefused e -> Requests.refused(ticket, e);
            case SuspensionGranted e -> Requests.suspended(ticket, e);
            case SuspensionRefused e -> Requests.refused(ticket, e);
            case HandlingResumed e -> Requests.resumed(ticket, e);
            case ConsultationOpened e -> Consultations.opened(ticket, e);
            case ConsultationConcluded e -> Consultations.concluded(ticket, e);
            case LegRated e -> WhistleEvolution.rated(ticket, e);
            case AssetOwnerRegistered e -> ticket;
            case ExtensionRequested e -> Requests.asked(ticket, LegRequest.of(e));
            case SuspensionRequested e -> Requests.asked(ticket, LegRequest.of(e));
            case CheckedIn e -> WhistleEvolution.checkedIn(ticket, e);
            case OwnershipAnswered e -> WhistleEvolution.answered(ticket, e);
            case TicketChased e -> ticket;
            case BulletinIssued e -> ticket;
            case CheckInMissed e -> ticket;
            case AppealFiled e -> ticket;
            case AppealDecided e -> ticket;
            case CommunityRated e -> ticket;
        };
    }

    private static List<LegState> open(TicketDispatched event) {
        return event.legs().stream()
                .<LegState>map(leg -> new LegState.Open(leg, null, null))
                .toList();
    }

    private static Ticket queued(Ticket ticket, TicketQueued event) {
        return new Ticket.Queued(
                ticket.report(),
                event.round(),
                event.reason(),
                event.candidates(),
                event.policyVersion(),
                event.queuedAt(),
                ticket.lastOrder().orElse(null),
                overtaken(ticket, event.queuedAt()),
                withEnded(ticket, event.queuedAt()),
                allEnded(ticket, event.queuedAt()));
    }

    private static Ticket dispatched(Ticket ticket, TicketDispatched event) {
        return new Ticket.Dispatched(
                ticket.report(),
                Order.of(event),
                open(event),
                overtaken(ticket, event.dispatchedAt()),
                withEnded(ticket, event.dispatchedAt()),
                allEnded(ticket, event.dispatchedAt()));
    }

    /** Objections nobody has decided when the round ends: the bodies are rid of their parts, as they asked. */
    private static List<ReturnCase> overtaken(Ticket ticket, Instant at) {
        return ticket.returns().stream()
                .map(known -> known.pending() ? known.decided(true, OVERTAKEN, Actor.SYSTEM, at) : known)
                .toList();
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

    private static PastLeg past(LegState state, int round, PastLeg.Fate fate, Limit limit, Instant stoppedAt) {
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

    private static LegState accept(LegState state, Instant at) {
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

    private static Ticket paused(Ticket ticket, HandlingPaused event) {
        boolean running = ticket.leg(event.assignmentId())
                .filter(LegState.Open.class::isInstance)
                .isPresent();
        Ticket after = onLeg(ticket, event.assignmentId(), state -> pause(state, event));
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

    private static LegState rework(LegState state, ReworkAssigned event) {
        return switch (state) {
            case LegState.Completed s ->
                new LegState.Open(LegState.withHandle(s.leg(), event.handle()), s.acceptedAt(), null)
                        .noting(s.noted().forRework());
            case LegState.Open s -> s;
            case LegState.Paused s -> s;
            case LegState.Suspended s -> s;
        };
    }

    private static Ticket returnRequested(Ticket ticket, ReturnRequested event) {
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
            case Ticket t -> throw unknownLeg(t, event.assignmentId());
        };
    }

    private static Ticket approved(Ticket ticket, ReturnApproved event) {
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
        return past(state, order.round(), PastLeg.Fate.RETURNED, order.limit(), at);
    }

    private static Ticket refused(Ticket ticket, ReturnRefused event) {
        Ticket.Dispatched t = dispatched(ticket);
        boolean rests = t.leg(event.assignmentId())
                .filter(LegState.Suspended.class::isInstance)
                .isPresent();
        Ticket.Dispatched noted = t.withReturns(
                        decided(t, event.returnId(), false, event.reason(), event.decidedBy(), event.decidedAt()))
                .with(rests ? t.proceedings() : t.proceedings().resumed(event.assignmentId(), event.decidedAt()));
        return onLeg(noted, event.assignmentId(), state -> goOn(state, event));
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

    private static Ticket closed(Ticket ticket, TicketClosed event) {
        return switch (ticket) {
            case Ticket.Closed t -> t;
            case Ticket t ->
                new Ticket.Closed(
                        t.report(),
                        t.lastOrder().orElse(null),
                        t.legs(),
                        event.outcome(),
                        event.closedAt(),
                        t.returns(),
                        t.past(),
                        allEnded(t, event.closedAt()));
        };
    }

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

    private static Ticket.Dispatched dispatched(Ticket ticket) {
        if (ticket instanceof Ticket.Dispatched dispatched) {
            return dispatched;
        }
        throw new UnexpectedEvent(
                "ticket " + ticket.id() + " is " + ticket.status().code() + ", not dispatched");
    }

    static UnexpectedEvent unknownLeg(Ticket ticket, @Nullable UUID assignmentId) {
        return new UnexpectedEvent("ticket " + ticket.id() + " has no assignment " + assignmentId);
    }
}
