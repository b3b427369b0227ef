package org.whistle.feedback.clock.store;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Failures;
import org.whistle.chassis.store.Transactions;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.feedback.Columns;
import org.whistle.feedback.FeedbackMetrics;
import org.whistle.feedback.JournalEvents;
import org.whistle.feedback.clock.Alarm;
import org.whistle.feedback.clock.StageClock;
import org.whistle.feedback.clock.messaging.JournalProgress;

/**
 * Passes the thresholds of running clocks. Any number of instances share the rows by {@code FOR UPDATE SKIP LOCKED}; the
 * row's count of what was told, the event and the alert are stored in one transaction, so each threshold is told
 * exactly once. A clock passes only what lies before its partition's mark, see
 * {@link org.whistle.feedback.clock.messaging.Watermarks}.
 *
 * <p>It never waits for a lock while it holds one, so it cannot be in a deadlock with the journal's consumer, which
 * locks loops first and clocks second.
 */
@ApplicationScoped
public class ClockTimer {

    private static final Logger LOG = Logger.getLogger(ClockTimer.class);

    /** By the least in the index: whether any row fits, the planner would answer by looking through the table. */
    private static final String ANY = "select coalesce(min(next_at) < $1, false) from stage_clock";

    private static final String TAKE = """
            select clock.*, mark.at as mark
            from stage_clock clock
            join loop on loop.ticket_id = clock.ticket_id
            join unnest($1::int[], $2::timestamptz[]) as mark ("partition", at)
              on mark."partition" = loop.journal_partition
            where clock.next_at < mark.at and clock.next_at < $3
            order by clock.next_at
            limit $4
            for update of clock skip locked""";

    private static final String TAKE_AGAIN = """
            select clock.*, due.mark as mark
            from stage_clock clock
            join unnest($1::uuid[], $2::text[], $3::int[], $4::uuid[], $5::int[], $6::timestamptz[])
                 as due (ticket_id, stage, round, leg, run, mark)
              on clock.ticket_id = due.ticket_id and clock.stage = due.stage and clock.round = due.round
             and clock.leg = due.leg and clock.run = due.run
            where clock.next_at < due.mark
            order by clock.next_at
            for update of clock skip locked""";

    private static final String SET_BACK = """
            update stage_clock clock set failures = clock.failures + 1, next_at = late.next_at
            from unnest($1::uuid[], $2::text[], $3::int[], $4::uuid[], $5::int[], $6::timestamptz[])
                 as late (ticket_id, stage, round, leg, run, next_at)
            where clock.ticket_id = late.ticket_id and clock.stage = late.stage and clock.round = late.round
              and clock.leg = late.leg and clock.run = late.run and clock.next_at is not null""";

    private static final int LONGEST_DOUBLING = 6;

    private final Pool pool;
    private final Transactions transactions;
    private final Outbox outbox;
    private final JournalProgress journal;
    private final FeedbackMetrics metrics;
    private final Clock clock;
    private final Duration grace;
    private final int batch;
    private final AtomicBoolean hindered = new AtomicBoolean();

    ClockTimer(
            Pool pool,
            Transactions transactions,
            Outbox outbox,
            JournalProgress journal,
            FeedbackMetrics metrics,
            Clock clock,
            @ConfigProperty(name = "whistle.clock.grace", defaultValue = "PT2S") Duration grace,
            @ConfigProperty(name = "whistle.clock.batch", defaultValue = "500") int batch) {
        this.pool = pool;
        this.transactions = transactions;
        this.outbox = outbox;
        this.journal = journal;
        this.metrics = metrics;
        this.clock = clock;
        this.grace = grace;
        this.batch = batch;
    }

