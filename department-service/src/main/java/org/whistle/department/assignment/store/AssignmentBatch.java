package org.whistle.department.assignment.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.department.assignment.Particulars;

/** Assignments by the batch, on the reactive client: a fixed number of statements, however many there are. */
@ApplicationScoped
public class AssignmentBatch {

    /**
     * The lock comes first: {@code received} is drawn for each joined row, so after the lock was had, and the lock is
     * held until the commit. Numbers therefore become visible in their order, with any number of instances inserting.
     */
    private static final String INSERT = """
            insert into assignment (id, ticket_id, department, grid, role, urgency, issue, stage, open,
                handle_started_at, handle_warn_at, handle_due_at, handle_supervise_at, return_by, returns_left,
                details, whistle)
            select v.id, v.ticket_id, v.department, v.grid, v.role, v.urgency, v.issue, 'issued', true,
                v.handle_started_at, v.handle_warn_at, v.handle_due_at, v.handle_supervise_at, v.return_by,
                v.returns_left, v.details, v.whistle
            from pg_advisory_xact_lock(7523377975159973987) as lock,
                unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                    $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[],
                    $12::timestamptz[], $13::integer[], $14::text[], $15::boolean[])
                as v (id, ticket_id, department, grid, role, urgency, issue, handle_started_at, handle_warn_at,
                    handle_due_at, handle_supervise_at, return_by, returns_left, details, whistle)
            on conflict (id) do nothing
            returning id""";

    /** In the order of ids, so that two batches cannot wait for each other. */
    private static final String LOCK = "select * from assignment where id = any($1) order by id for update";

    private static final String UPDATE = """
            update assignment a set version = v.version, stage = v.stage, open = v.open,
                handle_started_at = v.handle_started_at, handle_warn_at = v.handle_warn_at,
                handle_due_at = v.handle_due_at, handle_supervise_at = v.handle_supervise_at,
                returns_left = v.returns_left, return_id = v.return_id, reworked_at = v.reworked_at,
                handler = v.handler, accepted_at = v.accepted_at, completed_at = v.completed_at,
                recall_cause = v.recall_cause, ended_at = v.ended_at,
                noted_at = v.noted_at, details = v.details
            from unnest($1::uuid[], $2::bigint[], $3::text[], $4::boolean[], $5::timestamptz[], $6::timestamptz[],
                    $7::timestamptz[], $8::timestamptz[], $9::integer[], $10::uuid[], $11::timestamptz[],
                    $12::text[], $13::timestamptz[], $14::timestamptz[], $15::text[], $16::timestamptz[], $17::timestamptz[],
                    $18::text[])
                as v (id, version, stage, open, handle_started_at, handle_warn_at, handle_due_at,
                    handle_supervise_at, returns_left, return_id, reworked_at, handler, accepted_at, completed_at,
                    recall_cause, ended_at, noted_at, details)
            where a.id = v.id""";

    private static final String REMEMBER = """
            insert into assignment_history (assignment_id, version, occurred_at, type, event)
            select * from unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[])""";

    private final AuditTrail audit;

    AssignmentBatch(AuditTrail audit) {
        this.audit = audit;
    }

