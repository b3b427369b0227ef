package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketNotAccepted;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Why;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.dispatch.policy.PolicyBook;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.routing.Answer;
import org.whistle.dispatch.routing.Matter;
import org.whistle.dispatch.routing.OwnerRegister;
import org.whistle.dispatch.ticket.Decision.Accepted;
import org.whistle.dispatch.ticket.Decision.Rejected;
import org.whistle.dispatch.ticket.Dispatching.Choice;
import org.whistle.district.Condition;

/**
 * Decides about tickets: what a new report leads to, and what a dispatcher may do. Pure: the same state, command and policy
 * give the same answer; only the new assignments' ids are drawn.
 *
 * <p>What a ticket was first dispatched under it keeps: re-dispatches and reopenings count by that version's catalogue and
 * calendar. Whether a body exists is asked of the version in force.
 */
public final class TicketDecider {

    private final PolicyBook policies;
    private final OwnerRegister owners;
    private final Dispatching dispatching;
    private final ReturnRules returns;
    private final ConsultationRules consultations;
    private final WhistleDecider whistles;
    private final CallDecider calls;
    private final Identification identification;

    /**
     * @param owners the owners the district fixed beside its register
     * @param ids gives each new assignment, whistle and consultation its id
     */
    public TicketDecider(PolicyBook policies, OwnerRegister owners, Supplier<UUID> ids) {
        this.policies = policies;
        this.owners = owners;
        this.dispatching = new Dispatching(ids);
        this.whistles = new WhistleDecider(this, dispatching, ids);
        this.calls = new CallDecider(this, whistles, policies);
        this.identification = new Identification(this, dispatching, ids);
        this.returns = new ReturnRules(this, dispatching, identification);
        this.consultations = new ConsultationRules(this, returns, ids);
    }

    /** Decides about identification whistles. */
    Identification identification() {
        return identification;
    }

    /** What a new report leads to: dispatched at once, or queued for a person. */
    public Begun begin(ReportFiled report, Instant at) {
        return switch (route(report, 0, policies.current(), at)) {
            case TicketDispatched event -> new Begun(event, TicketEvolution.begin(report, event));
            case TicketQueued event -> new Begun(event, TicketEvolution.begin(report, event));
            case DispatchEvent event -> throw new IllegalStateException("a report does not begin with " + event);
        };
    }

    /** What a ticket that stands for itself again leads to: the same as a fresh report, under the policy it has. */
    DispatchEvent anew(Ticket ticket, Instant at) {
        return route(ticket.report(), ticket.lastOrder().map(Order::round).orElse(0), policyOf(ticket), at);
    }

    private DispatchEvent route(ReportFiled report, int ended, PolicyVersion policy, Instant at) {
        Withholding.Result routed =
                Withholding.from(report.about(), policy.router().route(Matter.of(report), owners));
        return switch (routed.answer()) {
            case Answer.Queue queue ->
                new TicketQueued(
                        report.ticketId(),
                        report.place().street(),
                        queue.reason(),
                        queue.candidates(),
                        ended,
                        policy.version(),
                        at,
                        routed.withheldFrom());
            case Answer.Dispatch answer ->
                dispatching.fresh(
                        new Choice(
                                report.ticketId(),
                                ended + 1,
                                report.type(),
                                policy.district()
                                        .condition(report.type(), report.condition())
                                        .orElseThrow(),
                                report.urgency(),
                                answer.lead(),
                                answer.cooperating(),
                                answer.why(),
                                at),
                        policy);
        };
    }

    /** The first decision about a report, and the ticket it makes. */
    public record Begun(DispatchEvent event, Ticket ticket) {}

    /** The answer to a dispatcher's command. */
    public Decision decide(Ticket ticket, TicketCommand command) {
        return switch (command) {
            case TicketCommand.Dispatch c -> dispatch(ticket, c);
            case TicketCommand.RefuseAcceptance c -> refuseAcceptance(ticket, c);
            case TicketCommand.ApproveReturn c -> returns.approve(ticket, c);
            case TicketCommand.RefuseReturn c -> returns.refuse(ticket, c);
            case TicketCommand.ApproveRequest c -> RequestRules.approve(ticket, c, policyOf(ticket));
            case TicketCommand.RefuseRequest c -> RequestRules.refuse(ticket, c);
            case TicketCommand.EndSuspension c -> RequestRules.end(ticket, c, policyOf(ticket));
            case TicketCommand.OpenConsultation c -> consultations.open(ticket, c);
            case TicketCommand.ConcludeConsultation c -> consultations.conclude(ticket, c);
            case TicketCommand.BlowWhistle c -> whistles.blow(ticket, c);
            case TicketCommand.CallTogether c -> calls.call(ticket, c);
            case TicketCommand.RateCalled c -> CallDecider.rate(ticket, c);
            case TicketCommand.Identify c -> identification.begin(ticket, c);
            case TicketCommand.RateLeg c -> WhistleDecider.rate(ticket, c);
            case TicketCommand.RegisterAssetOwner c -> identification.register(ticket, c);
        };
    }

    private Decision dispatch(Ticket ticket, TicketCommand.Dispatch command) {
        Optional<Rejected> standing = standing(ticket);
        return standing.isPresent() ? standing.get() : toBodies(ticket, nextRound(ticket), command);
    }

