package org.whistle.dispatch.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.dispatch.Why;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.ticket.Decision.Accepted;
import org.whistle.dispatch.ticket.Decision.Rejected;
import org.whistle.dispatch.ticket.Dispatching.Choice;

/** Decides about whistles (吹哨) that call bodies to a place, and about the street's ratings. Pure, like {@link TicketDecider}. */
final class WhistleDecider {

    /** A meeting "now" is on its way for a moment. */
    private static final Duration GRACE = Duration.ofMinutes(1);
    /** A later meeting is a slip of the pen. */
    private static final Duration FARTHEST = Duration.ofDays(365);

    private final TicketDecider decider;
    private final Dispatching dispatching;
    private final Supplier<UUID> ids;

    WhistleDecider(TicketDecider decider, Dispatching dispatching, Supplier<UUID> ids) {
        this.decider = decider;
        this.dispatching = dispatching;
        this.ids = ids;
    }

    Decision blow(Ticket ticket, TicketCommand.BlowWhistle command) {
        Optional<Rejected> wrong = TicketDecider.standing(ticket)
                .or(() -> wrongInvitees(command))
                .or(() -> decider.wrongBodies(command.lead(), command.invitees()))
                .or(() -> wrongTimes(command))
                .or(() -> checkInIsFixed(command));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        return switch (decider.classify(ticket, command.type(), command.condition())) {
            case TicketDecider.Classified.Wrong refused -> refused.why();
            case TicketDecider.Classified.As as -> called(ticket, as, command);
        };
    }

    private Decision called(Ticket ticket, TicketDecider.Classified.As as, TicketCommand.BlowWhistle command) {
        List<String> bodies = new ArrayList<>();
        bodies.add(command.lead());
        bodies.addAll(command.invitees());
        return called(ticket, as, null, bodies, checkInBy(command, decider.policyOf(ticket)), command);
    }

    /**
     * What a whistle leads to, whoever blows it: each body has its part, and the first of them leads.
     *
     * @param urgency another urgency than the catalogue's; null keeps it
     * @param checkInBy by when each must have checked in; null when nobody must
     */
    Decision called(
            Ticket ticket,
            TicketDecider.Classified.As as,
            @Nullable Urgency urgency,
            List<String> bodies,
            @Nullable Instant checkInBy,
            TicketCommand.Call command) {
        PolicyVersion policy = decider.policyOf(ticket);
        Why why =
                TicketDecider.manual(policy, ticket, as.type(), as.condition().code(), command.by(), command.reason());
        Choice choice = new Choice(
                ticket.id(),
                TicketDecider.nextRound(ticket),
                as.type(),
                as.condition(),
                urgency,
                bodies.getFirst(),
                bodies.subList(1, bodies.size()),
                why,
                command.at());
        Whistle whistle = new Whistle(
                ids.get(),
                command.kind(),
                command.subject(),
                command.venue(),
                command.position() == null ? ticket.report().position() : command.position(),
                command.meetAt(),
                checkInBy);
        return new Accepted(List.of(dispatching.called(choice, Dispatching.parts(choice), whistle, ticket, policy)));
    }

    private static @Nullable Instant checkInBy(TicketCommand.BlowWhistle command, PolicyVersion policy) {
        return command.kind() == Whistle.Kind.EMERGENCY
                ? policy.time()
                        .plus(command.meetAt(), policy.district().policy().emergencyCheckIn(), null)
                : command.checkInBy();
    }

    private static Optional<Rejected> wrongInvitees(TicketCommand.BlowWhistle command) {
        if (command.invitees().isEmpty()) {
            return Optional.of(new Rejected(Refusal.NO_INVITEES, ""));
        }
        return command.invitees().contains(command.lead())
                ? Optional.of(new Rejected(Refusal.LEAD_INVITED, command.lead()))
                : Optional.empty();
    }

    private static Optional<Rejected> checkInIsFixed(TicketCommand.BlowWhistle command) {
        return command.checkInBy() != null && command.kind() == Whistle.Kind.EMERGENCY
                ? Optional.of(new Rejected(Refusal.CHECK_IN_FIXED, ""))
                : Optional.empty();
    }

    /** What is wrong with a whistle's times; empty when nothing is. */
    static Optional<Rejected> wrongTimes(TicketCommand.Call command) {
        Instant meetAt = command.meetAt();
        Instant checkInBy = command.checkInBy();
        if (meetAt.isBefore(command.at().minus(GRACE))) {
            return Optional.of(new Rejected(Refusal.WHISTLE_PAST, ""));
        }
        Instant farthest = command.at().plus(FARTHEST);
        if (meetAt.isAfter(farthest) || checkInBy != null && checkInBy.isAfter(farthest)) {
            return Optional.of(new Rejected(Refusal.MEETING_TOO_FAR, ""));
        }
        return checkInBy != null && checkInBy.isBefore(meetAt)
                ? Optional.of(new Rejected(Refusal.CHECK_IN_BEFORE_MEETING, ""))
                : Optional.empty();
    }

    /** Once for each completion; also when the part or the ticket has ended. */
    static Decision rate(Ticket ticket, TicketCommand.RateLeg command) {
        UUID id = command.assignmentId();
        Optional<LegState> present = ticket.leg(id);
        Optional<PastLeg> past = ticket.past().stream()
                .filter(leg -> leg.assignmentId().equals(id))
                .findFirst();
        if (present.isEmpty() && past.isEmpty()) {
            return new Rejected(Refusal.LEG_UNKNOWN, id.toString());
        }
        boolean completed = present.filter(LegState.Completed.class::isInstance).isPresent()
                || past.filter(leg -> leg.fate() == PastLeg.Fate.COMPLETED).isPresent();
        String department = present.map(state -> state.leg().department())
                .or(() -> past.map(PastLeg::department))
                .orElseThrow();
        if (!completed) {
            return new Rejected(Refusal.LEG_NOT_COMPLETED, department);
        }
        LegNotes notes =
                present.map(LegState::noted).or(() -> past.map(PastLeg::noted)).orElseThrow();
        if (notes.rating() != null) {
            return new Rejected(Refusal.ALREADY_RATED, department);
        }
        return new Accepted(List.of(new LegRated(
                ticket.id(), id, department, command.rating(), command.comment(), command.by(), command.at())));
    }
}
