package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.dispatch.Why;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.ticket.Decision.Accepted;
import org.whistle.dispatch.ticket.Decision.Rejected;
import org.whistle.dispatch.ticket.Dispatching.Choice;
import org.whistle.dispatch.ticket.Dispatching.Part;
import org.whistle.district.Condition;
import org.whistle.district.Department;
import org.whistle.district.District;
import org.whistle.district.IssueKind;
import org.whistle.district.Label;

/**
 * Whose is it (认领; DOMAIN.md §3, the manhole cover): some bodies make the asset safe while others say whether it is their
 * own. The first that claims it gets it at once; when nobody does, a body repairs it as the backstop (兜底) and the district
 * fixes an owner for good. Pure, like {@link TicketDecider}.
 */
public final class Identification {

    private final TicketDecider decider;
    private final Dispatching dispatching;
    private final Supplier<UUID> ids;

    Identification(TicketDecider decider, Dispatching dispatching, Supplier<UUID> ids) {
        this.decider = decider;
        this.dispatching = dispatching;
        this.ids = ids;
    }

    Decision begin(Ticket ticket, TicketCommand.Identify command) {
        Optional<Rejected> standing = TicketDecider.standing(ticket);
        if (standing.isPresent()) {
            return standing.get();
        }
        if (running(ticket).isPresent()) {
            return new Rejected(Refusal.IDENTIFICATION_RUNNING, "");
        }
        return switch (decider.classify(ticket, command.type(), command.condition())) {
            case TicketDecider.Classified.Wrong refused -> refused.why();
            case TicketDecider.Classified.As as -> asked(ticket, as, command);
        };
    }

    private Decision asked(Ticket ticket, TicketDecider.Classified.As as, TicketCommand.Identify command) {
        PolicyVersion policy = decider.policyOf(ticket);
        OwnerCandidates named = OwnerCandidates.of(policy.district());
        List<String> makeSafe = command.makeSafe().isEmpty() ? named.makeSafe() : command.makeSafe();
        List<String> candidates = command.candidates().isEmpty()
                ? named.candidates().stream()
                        .filter(body -> !makeSafe.contains(body))
                        .toList()
                : command.candidates();
        if (!hasOwner(policy.district(), as.type(), as.condition())) {
            return new Rejected(Refusal.NO_COMPONENT, as.type());
        }
        if (candidates.isEmpty()) {
            return new Rejected(Refusal.CANDIDATES_REQUIRED, "");
        }
        if (makeSafe.isEmpty()) {
            return new Rejected(Refusal.MAKE_SAFE_REQUIRED, "");
        }
        List<Part> parts = new ArrayList<>();
        makeSafe.forEach(body ->
                parts.add(new Part(body, parts.isEmpty() ? LegRole.LEAD : LegRole.COOPERATING, LegTask.MAKE_SAFE)));
        candidates.forEach(body -> parts.add(new Part(body, LegRole.COOPERATING, LegTask.IDENTIFY)));
        List<String> cooperating = parts.stream().skip(1).map(Part::department).toList();
        Optional<Rejected> wrong = decider.wrongBodies(makeSafe.getFirst(), cooperating);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Whistle whistle = new Whistle(
                ids.get(),
                Whistle.Kind.IDENTIFICATION,
                command.subject(),
                command.venue(),
                ticket.report().position(),
                command.at(),
                null);
        Why why =
                TicketDecider.manual(policy, ticket, as.type(), as.condition().code(), command.by(), command.reason());
        Choice choice = new Choice(
                ticket.id(),
                TicketDecider.nextRound(ticket),
                as.type(),
                as.condition(),
                null,
                makeSafe.getFirst(),
                cooperating,
                why,
                command.at());
        return new Accepted(List.of(dispatching.called(choice, parts, whistle, ticket, policy)));
    }

    /** What follows from an answer: the owner gets it, or after the last "not mine" the backstop. */
    List<DispatchEvent> answered(Ticket before, Ticket after, OwnershipAnswered answer, Instant at) {
        boolean fresh = before.leg(answer.assignmentId())
                .filter(state -> !(state instanceof LegState.Completed))
                .isPresent();
        return fresh && answer.mine()
                ? running(after).map(asking -> claimed(asking, answer, at)).orElse(List.of())
                : reported(before, after, at);
    }

