package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Message;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.dispatch.policy.PolicyBook;
import org.whistle.dispatch.routing.OwnerRegister;

/**
 * A ticket's life in one piece: what was decided, what it makes of the ticket, and what is to be published for it. Pure;
 * the shells around it load, store and publish.
 */
public final class TicketLife {

    private final TicketDecider decider;
    private final JournalPolicy journal;

    /**
     * @param owners the owners the district fixed beside its register
     * @param ids gives each new assignment its id
     */
    public TicketLife(PolicyBook policies, OwnerRegister owners, Supplier<UUID> ids) {
        this.decider = new TicketDecider(policies, owners, ids);
        this.journal = new JournalPolicy(decider, new Dispatching(ids));
    }

    /**
     * One step of a ticket's life.
     *
     * @param ticket the ticket after it
     * @param messages what is to be published, in order: journal events and what departments are told
     */
    public record Step(Ticket ticket, List<Message> messages) {

        public Step {
            messages = List.copyOf(messages);
        }
    }

    /** The answer to a command: a step, or a refusal. */
    public sealed interface Reply {

        /** It holds. */
        record Done(Step step) implements Reply {}

        /** It does not. */
        record Refused(Decision.Rejected why) implements Reply {}
    }

    /** A new report becomes a ticket. */
    public Step begin(ReportFiled report, Instant at) {
        TicketDecider.Begun begun = decider.begin(report, at);
        List<Message> messages = new ArrayList<>();
        messages.add(begun.event());
        if (begun.event() instanceof TicketDispatched dispatched) {
            messages.addAll(Assignments.issued(begun.ticket(), dispatched, decider.policyOf(begun.ticket())));
        }
        return new Step(begun.ticket(), messages);
    }

    /**
     * A fact of another service, and what follows from it here.
     *
     * @throws UnexpectedEvent when this ticket cannot have met it
     */
    public Step follow(Ticket ticket, JournalEvent fact, Instant at) {
        Ticket after = TicketEvolution.evolve(ticket, fact);
        List<Message> messages =
                new ArrayList<>(Assignments.of(ticket, after, fact, List.of(), decider.policyOf(ticket)));
        List<UUID> photos = fact instanceof ReworkOrdered order ? order.photos() : List.of();
        return apply(after, journal.decide(ticket, after, fact, at), photos, messages);
    }

    /**
     * One of the ticket's timers is due.
     *
     * @param at now, not before it is due
     * @throws IllegalStateException when it would stay due, because nothing follows from it
     */
    public Step due(Ticket ticket, TicketTimer timer, Instant at) {
        List<DispatchEvent> events =
                TicketTimers.due(ticket, timer, decider.policyOf(ticket), decider.identification(), at);
        Step step = apply(ticket, events, List.of(), new ArrayList<>());
        if (TicketTimers.of(step.ticket()).contains(timer)) {
            throw new IllegalStateException("nothing follows from the "
                    + timer.kind().code() + " timer of ticket " + ticket.id() + ", due at " + timer.dueAt());
        }
        return step;
    }

    /** A dispatcher's command. */
    public Reply command(Ticket ticket, TicketCommand command) {
        return switch (decider.decide(ticket, command)) {
            case Decision.Rejected rejected -> new Reply.Refused(rejected);
            case Decision.Accepted accepted ->
                new Reply.Done(apply(ticket, accepted.events(), List.of(), new ArrayList<>()));
        };
    }

    private Step apply(Ticket ticket, List<DispatchEvent> events, List<UUID> photos, List<Message> messages) {
        Ticket now = ticket;
        for (DispatchEvent event : events) {
            Ticket next = TicketEvolution.evolve(now, event);
            messages.add(event);
            messages.addAll(Assignments.of(now, next, event, photos, decider.policyOf(next)));
            now = next;
        }
        return new Step(now, messages);
    }
}
