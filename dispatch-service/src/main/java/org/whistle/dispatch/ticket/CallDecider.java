package org.whistle.dispatch.ticket;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.dispatch.policy.PolicyBook;
import org.whistle.dispatch.ticket.Decision.Rejected;
import org.whistle.district.Department;

/**
 * Decides about whistles from below the street (小区党支部吹哨、居民吹哨). The mechanism is the whistle's; what differs is who may
 * call whom, which is the district's data, and that nothing the street decided is undone by it. Pure.
 */
final class CallDecider {

    private final TicketDecider decider;
    private final WhistleDecider whistles;
    private final PolicyBook policies;

    CallDecider(TicketDecider decider, WhistleDecider whistles, PolicyBook policies) {
        this.decider = decider;
        this.whistles = whistles;
        this.policies = policies;
    }

    Decision call(Ticket ticket, TicketCommand.CallTogether command) {
        Optional<Rejected> wrong = TicketDecider.standing(ticket)
                .or(() -> command.bodies().isEmpty()
                        ? Optional.of(new Rejected(Refusal.NO_INVITEES, ""))
                        : decider.wrongBodies(command.bodies()))
                .or(() -> notTheirs(ticket, command))
                .or(() -> undoes(ticket))
                .or(() -> WhistleDecider.wrongTimes(command));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        return switch (decider.classify(ticket, null, null)) {
            case TicketDecider.Classified.Wrong refused -> refused.why();
            case TicketDecider.Classified.As as ->
                whistles.called(
                        ticket,
                        as,
                        ticket.lastOrder().map(Order::urgency).orElse(null),
                        bodies(ticket, command),
                        command.checkInBy(),
                        command);
        };
    }

    /** Nobody calls the body that a hidden reporter reports on, as no rule would send it the ticket. */
    private Optional<Rejected> notTheirs(Ticket ticket, TicketCommand.CallTogether command) {
        String kind = command.kind().name().toLowerCase(Locale.ROOT);
        Set<String> theirs =
                policies
                        .current()
                        .district()
                        .whistledFor(
                                command.roles(), kind, ticket.report().place().grid())
                        .stream()
                        .map(Department::code)
                        .collect(Collectors.toSet());
        return command.bodies().stream()
                .filter(body ->
                        !theirs.contains(body) || body.equals(ticket.report().about()))
                .findFirst()
                .map(body -> new Rejected(Refusal.NOT_YOURS_TO_CALL, body));
    }

    private static Optional<Rejected> undoes(Ticket ticket) {
        if (!(ticket instanceof Ticket.Dispatched now)) {
            return Optional.empty();
        }
        if (now.order().whistle() != null) {
            return Optional.of(new Rejected(Refusal.WHISTLE_RUNNING, ""));
        }
        return now.legs().stream()
                .filter(LegState.Suspended.class::isInstance)
                .findFirst()
                .map(state -> new Rejected(Refusal.PART_RESTS, state.leg().department()));
    }

    /** Who leads goes on leading, and who still has a part keeps it; those called come behind them. */
    private static List<String> bodies(Ticket ticket, TicketCommand.CallTogether command) {
        Set<String> bodies = new LinkedHashSet<>();
        ticket.lead().ifPresent(lead -> bodies.add(lead.leg().department()));
        ticket.legs().stream()
                .filter(state -> state.leg().role() == LegRole.COOPERATING
                        && state.leg().task() == null
                        && !(state instanceof LegState.Completed))
                .forEach(state -> bodies.add(state.leg().department()));
        bodies.addAll(command.bodies());
        return new ArrayList<>(bodies);
    }

    /** Who had called rates; once for each completion, like the street. */
    static Decision rate(Ticket ticket, TicketCommand.RateCalled command) {
        Optional<LegState> part = ticket.leg(command.assignmentId());
        if (part.isEmpty()) {
            return new Rejected(Refusal.LEG_UNKNOWN, command.assignmentId().toString());
        }
        boolean called = ticket.lastOrder()
                .map(Order::whistle)
                .filter(whistle -> whistle.kind() == Whistle.Kind.BRANCH || whistle.kind() == Whistle.Kind.RESIDENTS)
                .isPresent();
        return called
                ? WhistleDecider.rate(
                        ticket,
                        new TicketCommand.RateLeg(
                                command.assignmentId(),
                                command.rating(),
                                command.comment(),
                                command.by(),
                                command.at()))
                : new Rejected(Refusal.NOT_CALLED, part.get().leg().department());
    }
}
