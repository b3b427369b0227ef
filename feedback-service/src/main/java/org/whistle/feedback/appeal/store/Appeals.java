package org.whistle.feedback.appeal.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.feedback.Columns;
import org.whistle.feedback.JournalEvents;
import org.whistle.feedback.appeal.Appeal;
import org.whistle.feedback.appeal.AppealCommand;
import org.whistle.feedback.appeal.AppealDecider;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.Matter;
import org.whistle.feedback.loop.store.LoopBatch;
import org.whistle.feedback.loop.store.OpenLoop;
import org.whistle.feedback.policy.Policies;

/**
 * Carries out commands on appeals: the appeal, the leg's mark and the event in one transaction. Filing holds the loop's
 * lock, so that a leg is appealed once; what follows holds the appeal's.
 */
@ApplicationScoped
public class Appeals {

    private static final String EXISTS = "select exists (select from appeal where assignment_id = $1)";

    private static final String INSERT = """
            insert into appeal (id, version, state, level, ticket_id, assignment_id, department, type, grid, due_at,
                                completed_at, filed_at, first_reason, first_by, first_at)
            values ($1, 1, 'open', 1, $2, $3, $4, $5, $6, $7, $8, $11, $9, $10, $11)""";

    private static final String LOCK = "select * from appeal where id = $1 and ticket_id = $2 and "
            + AreaScope.condition("grid", "department", 3) + " for update";

    private static final String UPDATE = """
            update appeal set version = version + 1, state = $2, level = $3,
                              first_verdict = $4, first_decided_by = $5, first_decided_at = $6,
                              second_reason = $7, second_by = $8, second_at = $9,
                              second_verdict = $10, second_decided_by = $11, second_decided_at = $12
            where id = $1""";

    /** The overdue fact stays; only what counts it leaves it out. */
    private static final String EXCUSE = "update leg set excused = true where assignment_id = $1";

    private final Transactions transactions;
    private final Outbox outbox;
    private final Policies policies;
    private final Clock clock;

    Appeals(Transactions transactions, Outbox outbox, Policies policies, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.policies = policies;
        this.clock = clock;
    }

    /** The instant a command is given. */
    public Instant now() {
        return clock.instant();
    }

    /** What became of a command. */
    public sealed interface Outcome {

        /** Stored; the row holds state and version after it. */
        record Done(AppealRow row) implements Outcome {}

        /** There is none, or it is not the caller's to see. */
        record Unseen() implements Outcome {}

        /** Somebody was faster; the present version. */
        record Stale(long version) implements Outcome {}

        record Refused(AppealDecider.Decision.Refused refusal) implements Outcome {}
    }

    /** @param visible whether the loop is the caller's to see */
    public Uni<Outcome> file(UUID ticketId, Predicate<Matter> visible, AppealCommand.File command) {
        return transactions.inTransaction(
                tx -> LoopBatch.open(tx, List.of(ticketId)).chain(open -> {
                    OpenLoop found = open.get(ticketId);
                    Loop loop = found == null
                            ? null
                            : Objects.requireNonNull(found.progress().loop());
                    return loop == null || !visible.test(loop.matter())
                            ? Uni.createFrom().item(new Outcome.Unseen())
                            : tx.preparedQuery(EXISTS)
                                    .execute(Tuple.of(command.assignmentId()))
                                    .chain(rows -> switch (decider()
                                            .file(loop, rows.iterator().next().getBoolean(0), command)) {
                                        case AppealDecider.Decision.Refused refused ->
                                            Uni.createFrom().<Outcome>item(new Outcome.Refused(refused));
                                        case AppealDecider.Decision.Decided decided ->
                                            insert(tx, decided.appeal(), decided.event(), command.at());
                                    });
                }));
    }

    /**
     * Carries out a command on an appeal.
     *
     * @param expected the version the caller has seen
     * @param scope what the caller sees
     */
    public Uni<Outcome> execute(UUID ticketId, UUID appealId, long expected, AreaScope scope, AppealCommand command) {
        return transactions.inTransaction(tx -> tx.preparedQuery(LOCK)
                .execute(Tuple.of(appealId, ticketId)
                        .addArrayOfString(scope.patterns())
                        .addString(scope.department()))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().<Outcome>item(new Outcome.Unseen());
                    }
                    AppealRow row = AppealRow.of(rows.iterator().next(), null);
                    if (row.version() != expected) {
                        return Uni.createFrom().<Outcome>item(new Outcome.Stale(row.version()));
                    }
                    return switch (decider().decide(row.appeal(), command)) {
                        case AppealDecider.Decision.Refused refused ->
                            Uni.createFrom().<Outcome>item(new Outcome.Refused(refused));
                        case AppealDecider.Decision.Decided decided ->
                            update(tx, row, decided.appeal(), decided.event(), command.at());
                    };
                }));
    }

    private AppealDecider decider() {
        return new AppealDecider(policies.appealLimit());
    }

    private Uni<Outcome> insert(SqlConnection tx, Appeal appeal, FeedbackEvent event, Instant at) {
        Appeal.Case about = appeal.about();
        Appeal.Hearing first = about.hearings().getFirst();
        Tuple values = Tuple.tuple()
                .addUUID(about.id())
                .addUUID(about.ticketId())
                .addUUID(about.assignmentId())
                .addString(about.department())
                .addString(about.type())
                .addString(about.grid())
                .addOffsetDateTime(Columns.at(about.dueAt()))
                .addOffsetDateTime(Columns.at(about.completedAt()))
                .addString(first.reason())
                .addString(first.by())
                .addOffsetDateTime(Columns.at(first.at()));
        return Uni.join()
                .all(
                        tx.preparedQuery(INSERT).execute(values).replaceWithVoid(),
                        outbox.append(tx, JournalEvents.envelopes(List.of(event), at)))
                .andFailFast()
                .replaceWith(new Outcome.Done(new AppealRow(appeal, 1, at, null)));
    }

    private Uni<Outcome> update(SqlConnection tx, AppealRow before, Appeal appeal, FeedbackEvent event, Instant at) {
        Appeal.Case about = appeal.about();
        Appeal.@Nullable Hearing second = about.hearings().size() < Appeal.SECOND
                ? null
                : about.hearings().getLast();
        Tuple values = Tuple.of(about.id(), AppealDecider.wordOf(appeal), appeal.level());
        addVerdict(values, about.hearings().getFirst().verdict());
        values.addString(second == null ? null : second.reason())
                .addString(second == null ? null : second.by())
                .addOffsetDateTime(Columns.at(second == null ? null : second.at()));
        addVerdict(values, second == null ? null : second.verdict());
        return Uni.join()
                .all(
                        tx.preparedQuery(UPDATE).execute(values).replaceWithVoid(),
                        appeal instanceof Appeal.Excused
                                ? tx.preparedQuery(EXCUSE)
                                        .execute(Tuple.of(about.assignmentId()))
                                        .replaceWithVoid()
                                : Uni.createFrom().voidItem(),
                        outbox.append(tx, JournalEvents.envelopes(List.of(event), at)))
                .andFailFast()
                .replaceWith(new Outcome.Done(new AppealRow(appeal, before.version() + 1, before.filedAt(), null)));
    }

    private static void addVerdict(Tuple values, Appeal.@Nullable Verdict verdict) {
        values.addString(verdict == null ? null : verdict.reason())
                .addString(verdict == null ? null : verdict.by())
                .addOffsetDateTime(Columns.at(verdict == null ? null : verdict.at()));
    }
}