    /** What follows when a body is done without claiming it: after the last one asked, the backstop. */
    List<DispatchEvent> reported(Ticket before, Ticket after, Instant at) {
        boolean asked = running(before).filter(Identification::isOpen).isPresent();
        return running(after)
                .filter(asking -> asked && !isOpen(asking))
                .map(asking -> backstop(asking, IdentificationWords.NOBODYS, at))
                .orElse(List.of());
    }

    /** A body that is rid of its part answers no more; when nobody is left to answer, the backstop follows. */
    List<DispatchEvent> after(Ticket.Dispatched ticket, ReturnApproved approved) {
        List<DispatchEvent> events = new ArrayList<>();
        events.add(approved);
        if (running(ticket).isPresent()
                && TicketEvolution.evolve(ticket, approved) instanceof Ticket.Dispatched left
                && !isOpen(left)) {
            events.addAll(backstop(left, IdentificationWords.NOBODYS, approved.decidedAt()));
        }
        return events;
    }

    /** Until when the bodies asked must have answered; empty when nobody is asked. */
    static Optional<Instant> dueAt(Ticket ticket) {
        return running(ticket).flatMap(t -> t.legs().stream()
                .filter(Identification::isAsked)
                .filter(state -> !(state instanceof LegState.Completed))
                .map(state -> state.leg().handle().dueAt())
                .max(Instant::compareTo));
    }

    /** The whistle that asks. */
    static UUID whistleOf(Ticket ticket) {
        return running(ticket)
                .map(Ticket.Dispatched::order)
                .map(Order::whistle)
                .map(Whistle::whistleId)
                .orElseThrow();
    }

    /** The time to answer is over and nobody has claimed it. */
    List<DispatchEvent> timeIsOver(Ticket ticket, Instant at) {
        boolean due = dueAt(ticket).filter(limit -> !limit.isAfter(at)).isPresent();
        return due ? backstop(running(ticket).orElseThrow(), IdentificationWords.SILENT, at) : List.of();
    }

    Decision register(Ticket ticket, TicketCommand.RegisterAssetOwner command) {
        return switch (decider.classify(ticket, null, null)) {
            case TicketDecider.Classified.Wrong refused -> refused.why();
            case TicketDecider.Classified.As as -> {
                if (!hasOwner(decider.policyOf(ticket).district(), as.type(), as.condition())) {
                    yield new Rejected(Refusal.NO_COMPONENT, as.type());
                }
                Optional<Rejected> wrong = decider.wrongBodies(command.department(), List.of());
                if (wrong.isPresent()) {
                    yield wrong.get();
                }
                yield new Accepted(List.of(new AssetOwnerRegistered(
                        ticket.id(),
                        command.assetId() == null ? assetId(ticket.report(), as.type()) : command.assetId(),
                        command.department(),
                        ticket.report().position(),
                        command.reason(),
                        command.by(),
                        command.at())));
            }
        };
    }

    /** The reporter's number, or one made of type and ticket number, so that the same ticket always names the same asset. */
    static String assetId(ReportFiled report, String type) {
        return report.assetId() != null ? report.assetId() : type + "-" + report.ticketNo();
    }

    /** The ticket while bodies are asked whose it is and none has claimed it. */
    static Optional<Ticket.Dispatched> running(Ticket ticket) {
        return ticket instanceof Ticket.Dispatched t
                        && t.order().whistle() != null
                        && t.order().whistle().kind() == Whistle.Kind.IDENTIFICATION
                ? Optional.of(t)
                : Optional.empty();
    }

    private List<DispatchEvent> claimed(Ticket.Dispatched ticket, OwnershipAnswered answer, Instant at) {
        String reason = IdentificationWords.claimed(name(ticket, answer.department()), answer.basis());
        String assetId = assetId(ticket.report(), ticket.order().type());
        return List.of(
                toOwner(ticket, answer.department(), assetId, "claim", reason, at),
                new AssetOwnerRegistered(
                        ticket.id(),
                        assetId,
                        answer.department(),
                        ticket.report().position(),
                        reason,
                        Actor.SYSTEM,
                        at));
    }

