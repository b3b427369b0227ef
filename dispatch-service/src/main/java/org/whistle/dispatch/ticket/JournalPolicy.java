package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Clock;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.ReworkAssigned;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.Why;
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
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.district.Condition;

/** What this service decides by itself when others report a fact: pauses, rework, reopening. Pure, like the decider. */
final class JournalPolicy {

    private static final String BINDING = "两次退单之后，派单决定具有约束力。After two returns the decision binds.";
    private static final String CONSULTED =
            "会商决定具有约束力，不能再退单。What a consultation decided binds; nobody may return any more.";
    private static final String ONCE = "同一部门对同一工单只能退单一次。A department may object once.";
    private static final String RESTS = "任务正在挂账，不能退单。The part is suspended; it cannot be returned.";
    private static final String LATE = "已超过退单时限。The time for returning is over.";

    private final TicketDecider decider;
    private final Dispatching dispatching;

    JournalPolicy(TicketDecider decider, Dispatching dispatching) {
        this.decider = decider;
        this.dispatching = dispatching;
    }

    /**
     * What follows from a fact.
     *
     * @param before the ticket before the fact
     * @param after the ticket with the fact in it
     * @throws UnexpectedEvent when this ticket cannot have met it
     */
    List<DispatchEvent> decide(Ticket before, Ticket after, JournalEvent fact, Instant at) {
        return switch (fact) {
            case ReturnRequested request -> onReturn(before, after, request, at);
            case ReworkOrdered order -> onRework(after, order, at);
            case TicketReopened reopened -> onReopened(after, reopened, at);
            case DispatchEvent own -> List.of();
            case TicketUnmerged unmerged ->
                after instanceof Ticket.Merged ? List.of(decider.anew(after, at)) : List.of();
            case IntakeEvent told -> List.of();
            case AssignmentAccepted told -> List.of();
            case ProgressNoted told -> List.of();
            case AssignmentCompleted done -> decider.identification().reported(before, after, at);
            case VerificationPassed told -> List.of();
            case ReporterAnswered told -> List.of();
            case TicketClosed told -> List.of();
            case ClockWarned told -> List.of();
            case ClockBreached told -> List.of();
            case SupervisionOrdered told -> List.of();
            case ExtensionRequested asked ->
                RequestRules.onRequest(before, after, asked.requestId(), decider.policyOf(after), at);
            case SuspensionRequested asked ->
                RequestRules.onRequest(before, after, asked.requestId(), decider.policyOf(after), at);
            case CheckedIn told -> List.of();
            case OwnershipAnswered answer -> decider.identification().answered(before, after, answer, at);
            case TicketChased told -> List.of();
            case BulletinIssued told -> List.of();
            case CheckInMissed told -> List.of();
            case AppealFiled told -> List.of();
            case AppealDecided told -> List.of();
            case CommunityRated told -> List.of();
        };
    }

    private List<DispatchEvent> onReturn(Ticket before, Ticket after, ReturnRequested request, Instant at) {
        boolean known = before.returnCase(request.returnId()).isPresent();
        if (known || !(after instanceof Ticket.Dispatched ticket)) {
            return List.of();
        }
        Optional<LegState> leg = ticket.leg(request.assignmentId());
        Optional<ReturnCase> opened = ticket.returnCase(request.returnId());
        if (leg.isEmpty() || opened.isEmpty()) {
            return List.of();
        }
        if (leg.get() instanceof LegState.Suspended rests) {
            // Sent before the department could know that it rests. It is answered, and the part goes on resting.
            return List.of(decider.returns().refusedWhileSuspended(ticket, opened.get(), rests, RESTS, at));
        }
        HandlingPaused paused =
                new HandlingPaused(ticket.id(), request.assignmentId(), request.returnId(), request.requestedAt());
        // The state is asked again with the pause in it, so that a completed leg is refused as the fact it cannot be.
        Ticket.Dispatched standing = (Ticket.Dispatched) TicketEvolution.evolve(ticket, paused);
        Optional<String> refusal = refusal(before, ticket, leg.get(), request);
        if (refusal.isEmpty()) {
            return List.of(paused);
        }
        return List.of(
                paused,
                decider.returns()
                        .refused(
                                standing,
                                opened.get(),
                                standing.leg(request.assignmentId()).orElseThrow(),
                                refusal.get(),
                                Actor.SYSTEM,
                                at));
    }

