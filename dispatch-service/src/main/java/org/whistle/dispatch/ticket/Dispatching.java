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
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.Whistle;
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

    /**
     * One body's part in a choice.
     *
     * @param task what it is to do; null when it is simply to handle the matter
     */
    record Part(String department, LegRole role, @Nullable LegTask task) {}

    /** A dispatch with a fresh clock for every body. */
    TicketDispatched fresh(Choice choice, PolicyVersion policy) {
        return dispatched(choice, parts(choice), null, (part, fresh) -> fresh, policy);
    }

    /**
     * A dispatch of a ticket that other bodies have or had: a body that gets it again goes on with the clock it left, as
     * long as the limit is the same; any other body starts a fresh one.
     */
    TicketDispatched again(Choice choice, Ticket ticket, PolicyVersion policy) {
        return called(choice, parts(choice), null, ticket, policy);
    }

    /**
     * The same, with bodies that have tasks of their own, or that a whistle calls. A body goes on with the clock of the
     * task it had.
     *
     * @param parts exactly one lead, then any cooperating bodies; they stand instead of the choice's
     * @param whistle null when none calls the bodies
     */
    TicketDispatched called(
            Choice choice, List<Part> parts, @Nullable Whistle whistle, Ticket ticket, PolicyVersion policy) {
        return dispatched(
                choice,
                parts,
                whistle,
                (part, fresh) -> goingOn(choice, ticket, part, policy).orElse(fresh),
                policy);
    }

    /** Parts of bodies that are simply to handle the matter. */
    static List<Part> parts(Choice choice) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(choice.lead(), LegRole.LEAD, null));
        choice.cooperating().forEach(body -> parts.add(new Part(body, LegRole.COOPERATING, null)));
        return parts;
    }

    private TicketDispatched dispatched(
            Choice choice, List<Part> parts, @Nullable Whistle whistle, Handle handle, PolicyVersion policy) {
        Urgency urgency =
                choice.urgency() == null ? Terms.wire(choice.condition().urgency()) : choice.urgency();
        return new TicketDispatched(
                choice.ticketId(),
                choice.round(),
                choice.type(),
                choice.condition().code(),
                urgency,
                Terms.wire(choice.condition().limit()),
                parts.stream().map(part -> leg(choice, part, handle, policy)).toList(),
                choice.why(),
                choice.at(),
                whistle);
    }

    private Leg leg(Choice choice, Part part, Handle handle, PolicyVersion policy) {
        String department = part.department();
        Clock accept =
                policy.time().clock(choice.at(), policy.district().policy().accept(), department);
        Clock fresh = policy.time().handling(choice.at(), limit(choice, part, policy), department);
        return new Leg(ids.get(), department, part.role(), accept, handle.of(part, fresh), part.task());
    }

    private static Optional<Clock> goingOn(Choice choice, Ticket ticket, Part part, PolicyVersion policy) {
        org.whistle.district.Limit limit = limit(choice, part, policy);
        if (ticket instanceof Ticket.Dispatched now) {
            for (LegState state : now.legs()) {
                if (isSame(part, state.leg().department(), state.leg().task())
                        && LegLimits.of(now.order(), state.leg(), policy).equals(limit)) {
                    return Optional.of(running(state, choice, limit, policy));
                }
            }
        }
        return ticket.past().reversed().stream()
                .filter(leg -> isSame(part, leg.department(), leg.task()))
                .findFirst()
                .filter(leg -> leg.fate() != PastLeg.Fate.COMPLETED)
                .filter(leg -> LegLimits.of(leg.task(), Terms.limit(leg.limit()), policy)
                        .equals(limit))
                .map(leg -> policy.time().resume(leg.handle(), leg.stoppedAt(), choice.at(), limit, part.department()));
    }

    /** A clock that stood still goes on from the dispatch. */
    private static Clock running(
            LegState state, Choice choice, org.whistle.district.Limit limit, PolicyVersion policy) {
        Leg leg = state.leg();
        return switch (state) {
            case LegState.Paused s ->
                policy.time().resume(leg.handle(), s.pausedAt(), choice.at(), limit, leg.department());
            case LegState.Suspended s ->
                policy.time().resume(leg.handle(), s.suspendedAt(), choice.at(), limit, leg.department());
            case LegState.Open s -> leg.handle();
            case LegState.Completed s -> leg.handle();
        };
    }

    private static org.whistle.district.Limit limit(Choice choice, Part part, PolicyVersion policy) {
        return LegLimits.of(part.task(), choice.condition().limit(), policy);
    }

    private static boolean isSame(Part part, String department, @Nullable LegTask task) {
        return part.department().equals(department) && part.task() == task;
    }

    @FunctionalInterface
    private interface Handle {
        Clock of(Part part, Clock fresh);
    }
}