    /** A district whose data names no backstop has the street decide. */
    private List<DispatchEvent> backstop(Ticket.Dispatched ticket, String why, Instant at) {
        PolicyVersion policy = decider.policyOf(ticket);
        @Nullable String body = OwnerCandidates.of(policy.district()).backstop();
        if (body == null || decider.wrongBodies(body, List.of()).isPresent()) {
            return List.of(new TicketQueued(
                    ticket.id(),
                    ticket.report().place().street(),
                    TicketQueued.Reason.OWNER_UNKNOWN,
                    List.of(),
                    ticket.order().round(),
                    ticket.order().policyVersion(),
                    at));
        }
        String assetId = assetId(ticket.report(), ticket.order().type());
        return List.of(
                toOwner(ticket, body, assetId, "backstop", IdentificationWords.backstop(why, name(ticket, body)), at));
    }

    /** The next round: the owner handles it, and who is making it safe goes on with that. */
    private TicketDispatched toOwner(
            Ticket.Dispatched ticket, String owner, String assetId, String by, String reason, Instant at) {
        PolicyVersion policy = decider.policyOf(ticket);
        Order order = ticket.order();
        Set<String> atWork = new LinkedHashSet<>();
        ticket.legs().stream()
                .filter(state -> state.leg().task() == LegTask.MAKE_SAFE && !(state instanceof LegState.Completed))
                .forEach(state -> atWork.add(state.leg().department()));
        atWork.remove(owner);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(owner, LegRole.LEAD, null));
        atWork.forEach(body -> parts.add(new Part(body, LegRole.COOPERATING, LegTask.MAKE_SAFE)));
        Condition condition =
                policy.district().condition(order.type(), order.condition()).orElseThrow();
        Choice choice = new Choice(
                ticket.id(),
                order.round() + 1,
                order.type(),
                condition,
                order.urgency(),
                owner,
                List.copyOf(atWork),
                new Why(
                        Why.Basis.ASSET_OWNER,
                        null,
                        policy.version(),
                        List.of(
                                "type=" + order.type(),
                                "condition=" + order.condition(),
                                "place=" + ticket.report().place().grid(),
                                "assetId=" + assetId,
                                "assetOwner=" + owner,
                                "ownerBy=" + by),
                        Actor.SYSTEM,
                        reason),
                at);
        return dispatching.called(choice, parts, null, ticket, policy);
    }

    private static boolean isOpen(Ticket.Dispatched ticket) {
        return ticket.legs().stream().anyMatch(state -> isAsked(state) && !(state instanceof LegState.Completed));
    }

    private static boolean isAsked(LegState state) {
        return state.leg().task() == LegTask.IDENTIFY;
    }

    /** Whether a dispatcher may ask whose the ticket's asset is, as far as it is classified. */
    public static boolean isOpenTo(Ticket ticket, District district) {
        return running(ticket).isEmpty()
                && (ticket.report().type() == null && ticket.lastOrder().isEmpty() || hasOwner(ticket, district));
    }

    /** Whether the ticket, as it is classified, is about something that has an owner. */
    public static boolean hasOwner(Ticket ticket, District district) {
        @Nullable Order order = ticket.lastOrder().orElse(null);
        @Nullable String type = order == null ? ticket.report().type() : order.type();
        @Nullable String condition = order == null ? ticket.report().condition() : order.condition();
        return type != null
                && condition != null
                && district.condition(type, condition)
                        .filter(known -> hasOwner(district, type, known))
                        .isPresent();
    }

    /** Components have owners, and what the catalogue leaves to the owner of the asset. */
    private static boolean hasOwner(District district, String type, Condition condition) {
        return condition.lead().equals(Department.ASSET_OWNER)
                || district.type(type)
                        .filter(known -> known.kind() == IssueKind.COMPONENT)
                        .isPresent();
    }

    private Label name(Ticket.Dispatched ticket, String department) {
        return decider.policyOf(ticket)
                .district()
                .department(department)
                .map(Department::name)
                .orElse(new Label(department, department));
    }
}