    private Optional<String> refusal(Ticket before, Ticket.Dispatched ticket, LegState leg, ReturnRequested request) {
        PolicyVersion policy = decider.policyOf(ticket);
        if (before.proceedings().consulted()) {
            return Optional.of(CONSULTED);
        }
        if (before.returns().size() >= policy.district().policy().bindingReturns()) {
            return Optional.of(BINDING);
        }
        if (before.returns().stream().anyMatch(old -> old.department().equals(request.department()))) {
            return Optional.of(ONCE);
        }
        boolean late = request.requestedAt().isAfter(ReturnTerms.until(ticket.order(), leg.leg(), policy));
        return late ? Optional.of(LATE) : Optional.empty();
    }

    private List<DispatchEvent> onRework(Ticket ticket, ReworkOrdered order, Instant at) {
        if (ticket.isPast(order.assignmentId()) || ticket instanceof Ticket.Closed) {
            return List.of();
        }
        LegState state = ticket.leg(order.assignmentId())
                .orElseThrow(() -> new UnexpectedEvent(
                        "ticket " + ticket.id() + " has no assignment " + order.assignmentId() + " to rework"));
        return switch (state) {
            case LegState.Completed s -> List.of(rework((Ticket.Dispatched) ticket, s, order, at));
            // Sent back before, or never confirmed: it is at work already.
            case LegState.Open s -> List.of();
            case LegState.Paused s -> List.of();
            case LegState.Suspended s -> List.of();
        };
    }

    private ReworkAssigned rework(Ticket.Dispatched ticket, LegState.Completed state, ReworkOrdered order, Instant at) {
        Clock handle = decider.policyOf(ticket)
                .time()
                .resume(
                        state.leg().handle(),
                        state.completedAt(),
                        at,
                        LegLimits.of(ticket.order(), state.leg(), decider.policyOf(ticket)),
                        state.leg().department());
        return new ReworkAssigned(
                ticket.id(), order.assignmentId(), state.leg().department(), order.reason(), handle, at);
    }

    private List<DispatchEvent> onReopened(Ticket ticket, TicketReopened reopened, Instant at) {
        Order order = ticket.lastOrder()
                .filter(known -> !ticket.legs().isEmpty())
                .orElseThrow(() -> new UnexpectedEvent(
                        "ticket " + ticket.id() + " is " + ticket.status().code() + " and was reopened"));
        PolicyVersion policy = decider.policyOf(ticket);
        Condition condition =
                policy.district().condition(order.type(), order.condition()).orElseThrow();
        Why why = new Why(
                Why.Basis.REOPENED,
                order.why().rule(),
                order.policyVersion(),
                order.why().facts(),
                reopened.by(),
                reopened.reason());
        TicketDispatched event = dispatching.fresh(
                new Dispatching.Choice(
                        ticket.id(),
                        order.round() + 1,
                        order.type(),
                        condition,
                        order.urgency(),
                        ticket.lead().orElseThrow().leg().department(),
                        cooperating(ticket),
                        why,
                        at),
                policy);
        return List.of(event);
    }

    private static List<String> cooperating(Ticket ticket) {
        return ticket.legs().stream()
                // What had a task of its own has done it; the matter itself is what is opened again.
                .filter(state ->
                        state.leg().role() == LegRole.COOPERATING && state.leg().task() == null)
                .map(state -> state.leg().department())
                .toList();
    }
}
