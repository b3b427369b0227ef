package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.dispatch.Leg;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.Why;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.policy.Terms;
import org.whistle.district.Condition;

/** Makes a dispatch of a choice: the legs with their ids and clocks (DOMAIN.md §4). */
final class Dispatching {

    private final Supplier<UUID> ids;

    /** @param ids gives each leg its id */
    Dispatching(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /**
     * What was chosen.
     *
     * @param urgency null keeps the catalogue's
     */
    record Choice(
            UUID ticketId,
            int round,
            String type,
            Condition condition,
            @Nullable Urgency urgency,
            String lead,
            List<String> cooperating,
            Why why,
            Instant at) {}

    /** A dispatch with a fresh clock for every body. */
    TicketDispatched fresh(Choice choice, PolicyVersion policy) {
        return dispatched(choice, choice.why(), (department, fresh) -> fresh, policy);
    }

    /**
     * A dispatch of a ticket that other bodies have or had: a body that gets it again goes on with the clock it left, as
     * long as the limit is the same; any other body starts a fresh one.
     */
    TicketDispatched again(Choice choice, Ticket ticket, PolicyVersion policy) {
        return dispatched(
                choice,
                choice.why(),
                (department, fresh) ->
                        goingOn(choice, ticket, department, policy).orElse(fresh),
                policy);
    }

    private TicketDispatched dispatched(Choice choice, Why why, Handle handle, PolicyVersion policy) {
        List<Leg> legs = new ArrayList<>();
        legs.add(leg(choice, choice.lead(), LegRole.LEAD, handle, policy));
        choice.cooperating().forEach(body -> legs.add(leg(choice, body, LegRole.COOPERATING, handle, policy)));
        Urgency urgency =
                choice.urgency() == null ? Terms.wire(choice.condition().urgency()) : choice.urgency();
        return new TicketDispatched(
                choice.ticketId(),
                choice.round(),
                choice.type(),
                choice.condition().code(),
                urgency,
                Terms.wire(choice.condition().limit()),
                legs,
                why,
                choice.at());
    }

    private Leg leg(Choice choice, String department, LegRole role, Handle handle, PolicyVersion policy) {
        Clock accept =
                policy.time().clock(choice.at(), policy.district().policy().accept(), department);
        Clock fresh = policy.time().handling(choice.at(), choice.condition().limit(), department);
        return new Leg(ids.get(), department, role, accept, handle.of(department, fresh));
    }

    private static Optional<Clock> goingOn(Choice choice, Ticket ticket, String department, PolicyVersion policy) {
        org.whistle.district.Limit limit = choice.condition().limit();
        if (ticket instanceof Ticket.Dispatched now
                && Terms.limit(now.order().limit()).equals(limit)) {
            for (LegState state : now.legs()) {
                if (state.leg().department().equals(department)) {
                    return Optional.of(running(state, choice.at(), limit, policy));
                }
            }
        }
        return ticket.past().reversed().stream()
                .filter(leg -> leg.department().equals(department))
                .findFirst()
                .filter(leg -> leg.fate() != PastLeg.Fate.COMPLETED
                        && Terms.limit(leg.limit()).equals(limit))
                .map(leg -> policy.time().resume(leg.handle(), leg.stoppedAt(), choice.at(), limit, department));
    }

    /** The clock of a part that is taken on into the next round; one that stands still goes on now. */
    private static Clock running(LegState state, Instant at, org.whistle.district.Limit limit, PolicyVersion policy) {
        Clock handle = state.leg().handle();
        String department = state.leg().department();
        return switch (state) {
            case LegState.Open s -> handle;
            case LegState.Completed s -> handle;
            case LegState.Paused s -> policy.time().resume(handle, s.pausedAt(), at, limit, department);
            case LegState.Suspended s -> policy.time().resume(handle, s.suspendedAt(), at, limit, department);
        };
    }

    @FunctionalInterface
    private interface Handle {
        Clock of(String department, Clock fresh);
    }
}