    /** Inserts new assignments; answers the ids that were new, without those that were there before. */
    public Uni<Set<UUID>> issue(SqlConnection tx, List<Issue> issues) {
        if (issues.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Tuple values = Tuple.tuple()
                .addArrayOfUUID(array(issues, UUID[]::new, i -> i.message().assignmentId()))
                .addArrayOfUUID(array(issues, UUID[]::new, i -> i.message().ticketId()))
                .addArrayOfString(array(issues, String[]::new, i -> i.message().department()))
                .addArrayOfString(
                        array(issues, String[]::new, i -> i.message().place().grid()))
                .addArrayOfString(
                        array(issues, String[]::new, i -> word(i.message().role())))
                .addArrayOfString(
                        array(issues, String[]::new, i -> i.message().urgency().name()))
                .addArrayOfString(array(issues, String[]::new, Issue::json))
                .addArrayOfOffsetDateTime(
                        times(issues, i -> i.message().handle().startedAt()))
                .addArrayOfOffsetDateTime(
                        times(issues, i -> i.message().handle().warnAt()))
                .addArrayOfOffsetDateTime(
                        times(issues, i -> i.message().handle().dueAt()))
                .addArrayOfOffsetDateTime(
                        times(issues, i -> i.message().handle().superviseAt()))
                .addArrayOfOffsetDateTime(times(issues, i -> i.message().returnBy()))
                .addArrayOfInteger(
                        array(issues, Integer[]::new, i -> i.message().returnsLeft()))
                .addArrayOfString(
                        array(issues, String[]::new, i -> new Details(Particulars.of(i.message()), null).json()))
                .addArrayOfBoolean(
                        array(issues, Boolean[]::new, i -> i.message().whistle() != null));
        return tx.preparedQuery(INSERT).execute(values).map(rows -> {
            Set<UUID> inserted = new HashSet<>();
            for (Row row : rows) {
                inserted.add(row.getUUID(0));
            }
            return inserted;
        });
    }

    /** Locks assignments until the transaction ends; ids that are not known are passed over. */
    public Uni<OpenAssignments> open(SqlConnection tx, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new OpenAssignments(Map.of()));
        }
        return tx.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(ids.stream().distinct().toArray(UUID[]::new)))
                .map(found -> {
                    Map<UUID, AssignmentRow> rows = new HashMap<>();
                    for (Row row : found) {
                        AssignmentRow assignment = read(row);
                        rows.put(assignment.id, assignment);
                    }
                    return new OpenAssignments(rows);
                });
    }

    /** Writes what has changed, its history, and what of it is to be on the audit record by itself. */
    public Uni<Void> close(SqlConnection tx, OpenAssignments open) {
        List<AssignmentRow> changed = open.changed();
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.combine()
                .all()
                .unis(
                        tx.preparedQuery(UPDATE).execute(update(changed)),
                        tx.preparedQuery(REMEMBER).execute(remember(open.history())),
                        RequestWrites.write(tx, open.requests()),
                        audit.append(tx, open.unannounced()))
                .discardItems();
    }

    private static Tuple update(List<AssignmentRow> rows) {
        return Tuple.tuple()
                .addArrayOfUUID(array(rows, UUID[]::new, row -> row.id))
                .addArrayOfLong(array(rows, Long[]::new, row -> row.version))
                .addArrayOfString(array(rows, String[]::new, row -> row.stage))
                .addArrayOfBoolean(array(rows, Boolean[]::new, row -> row.open))
                .addArrayOfOffsetDateTime(times(rows, row -> row.handleStartedAt))
                .addArrayOfOffsetDateTime(times(rows, row -> row.handleWarnAt))
                .addArrayOfOffsetDateTime(times(rows, row -> row.handleDueAt))
                .addArrayOfOffsetDateTime(times(rows, row -> row.handleSuperviseAt))
                .addArrayOfInteger(array(rows, Integer[]::new, row -> row.returnsLeft))
                .addArrayOfUUID(array(rows, UUID[]::new, row -> row.returnId))
                .addArrayOfOffsetDateTime(times(rows, row -> row.reworkedAt))
                .addArrayOfString(array(rows, String[]::new, row -> row.handler))
                .addArrayOfOffsetDateTime(times(rows, row -> row.acceptedAt))
                .addArrayOfOffsetDateTime(times(rows, row -> row.completedAt))
                .addArrayOfString(array(rows, String[]::new, row -> row.recallCause))
                .addArrayOfOffsetDateTime(times(rows, row -> row.endedAt))
                .addArrayOfOffsetDateTime(times(rows, row -> row.notedAt))
                .addArrayOfString(array(rows, String[]::new, row -> row.details));
    }

    private static Tuple remember(List<HistoryRow> history) {
        return Tuple.tuple()
                .addArrayOfUUID(array(history, UUID[]::new, row -> row.assignmentId()))
                .addArrayOfLong(array(history, Long[]::new, row -> row.version()))
                .addArrayOfOffsetDateTime(times(history, row -> row.occurredAt()))
                .addArrayOfString(array(history, String[]::new, row -> row.type()))
                .addArrayOfString(array(history, String[]::new, row -> row.event()));
    }

    /** An assignment out of a row with all columns. */
    public static AssignmentRow read(Row row) {
        AssignmentRow a = new AssignmentRow();
        a.id = row.getUUID("id");
        a.received = row.getLong("received");
        a.receivedAt = instant(row, "received_at");
        a.version = row.getLong("version");
        a.ticketId = row.getUUID("ticket_id");
        a.department = row.getString("department");
        a.grid = row.getString("grid");
        a.issue = row.getString("issue");
        a.stage = row.getString("stage");
        a.open = row.getBoolean("open");
        a.handleStartedAt = instant(row, "handle_started_at");
        a.handleWarnAt = instant(row, "handle_warn_at");
        a.handleDueAt = instant(row, "handle_due_at");
        a.handleSuperviseAt = instant(row, "handle_supervise_at");
        a.returnBy = instant(row, "return_by");
        a.returnsLeft = row.getInteger("returns_left");
        a.returnId = row.getUUID("return_id");
        a.reworkedAt = instant(row, "reworked_at");
        a.handler = row.getString("handler");
        a.acceptedAt = instant(row, "accepted_at");
        a.completedAt = instant(row, "completed_at");
        a.recallCause = row.getString("recall_cause");
        a.notedAt = instant(row, "noted_at");
        a.endedAt = instant(row, "ended_at");
        a.details = row.getString("details");
        return a;
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static String word(LegRole role) {
        return switch (role) {
            case LEAD -> "lead";
            case COOPERATING -> "cooperating";
        };
    }

    static <S, T> T[] array(List<S> from, IntFunction<T[]> make, Function<S, @Nullable T> value) {
        T[] values = make.apply(from.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(from.get(i));
        }
        return values;
    }

    static <S> OffsetDateTime[] times(List<S> from, Function<S, @Nullable Instant> value) {
        return array(from, OffsetDateTime[]::new, source -> {
            Instant time = value.apply(source);
            return time == null ? null : time.atOffset(ZoneOffset.UTC);
        });
    }

    /**
     * A new assignment.
     *
     * @param json the message as it came
     */
    public record Issue(AssignmentIssued message, String json) {}
}