    @Scheduled(every = "{whistle.clock.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return run().invoke(() -> {
                    if (hindered.compareAndSet(true, false)) {
                        LOG.info("the clocks fire again");
                    }
                })
                .onFailure()
                .invoke(failure -> {
                    if (hindered.compareAndSet(false, true)) {
                        LOG.warnf("no clock can fire now: %s", failure.getMessage());
                    }
                })
                .onFailure()
                .recoverWithNull();
    }

    /** Passes everything that may be passed now. The journal is looked at every time, so that no outage is missed. */
    Uni<Void> run() {
        Instant now = clock.instant().minus(grace);
        return journal.marks().chain(marks -> pool.preparedQuery(ANY)
                .execute(Tuple.of(Columns.at(now)))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? pass(marks)
                        : Uni.createFrom().voidItem()));
    }

    /** Passes, batch by batch, what lies before the marks by more than the grace. */
    Uni<Void> pass(Map<Integer, Instant> marks) {
        if (marks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map.Entry<Integer, Instant>> entries = new ArrayList<>(marks.entrySet());
        Tuple tuple = new Columns<>(entries)
                .number(Map.Entry::getKey)
                .instant(entry -> entry.getValue().minus(grace))
                .tuple();
        Instant latest = entries.stream()
                .map(Map.Entry::getValue)
                .max(Instant::compareTo)
                .orElseThrow()
                .minus(grace);
        tuple.addOffsetDateTime(Columns.at(latest)).addInteger(batch);
        return passBatch(tuple);
    }

    private Uni<Void> passBatch(Tuple marks) {
        List<Due> taken = new ArrayList<>();
        return transactions
                .inTransaction(tx -> tx.preparedQuery(TAKE).execute(marks).chain(rows -> {
                    taken.clear();
                    taken.addAll(due(rows));
                    return tell(tx, taken);
                }))
                .map(told -> taken.size() < batch)
                .onFailure(failure -> !Failures.passes(failure) && !taken.isEmpty())
                .recoverWithUni(failure -> apart(List.copyOf(taken), failure).replaceWith(taken.size() < batch))
                .chain(last -> last ? Uni.createFrom().voidItem() : passBatch(marks));
    }

    /** What fails together goes in halves, the older one first, until what is at fault stands alone. */
    private Uni<Void> apart(List<Due> due, Throwable failure) {
        if (due.size() == 1) {
            return transactions.inTransaction(tx -> setBack(tx, List.of(late(due.getFirst(), failure))));
        }
        LOG.warnf("%d clocks go in halves: %s", due.size(), failure.getMessage());
        int half = due.size() / 2;
        return again(due.subList(0, half)).chain(() -> again(due.subList(half, due.size())));
    }

    private Uni<Void> again(List<Due> due) {
        Tuple tuple = keys(due, Due::row).instant(Due::mark).tuple();
        return transactions
                .inTransaction(tx -> tx.preparedQuery(TAKE_AGAIN).execute(tuple).chain(rows -> tell(tx, due(rows))))
                .onFailure(failure -> !Failures.passes(failure))
                .recoverWithUni(failure -> apart(due, failure));
    }

    private static List<Due> due(RowSet<Row> rows) {
        List<Due> due = new ArrayList<>();
        rows.forEach(row -> due.add(new Due(ClockRows.clock(row), instant(row.getOffsetDateTime("mark")))));
        return due;
    }

    /** A clock that cannot fire is looked at again after a minute, two, four …, and stands in nobody's way. */
    private Late late(Due due, Throwable failure) {
        ClockRow row = due.row();
        Duration pause = Duration.ofMinutes(1L << Math.min(row.failures, LONGEST_DOUBLING));
        LOG.errorf(failure, "the %s clock of ticket %s cannot fire", row.id.stage(), row.id.ticketId());
        return new Late(row, clock.instant().plus(pause));
    }

    private static Uni<Void> setBack(SqlConnection tx, List<Late> late) {
        return late.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(SET_BACK)
                        .execute(keys(late, Late::row).instant(Late::nextAt).tuple())
                        .replaceWithVoid();
    }

    private Uni<Void> tell(SqlConnection tx, List<Due> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        List<StageClock> changed = new ArrayList<>();
        List<Alarm> alarms = new ArrayList<>();
        List<FeedbackEvent> events = new ArrayList<>();
        List<Late> late = new ArrayList<>();
        for (Due one : due) {
            try {
                StageClock before = one.row().toClock();
                StageClock.Passing passing = before.until(one.mark());
                List<Alarm> own = passing.passed().stream()
                        .map(threshold -> new Alarm(before, threshold))
                        .toList();
                events.addAll(own.stream().map(alarm -> alarm.event(now)).toList());
                changed.add(passing.clock());
                alarms.addAll(own);
            } catch (RuntimeException unfit) {
                // It cannot even be told, so it keeps nobody else of the batch waiting.
                late.add(late(one, unfit));
            }
        }
        // None needs another's answer, so they travel together.
        return Uni.join()
                .all(
                        ClockRows.save(tx, changed),
                        ClockRows.alert(
                                tx,
                                alarms.stream()
                                        .map(alarm -> AlertRow.of(alarm, now))
                                        .toList()),
                        setBack(tx, late),
                        outbox.append(tx, JournalEvents.envelopes(events, now)))
                .andFailFast()
                .invoke(() -> metrics.count(alarms))
                .replaceWithVoid();
    }

    private static <T> Columns<T> keys(List<T> rows, Function<T, ClockRow> row) {
        return new Columns<>(rows)
                .uuid(one -> row.apply(one).id.ticketId())
                .text(one -> row.apply(one).id.stage())
                .number(one -> row.apply(one).id.round())
                .uuid(one -> row.apply(one).id.leg())
                .number(one -> row.apply(one).id.run());
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }

    /** A clock that is due, and up to when its partition is followed, less the grace. */
    private record Due(ClockRow row, Instant mark) {}

    /** A clock that cannot fire, and when it is looked at again. */
    private record Late(ClockRow row, Instant nextAt) {}
}
