package org.whistle.dispatch.ticket.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.inbox.BatchHandler;
import org.whistle.chassis.inbox.Delivered;
import org.whistle.chassis.inbox.PoisonRecord;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.contracts.ContractViolation;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Message;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.RoutineRegistered;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.routing.store.RegisteredAssets;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.dispatch.ticket.TicketLife;
import org.whistle.dispatch.ticket.store.HistoryRows;
import org.whistle.dispatch.ticket.store.Publishing;
import org.whistle.dispatch.ticket.store.TicketRows;

/**
 * Applies a batch of the journal: new reports are decided in memory and stored together; tickets that other facts are
 * about are loaded once, taken through their facts in order, and stored once. Five statements for a batch, however large.
 */
@ApplicationScoped
class JournalHandler implements BatchHandler {

    /** Facts that change a ticket here; all others are only kept in its history. */
    private static final Set<Class<? extends JournalEvent>> MOVING = Set.of(
            ReportFiled.class,
            AssignmentAccepted.class,
            AssignmentCompleted.class,
            ReturnRequested.class,
            CheckedIn.class,
            OwnershipAnswered.class,
            ExtensionRequested.class,
            SuspensionRequested.class,
            TicketMerged.class,
            TicketUnmerged.class,
            ReworkOrdered.class,
            TicketReopened.class,
            TicketClosed.class);

    private final TicketRows tickets;
    private final HistoryRows history;
    private final Outbox outbox;
    private final Policies policies;
    private final RegisteredAssets owners;
    private final TicketLife life;
    private final Clock clock;
    private final Counter dispatched;
    private final Counter queued;

    JournalHandler(
            TicketRows tickets,
            HistoryRows history,
            Outbox outbox,
            Policies policies,
            RegisteredAssets owners,
            TicketLife life,
            Clock clock,
            MeterRegistry metrics) {
        this.tickets = tickets;
        this.history = history;
        this.outbox = outbox;
        this.policies = policies;
        this.owners = owners;
        this.life = life;
        this.clock = clock;
        this.dispatched = metrics.counter("whistle.dispatched", "by", "rules");
        this.queued = metrics.counter("whistle.queued");
    }

    @Override
    public boolean consumes(String topic) {
        return topic.equals(Topics.JOURNAL);
    }

    @Override
    public Interest interestIn(String type) {
        return EventTypes.recordOf(type)
                .filter(JournalEvent.class::isAssignableFrom)
                .map(record -> record.equals(RoutineRegistered.class) ? Interest.PASS : Interest.APPLY)
                .orElse(Interest.UNKNOWN);
    }

    @Override
    public Uni<Void> apply(SqlConnection tx, List<Delivered> fresh) {
        List<Fact> facts = new ArrayList<>();
        List<AssetOwnerRegistered> registered = new ArrayList<>();
        Set<UUID> touched = new LinkedHashSet<>();
        for (Delivered delivered : fresh) {
            Fact fact = read(delivered);
            if (MOVING.contains(fact.event().getClass())) {
                facts.add(fact);
                touched.add(fact.event().ticketId());
            } else if (fact.event() instanceof AssetOwnerRegistered owner) {
                registered.add(owner);
                touched.add(owner.ticketId());
            }
        }
        return tickets.lock(tx, touched)
                .chain(found -> policies.need(versionsOf(found)).replaceWith(found))
                .chain(found -> Uni.join()
                        .all(
                                store(tx, facts, found),
                                owners.keep(tx, typed(registered, found)),
                                history.append(tx, fresh))
                        .andFailFast())
                .replaceWithVoid();
    }

    private Uni<Void> store(SqlConnection tx, List<Fact> facts, Map<UUID, Ticket> found) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<UUID, Ticket> changed = new LinkedHashMap<>();
        List<Envelope> outgoing = new ArrayList<>();
        for (Fact fact : facts) {
            UUID id = fact.event().ticketId();
            Ticket ticket = changed.getOrDefault(id, found.get(id));
            TicketLife.Step step = step(ticket, fact.event(), now);
            if (!step.ticket().equals(ticket)) {
                changed.put(id, step.ticket());
            }
            for (Message message : step.messages()) {
                outgoing.add(Publishing.envelope(message, now)
                        .causedBy(fact.envelope().id().toString()));
            }
        }
        count(tx, outgoing);
        return Uni.join()
                .all(tickets.save(tx, found, List.copyOf(changed.values())), outbox.append(tx, outgoing))
                .andFailFast()
                .replaceWithVoid();
    }

    /** The owners that were fixed, with what their tickets were dispatched as. */
    private static Map<AssetOwnerRegistered, String> typed(
            List<AssetOwnerRegistered> registered, Map<UUID, Ticket> found) {
        Map<AssetOwnerRegistered, String> typed = new LinkedHashMap<>();
        for (AssetOwnerRegistered owner : registered) {
            @Nullable Ticket ticket = found.get(owner.ticketId());
            if (ticket == null) {
                throw new PoisonRecord("there is no ticket " + owner.ticketId());
            }
            @Nullable
            String type =
                    ticket.lastOrder().map(Order::type).orElse(ticket.report().type());
            if (type == null) {
                throw new PoisonRecord("ticket " + owner.ticketId() + " is not classified, and has no asset");
            }
            typed.put(owner, type);
        }
        return typed;
    }

    private TicketLife.Step step(@Nullable Ticket ticket, JournalEvent event, Instant now) {
        if (ticket != null) {
            return life.follow(ticket, event, now);
        }
        if (event instanceof ReportFiled report) {
            return life.begin(report, now);
        }
        throw new PoisonRecord("there is no ticket " + event.ticketId());
    }

    private static Set<String> versionsOf(Map<UUID, Ticket> found) {
        Set<String> versions = new LinkedHashSet<>();
        found.values()
                .forEach(ticket -> ticket.lastOrder().map(Order::policyVersion).ifPresent(versions::add));
        return versions;
    }

    private static Fact read(Delivered delivered) {
        Envelope envelope = delivered.envelope();
        if (!(WireFormat.read(envelope.type(), envelope.data()) instanceof JournalEvent event)) {
            throw new PoisonRecord(envelope.type() + " is no event of the journal");
        }
        if (!event.ticketId().equals(envelope.subject())) {
            throw new ContractViolation("ticketId", "is not the record's subject");
        }
        return new Fact(envelope, event);
    }

    /** Counts what was really stored: a batch that is rolled back and tried again counts once. */
    private void count(SqlConnection tx, List<Envelope> outgoing) {
        long sent = outgoing.stream().filter(JournalHandler::isDispatch).count();
        long waiting = outgoing.stream().filter(JournalHandler::isQueue).count();
        tx.transaction()
                .completion()
                .subscribe()
                .with(
                        committed -> {
                            dispatched.increment(sent);
                            queued.increment(waiting);
                        },
                        rolledBack -> {});
    }

    private static boolean isDispatch(Envelope envelope) {
        return EventTypes.recordOf(envelope.type())
                .filter(TicketDispatched.class::equals)
                .isPresent();
    }

    private static boolean isQueue(Envelope envelope) {
        return EventTypes.recordOf(envelope.type())
                .filter(TicketQueued.class::equals)
                .isPresent();
    }

    private record Fact(Envelope envelope, JournalEvent event) {}
}
