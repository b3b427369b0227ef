package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.ticket.Decision.Accepted;
import org.whistle.dispatch.ticket.Decision.Rejected;
import org.whistle.dispatch.ticket.Dispatching.Choice;

/** What the street may decide about a body's objection (DOMAIN.md §3, returns). Pure. */
final class ReturnRules {

    private final TicketDecider decider;
    private final Dispatching dispatching;
    private final Identification identification;

    ReturnRules(TicketDecider decider, Dispatching dispatching, Identification identification) {
        this.decider = decider;
        this.identification = identification;
        this.dispatching = dispatching;
    }

    /** The street agrees: to another lead at once, or to the queue. */
    Decision approve(Ticket ticket, TicketCommand.ApproveReturn command) {
        return onReturn(ticket, command.returnId(), (t, request, leg) -> {
            boolean leads = leg.leg().role() == LegRole.LEAD;
            if (command.lead() != null && !leads) {
                return new Rejected(Refusal.LEAD_STAYS, "");
            }
            if (request.department().equals(command.lead())) {
                return new Rejected(Refusal.RETURNED_BY_SAME, command.lead());
            }
            if (command.lead() != null && t.consultationRequired()) {
                return new Rejected(Refusal.CONSULTATION_REQUIRED, "");
            }
            ReturnApproved approved = new ReturnApproved(
                    t.id(),
                    request.assignmentId(),
                    request.returnId(),
                    request.department(),
                    command.reason(),
                    command.by(),
                    command.at());
            if (!leads) {
                return new Accepted(identification.after(t, approved));
            }
            return command.lead() == null
                    ? new Accepted(List.of(approved, toQueue(t, command.at())))
                    : approvedAndDispatched(t, approved, command, command.lead());
        });
    }

    private Decision approvedAndDispatched(
            Ticket.Dispatched ticket, ReturnApproved approved, TicketCommand.ApproveReturn command, String lead) {
        Optional<Rejected> wrong = decider.wrongBodies(lead, command.cooperating());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Ticket after = TicketEvolution.evolve(ticket, approved);
        PolicyVersion policy = decider.policyOf(ticket);
        Order order = ticket.order();
        Choice choice = new Choice(
                ticket.id(),
                order.round() + 1,
                order.type(),
                policy.district().condition(order.type(), order.condition()).orElseThrow(),
                order.urgency(),
                lead,
                command.cooperating(),
                TicketDecider.manual(policy, ticket, order.type(), order.condition(), command.by(), command.reason()),
                command.at());
        List<DispatchEvent> events = new ArrayList<>();
        events.add(approved);
        events.add(dispatching.again(choice, after, policy));
        return new Accepted(events);
    }

    private static TicketQueued toQueue(Ticket.Dispatched ticket, Instant at) {
        return new TicketQueued(
                ticket.id(),
                ticket.report().place().street(),
                TicketQueued.Reason.RETURNED,
                List.of(),
                ticket.order().round(),
                ticket.order().policyVersion(),
                at);
    }

    /** The body stays responsible. */
    Decision refuse(Ticket ticket, TicketCommand.RefuseReturn command) {
        return onReturn(
                ticket,
                command.returnId(),
                (t, request, leg) ->
                        new Accepted(List.of(refused(t, request, leg, command.reason(), command.by(), command.at()))));
    }

    /** The refusal, with the clock that goes on where it stopped. */
    ReturnRefused refused(
            Ticket.Dispatched ticket, ReturnCase request, LegState state, String reason, Actor by, Instant at) {
        Instant pausedAt = state instanceof LegState.Paused paused ? paused.pausedAt() : request.requestedAt();
        return new ReturnRefused(
                ticket.id(),
                request.assignmentId(),
                request.returnId(),
                request.department(),
                reason,
                decider.policyOf(ticket)
                        .time()
                        .resume(
                                state.leg().handle(),
                                pausedAt,
                                at,
                                LegLimits.of(ticket.order(), state.leg(), decider.policyOf(ticket)),
                                state.leg().department()),
                by,
                at);
    }

    /** A part that rests goes on resting, on the clock that stands still. */
    ReturnRefused refusedWhileSuspended(
            Ticket.Dispatched ticket, ReturnCase request, LegState.Suspended state, String reason, Instant at) {
        return new ReturnRefused(
                ticket.id(),
                request.assignmentId(),
                request.returnId(),
                request.department(),
                reason,
                state.leg().handle(),
                Actor.SYSTEM,
                at);
    }

    private static Decision onReturn(Ticket ticket, UUID returnId, OnReturn then) {
        if (ticket instanceof Ticket.Merged merged) {
            return new Rejected(Refusal.TICKET_MERGED, merged.into().toString());
        }
        Optional<ReturnCase> request = ticket.returnCase(returnId);
        if (request.isEmpty()) {
            return new Rejected(Refusal.RETURN_UNKNOWN, returnId.toString());
        }
        if (!request.get().pending()) {
            return new Rejected(Refusal.RETURN_DECIDED, "");
        }
        return switch (ticket) {
            case Ticket.Dispatched t ->
                t.leg(request.get().assignmentId())
                        .map(leg -> then.decide(t, request.get(), leg))
                        .orElse(new Rejected(Refusal.RETURN_DECIDED, ""));
            case Ticket.Queued t -> new Rejected(Refusal.RETURN_DECIDED, "");
            case Ticket.Merged t -> new Rejected(Refusal.TICKET_MERGED, t.into().toString());
            case Ticket.NotAccepted t -> new Rejected(Refusal.TICKET_ENDED, "");
            case Ticket.Closed t -> new Rejected(Refusal.TICKET_ENDED, "");
        };
    }

    @FunctionalInterface
    private interface OnReturn {
        Decision decide(Ticket.Dispatched ticket, ReturnCase request, LegState leg);
    }
}
