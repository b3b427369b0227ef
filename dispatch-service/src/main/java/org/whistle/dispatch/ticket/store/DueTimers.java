package org.whistle.dispatch.ticket.store;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Failures;
import org.whistle.chassis.store.Transactions;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.dispatch.ticket.TicketLife;
import org.whistle.dispatch.ticket.TicketTimer;
import org.whistle.dispatch.ticket.TicketTimers;

/**
 * Lets tickets do what they wait for. Any number of instances share the work by {@code FOR UPDATE SKIP LOCKED} on the
 * tickets' rows; the new state, its timers and its events are stored in one transaction, so each timer acts exactly once,
 * however late it is. It takes no lock but the ticket's, which everybody who writes timers takes first, so nobody waits in a
 * circle.
 */
@ApplicationScoped
class DueTimers {

    private static final Logger LOG = Logger.getLogger(DueTimers.class);

    /** By the least in the index: whether any row fits, the planner would answer by looking through the table. */
    private static final String ANY = "select coalesce(min(next_at) <= $1, false) from ticket_timer";

    private static final String TAKE = """
            select timer.ticket_id, timer.kind, timer.ref, timer.failures, ticket.document::text as document
            from ticket_timer timer join ticket on ticket.id = timer.ticket_id
            where timer.next_at <= $1
            order by timer.next_at
            limit $2
            for update of ticket skip locked""";

    private static final String TAKE_ONE = """
            select timer.ticket_id, timer.kind, timer.ref, timer.failures, ticket.document::text as document
            from ticket_timer timer join ticket on ticket.id = timer.ticket_id
            where timer.next_at <= $1 and timer.ticket_id = $2
            order by timer.next_at
            for update of ticket skip locked""";

    private static final String DROP = "delete from ticket_timer where ticket_id = $1 and kind = $2 and ref = $3";

    private static final String SET_BACK = """
            update ticket_timer set failures = failures + 1, next_at = $3 where ticket_id = $1 and next_at <= $2""";

    private static final int LONGEST_DOUBLING = 6;

    private final Pool pool;
    private final Transactions transactions;
    private final TicketRows tickets;
    private final TimerRows timers;
    private final Outbox outbox;
    private final Policies policies;
    private final TicketLife life;
    private final Clock clock;
    private final int batch;
    private final AtomicBoolean hindered = new AtomicBoolean();

    DueTimers(
            Pool pool,
            Transactions transactions,
            TicketRows tickets,
            TimerRows timers,
            Outbox outbox,
            Policies policies,
            TicketLife life,
            Clock clock,
            @ConfigProperty(name = "whistle.timer.batch", defaultValue = "200") int batch) {
        this.pool = pool;
        this.transactions = transactions;
        this.tickets = tickets;
        this.timers = timers;
        this.outbox = outbox;
        this.policies = policies;
        this.life = life;
        this.clock = clock;
        this.batch = batch;
    }

