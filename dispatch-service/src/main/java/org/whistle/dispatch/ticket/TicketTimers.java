package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.dispatch.policy.PolicyVersion;

/**
 * What a ticket waits for by itself, and what follows when it is due. Timers are derived from the state and stored with it,
 * so that a re-dispatch, a return or a closing drops those that no longer mean anything.
 */
public final class TicketTimers {

    private TicketTimers() {}

    /** The timers a ticket in this state needs. */
    public static List<TicketTimer> of(Ticket ticket) {
        if (!(ticket instanceof Ticket.Dispatched)) {
            return List.of();
        }
        List<TicketTimer> timers = new ArrayList<>();
        for (LegState state : ticket.legs()) {
            switch (state) {
                case LegState.Suspended s ->
                    timers.add(new TicketTimer(TicketTimer.Kind.RESUME, s.requestId(), s.until()));
                case LegState.Open s -> {}
                case LegState.Paused s -> {}
                case LegState.Completed s -> {}
            }
        }
        Identification.dueAt(ticket)
                .ifPresent(due -> timers.add(
                        new TicketTimer(TicketTimer.Kind.IDENTIFICATION, Identification.whistleOf(ticket), due)));
        return timers;
    }

    /**
     * What follows when one of the ticket's timers is due. What was going on counts from the instant it was due at, however
     * late it is; what begins anew begins now.
     *
     * @param at now, not before it is due
     */
    static List<DispatchEvent> due(
            Ticket ticket, TicketTimer timer, PolicyVersion policy, Identification identification, Instant at) {
        return switch (timer.kind()) {
            case RESUME ->
                ticket.suspended(timer.ref())
                        .<List<DispatchEvent>>map(
                                leg -> List.of(resumed(ticket, leg, policy, Actor.SYSTEM, null, timer.dueAt())))
                        .orElse(List.of());
            case IDENTIFICATION -> identification.timeIsOver(ticket, at);
        };
    }

    /**
     * The end of a suspension: the clock goes on where it stopped.
     *
     * @param reason why before its time; null at its time
     */
    static HandlingResumed resumed(
            Ticket ticket,
            LegState.Suspended state,
            PolicyVersion policy,
            Actor by,
            @Nullable String reason,
            Instant at) {
        UUID assignment = state.leg().assignmentId();
        String department = state.leg().department();
        Order order = ticket.lastOrder().orElseThrow();
        return new HandlingResumed(
                ticket.id(),
                assignment,
                department,
                state.requestId(),
                policy.time()
                        .resume(
                                state.leg().handle(),
                                state.suspendedAt(),
                                at,
                                LegLimits.of(order, state.leg(), policy),
                                department),
                by,
                at,
                reason);
    }
}
