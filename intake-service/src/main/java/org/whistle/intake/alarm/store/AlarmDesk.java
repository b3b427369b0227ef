package org.whistle.intake.alarm.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.store.Transactions;
import org.whistle.chassis.web.Versions;
import org.whistle.contracts.Place;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.intake.alarm.AlarmCommand;
import org.whistle.intake.alarm.AlarmDecider;
import org.whistle.intake.alarm.store.StoredAlarm.Said;
import org.whistle.intake.report.Decision;
import org.whistle.intake.report.messaging.ReportEvents;

/** Reads alarms, and carries out what is said of them: state and event in one transaction. */
@ApplicationScoped
public class AlarmDesk {

    private static final String FROM =
            "select " + StoredAlarm.COLUMNS + " from alarm a join report r on r.id = a.ticket_id where ";

    private final Pool pool;
    private final Transactions transactions;
    private final Outbox outbox;

    AlarmDesk(Pool pool, Transactions transactions, Outbox outbox) {
        this.pool = pool;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /**
     * Alarms of an area, newest first.
     *
     * @param state only those in this state, as its word
     * @param before only those that were raised before this one
     */
    public Uni<List<StoredAlarm>> list(AreaScope scope, @Nullable String state, @Nullable UUID before, int limit) {
        return pool.preparedQuery(FROM + AreaScope.condition("a.grid", 1) + """
                         and ($2::text is null or a.state = $2) and ($3::uuid is null or a.ticket_id < $3)
                        order by a.ticket_id desc limit $4""")
                .execute(Tuple.tuple()
                        .addArrayOfString(scope.patterns())
                        .addString(state)
                        .addUUID(before)
                        .addInteger(limit))
                .map(rows -> {
                    List<StoredAlarm> found = new ArrayList<>();
                    rows.forEach(row -> found.add(StoredAlarm.of(row)));
                    return found;
                });
    }

    /** An alarm that lies in an area. */
    public Uni<Optional<StoredAlarm>> find(UUID ticketId, AreaScope scope) {
        return pool.preparedQuery(FROM + "a.ticket_id = $1 and " + AreaScope.condition("a.grid", 2))
                .execute(Tuple.tuple().addUUID(ticketId).addArrayOfString(scope.patterns()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(StoredAlarm.of(rows.iterator().next())));
    }

    /**
     * Carries out a command.
     *
     * @param version what the caller read
     * @param command made for the place the alarm is at
     * @return the alarm as it is then; fails with 404 outside the caller's area, 412 when it has changed since, or with
     *     the rule that refuses the command
     */
    public Uni<StoredAlarm> carryOut(
            UUID ticketId, AreaScope scope, long version, Function<Place, AlarmCommand> command) {
        return transactions.inTransaction(tx -> tx.preparedQuery(FROM + "a.ticket_id = $1 for update of a")
                .execute(Tuple.of(ticketId))
                .chain(rows -> {
                    StoredAlarm before = rows.size() == 0
                            ? null
                            : StoredAlarm.of(rows.iterator().next());
                    if (before == null || !scope.sees(before.report().place().grid())) {
                        throw ProblemException.notFound();
                    }
                    if (before.version() != version) {
                        throw Versions.stale();
                    }
                    AlarmCommand made = command.apply(before.report().place());
                    return switch (AlarmDecider.decide(before.toAlarm(), made)) {
                        case Decision.Accepted accepted -> store(tx, before, accepted.event(), made);
                        case Decision.Rejected rejected -> throw rejected.toProblem();
                    };
                }));
    }

    private Uni<StoredAlarm> store(SqlConnection tx, StoredAlarm before, IntakeEvent event, AlarmCommand command) {
        StoredAlarm after = before.after(event);
        return Uni.join()
                .all(
                        update(tx, after),
                        outbox.append(
                                tx,
                                List.of(ReportEvents.journal(event, command.by().at()))))
                .andFailFast()
                .replaceWith(after);
    }

    private static Uni<Void> update(SqlConnection tx, StoredAlarm after) {
        Tuple row = Tuple.tuple()
                .addUUID(after.report().id())
                .addLong(after.version())
                .addString(after.state())
                .addString(after.note());
        add(row, after.safe());
        for (AlarmLevel level : AlarmLevel.values()) {
            add(row, after.acknowledged().get(level));
        }
        return tx.preparedQuery("""
                        update alarm set version = $2, state = $3, note = $4, safe_at = $5, safe_by = $6,
                               community_at = $7, community_by = $8, street_at = $9, street_by = $10,
                               district_at = $11, district_by = $12
                        where ticket_id = $1 and version = $2 - 1""")
                .execute(row)
                .invoke(rows -> {
                    if (rows.rowCount() != 1) {
                        throw Versions.stale();
                    }
                })
                .replaceWithVoid();
    }

    private static void add(Tuple row, @Nullable Said said) {
        @Nullable OffsetDateTime at = said == null ? null : said.at().atOffset(ZoneOffset.UTC);
        row.addOffsetDateTime(at).addString(said == null ? null : said.account());
    }
}