    @Scheduled(every = "{whistle.timer.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return run().invoke(() -> {
                    if (hindered.compareAndSet(true, false)) {
                        LOG.info("the tickets' timers act again");
                    }
                })
                .onFailure()
                .invoke(failure -> {
                    if (hindered.compareAndSet(false, true)) {
                        LOG.warnf("no timer of a ticket can act now: %s", failure.getMessage());
                    }
                })
                .onFailure()
                .recoverWithNull();
    }

    /** Everything that is due now, batch by batch; without a policy nothing can be decided, so everything waits. */
    Uni<Void> run() {
        if (!policies.isReady()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return pool.preparedQuery(ANY)
                .execute(Tuple.of(utc(now)))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? takeBatch(now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> takeBatch(Instant now) {
        Set<UUID> taken = new LinkedHashSet<>();
        int[] count = new int[1];
        return transactions
                .inTransaction(tx -> tx.preparedQuery(TAKE)
                        .execute(Tuple.of(utc(now), batch))
                        .chain(rows -> {
                            taken.clear();
                            count[0] = rows.size();
                            rows.forEach(row -> taken.add(row.getUUID("ticket_id")));
                            return act(tx, rows, now);
                        }))
                .replaceWithVoid()
                .onFailure(failure -> !Failures.passes(failure) && !taken.isEmpty())
                .recoverWithUni(failure -> {
                    LOG.warnf("the timers of %d tickets go one by one: %s", taken.size(), failure.getMessage());
                    return oneByOne(List.copyOf(taken), 0, now);
                })
                .chain(() -> count[0] < batch ? Uni.createFrom().voidItem() : takeBatch(now));
    }

    private Uni<Void> oneByOne(List<UUID> due, int index, Instant now) {
        if (index == due.size()) {
            return Uni.createFrom().voidItem();
        }
        UUID ticket = due.get(index);
        int[] failures = new int[1];
        return transactions
                .inTransaction(tx -> tx.preparedQuery(TAKE_ONE)
                        .execute(Tuple.of(utc(now), ticket))
                        .chain(rows -> {
                            rows.forEach(row -> failures[0] = Math.max(failures[0], row.getInteger("failures")));
                            return act(tx, rows, now);
                        }))
                .onFailure(failure -> !Failures.passes(failure))
                .recoverWithUni(failure -> setBack(ticket, failures[0], now, failure))
                .chain(() -> oneByOne(due, index + 1, now));
    }

    /** A ticket whose timers cannot act is looked at again after a minute, two, four …, and stands in nobody's way. */
    private Uni<Void> setBack(UUID ticket, int failures, Instant now, Throwable failure) {
        Duration pause = Duration.ofMinutes(1L << Math.min(failures, LONGEST_DOUBLING));
        LOG.errorf(failure, "the timers of ticket %s cannot act", ticket);
        return pool.preparedQuery(SET_BACK)
                .execute(Tuple.of(ticket, utc(now), utc(clock.instant().plus(pause))))
                .replaceWithVoid();
    }

    private Uni<Void> act(SqlConnection tx, RowSet<Row> rows, Instant now) {
        if (rows.size() == 0) {
            return Uni.createFrom().voidItem();
        }
        Map<UUID, Ticket> before = new LinkedHashMap<>();
        List<Taken> taken = new ArrayList<>();
        for (Row row : rows) {
            UUID id = row.getUUID("ticket_id");
            before.computeIfAbsent(id, any -> TicketDocuments.read(row.getString("document")));
            taken.add(new Taken(id, row.getString("kind"), row.getUUID("ref")));
        }
        Set<String> versions = new LinkedHashSet<>();
        before.values()
                .forEach(ticket -> ticket.lastOrder().map(Order::policyVersion).ifPresent(versions::add));
        return policies.need(versions).chain(() -> store(tx, before, taken, now));
    }

    /** A row is read before its ticket's lock is had, so the ticket says what is still to be done, and when. */
    private Uni<Void> store(SqlConnection tx, Map<UUID, Ticket> before, List<Taken> taken, Instant now) {
        Map<UUID, Ticket> after = new LinkedHashMap<>(before);
        List<Envelope> outgoing = new ArrayList<>();
        List<Taken> meaningless = new ArrayList<>();
        List<TimerRows.Change> later = new ArrayList<>();
        for (Taken one : taken) {
            Ticket ticket = after.get(one.ticket());
            Optional<TicketTimer> timer = one.in(TicketTimers.of(ticket));
            if (timer.isEmpty()) {
                meaningless.add(one);
            } else if (timer.get().dueAt().isAfter(now)) {
                later.add(TimerRows.Change.setting(one.ticket(), timer.get()));
            } else {
                TicketLife.Step step = life.due(ticket, timer.get(), now);
                after.put(one.ticket(), step.ticket());
                step.messages().forEach(message -> outgoing.add(Publishing.envelope(message, now)));
            }
        }
        List<Ticket> changed = after.values().stream()
                .filter(ticket -> !ticket.equals(before.get(ticket.id())))
                .toList();
        return drop(tx, meaningless)
                .chain(() -> timers.follow(tx, later))
                .chain(() -> tickets.save(tx, before, changed))
                .chain(() -> outbox.append(tx, outgoing));
    }

    private static Uni<Void> drop(SqlConnection tx, List<Taken> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(DROP)
                        .executeBatch(rows.stream()
                                .map(row -> Tuple.of(row.ticket(), row.kind(), row.ref()))
                                .toList())
                        .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** A timer's row. */
    private record Taken(UUID ticket, String kind, UUID ref) {

        /** The timer among these that the row stands for. */
        Optional<TicketTimer> in(List<TicketTimer> timers) {
            return timers.stream()
                    .filter(timer ->
                            timer.kind().code().equals(kind) && timer.ref().equals(ref))
                    .findFirst();
        }
    }
}