    /** To these bodies, when they exist and the matter is classified. */
    Decision toBodies(Ticket ticket, int round, TicketCommand.Dispatch command) {
        Optional<Rejected> wrong = wrongBodies(command.lead(), command.cooperating());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        return switch (classify(ticket, command.type(), command.condition())) {
            case Classified.Wrong refused -> refused.why();
            case Classified.As as -> {
                PolicyVersion policy = policyOf(ticket);
                Choice choice = new Choice(
                        ticket.id(),
                        round,
                        as.type(),
                        as.condition(),
                        command.urgency(),
                        command.lead(),
                        command.cooperating(),
                        manual(policy, ticket, as.type(), as.condition().code(), command.by(), command.reason()),
                        command.at());
                yield new Accepted(List.of(dispatching.again(choice, ticket, policy)));
            }
        };
    }

    /** Why a ticket cannot go to other bodies as it stands; empty when it can. */
    static Optional<Rejected> standing(Ticket ticket) {
        return switch (ticket) {
            case Ticket.Queued t ->
                t.consultationRequired()
                        ? Optional.of(new Rejected(Refusal.CONSULTATION_REQUIRED, ""))
                        : Optional.empty();
            case Ticket.Dispatched t -> {
                if (t.returns().stream().anyMatch(ReturnCase::pending)) {
                    yield Optional.of(new Rejected(Refusal.RETURN_UNDECIDED, ""));
                }
                yield t.handled() ? Optional.of(new Rejected(Refusal.ALREADY_HANDLED, "")) : Optional.empty();
            }
            case Ticket.Merged t ->
                Optional.of(new Rejected(Refusal.TICKET_MERGED, t.into().toString()));
            case Ticket.NotAccepted t -> Optional.of(new Rejected(Refusal.TICKET_ENDED, ""));
            case Ticket.Closed t -> Optional.of(new Rejected(Refusal.TICKET_ENDED, ""));
        };
    }

    /** What a ticket is dispatched as: what the person says, else what it was before, else what the reporter said. */
    Classified classify(Ticket ticket, @Nullable String givenType, @Nullable String givenCondition) {
        String type = firstOf(
                givenType,
                ticket.lastOrder().map(Order::type).orElse(null),
                ticket.report().type());
        String letter = firstOf(
                givenCondition,
                ticket.lastOrder().map(Order::condition).orElse(null),
                ticket.report().condition());
        if (type == null || letter == null) {
            return new Classified.Wrong(new Rejected(Refusal.CLASSIFICATION_REQUIRED, ""));
        }
        return policyOf(ticket)
                .district()
                .condition(type, letter)
                .<Classified>map(condition -> new Classified.As(type, condition))
                .orElseGet(
                        () -> new Classified.Wrong(new Rejected(Refusal.UNKNOWN_CLASSIFICATION, type + " " + letter)));
    }

    /** Type and condition of a dispatch, or why there are none. */
    sealed interface Classified {
        record As(String type, Condition condition) implements Classified {}

        record Wrong(Rejected why) implements Classified {}
    }

    /** The number of the next dispatch. */
    static int nextRound(Ticket ticket) {
        return ticket instanceof Ticket.Queued queued
                ? queued.round() + 1
                : ticket.lastOrder().map(Order::round).orElse(0) + 1;
    }

    private static Decision refuseAcceptance(Ticket ticket, TicketCommand.RefuseAcceptance command) {
        return switch (ticket) {
            case Ticket.Queued t ->
                new Accepted(List.of(new TicketNotAccepted(
                        t.id(), command.channel(), command.explanation(), command.by(), command.at())));
            case Ticket.Dispatched t -> new Rejected(Refusal.ALREADY_DISPATCHED, "");
            case Ticket.Merged t -> new Rejected(Refusal.TICKET_MERGED, t.into().toString());
            case Ticket.NotAccepted t -> new Rejected(Refusal.TICKET_ENDED, "");
            case Ticket.Closed t -> new Rejected(Refusal.TICKET_ENDED, "");
        };
    }

    /** The same for a lead and cooperating bodies. */
    Optional<Rejected> wrongBodies(String lead, List<String> cooperating) {
        List<String> all = new ArrayList<>();
        all.add(lead);
        all.addAll(cooperating);
        return wrongBodies(all);
    }

    /** Bodies that the district does not have, or that are named twice. */
    Optional<Rejected> wrongBodies(List<String> all) {
        Set<String> seen = new HashSet<>();
        for (String body : all) {
            if (policies.current().district().department(body).isEmpty()) {
                return Optional.of(new Rejected(Refusal.UNKNOWN_DEPARTMENT, body));
            }
            if (!seen.add(body)) {
                return Optional.of(new Rejected(Refusal.DEPARTMENT_TWICE, body));
            }
        }
        return Optional.empty();
    }

    /** The rules of returns. */
    ReturnRules returns() {
        return returns;
    }

    /** What the ticket was first dispatched under; before that, what is in force. */
    PolicyVersion policyOf(Ticket ticket) {
        return ticket.lastOrder()
                .map(order -> policies.version(order.policyVersion()))
                .orElseGet(policies::current);
    }

    /** A person's choice, with what was known of the ticket. */
    static Why manual(PolicyVersion policy, Ticket ticket, String type, String condition, Actor by, String reason) {
        List<String> facts = new ArrayList<>();
        facts.add("type=" + type);
        facts.add("condition=" + condition);
        facts.add("place=" + ticket.report().place().grid());
        if (ticket instanceof Ticket.Queued queued && !queued.candidates().isEmpty()) {
            facts.add("candidates=" + String.join(";", queued.candidates()));
        }
        ticket.proceedings().consultations().stream()
                .filter(consultation -> !consultation.open())
                .forEach(consultation -> facts.add("consultation=" + consultation.consultationId()));
        return new Why(Why.Basis.MANUAL, null, policy.version(), facts, by, reason);
    }

    private static @Nullable String firstOf(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
