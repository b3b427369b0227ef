package org.whistle.feedback.clock.store;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Failures;
import org.whistle.chassis.store.Transactions;
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

    private static final String ANY = "select exists (select from stage_clock where next_at < $1)";

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

    private static final String TAKE_ONE = """
            select * from stage_clock
            where ticket_id = $1 and stage = $2 and round = $3 and leg = $4 and run = $5 and next_at < $6
            for update skip locked""";

    private static final String SET_BACK = """
            update stage_clock set failures = failures + 1, next_at = $6
            where ticket_id = $1 and stage = $2 and round = $3 and leg = $4 and run = $5 and next_at is not null""";

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
                    rows.forEach(
                            row -> taken.add(new Due(ClockRows.clock(row), instant(row.getOffsetDateTime("mark")))));
                    return tell(tx, taken);
                }))
                .map(told -> taken.size() < batch)
                .onFailure(failure -> !Failures.passes(failure) && !taken.isEmpty())
                .recoverWithUni(failure -> {
                    LOG.warnf("%d clocks go one by one: %s", taken.size(), failure.getMessage());
                    return oneByOne(List.copyOf(taken), 0).replaceWith(taken.size() < batch);
                })
                .chain(last -> last ? Uni.createFrom().voidItem() : passBatch(marks));
    }

    private Uni<Void> oneByOne(List<Due> due, int index) {
        if (index == due.size()) {
            return Uni.createFrom().voidItem();
        }
        Due one = due.get(index);
        return transactions
                .inTransaction(tx -> tx.preparedQuery(TAKE_ONE)
                        .execute(key(one.row()).addOffsetDateTime(Columns.at(one.mark())))
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().voidItem()
                                : tell(
                                        tx,
                                        List.of(new Due(
                                                ClockRows.clock(rows.iterator().next()), one.mark())))))
                .onFailure(failure -> !Failures.passes(failure))
                .recoverWithUni(failure -> setBack(one.row(), failure))
                .chain(() -> oneByOne(due, index + 1));
    }

    /** A clock that cannot fire is looked at again after a minute, two, four …, and stands in nobody's way. */
    private Uni<Void> setBack(ClockRow row, Throwable failure) {
        Duration pause = Duration.ofMinutes(1L << Math.min(row.failures, LONGEST_DOUBLING));
        LOG.errorf(failure, "the %s clock of ticket %s cannot fire", row.id.stage(), row.id.ticketId());
        return pool.preparedQuery(SET_BACK)
                .execute(key(row).addOffsetDateTime(Columns.at(clock.instant().plus(pause))))
                .replaceWithVoid();
    }

    private Uni<Void> tell(SqlConnection tx, List<Due> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        List<StageClock> changed = new ArrayList<>();
        List<Alarm> alarms = new ArrayList<>();
        for (Due one : due) {
            StageClock before = one.row().toClock();
            StageClock.Passing passing = before.until(one.mark());
            changed.add(passing.clock());
            passing.passed().forEach(threshold -> alarms.add(new Alarm(before, threshold)));
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
                        outbox.append(
                                tx,
                                JournalEvents.envelopes(
                                        alarms.stream()
                                                .map(alarm -> alarm.event(now))
                                                .toList(),
                                        now)))
                .andFailFast()
                .invoke(() -> metrics.count(alarms))
                .replaceWithVoid();
    }

    private static Tuple key(ClockRow row) {
        return Tuple.of(row.id.ticketId(), row.id.stage(), row.id.round(), row.id.leg(), row.id.run());
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }

    /** A clock that is due, and up to when its partition is followed, less the grace. */
    private record Due(ClockRow row, Instant mark) {}
}
