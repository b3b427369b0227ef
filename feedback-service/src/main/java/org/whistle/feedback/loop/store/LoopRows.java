package org.whistle.feedback.loop.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.whistle.feedback.Columns;

/** Loops and legs by multi-row statements. */
public final class LoopRows {

    private static final String LOCK = "select * from loop where ticket_id = any($1) order by ticket_id for update";

    private static final String LEGS = "select * from leg where ticket_id = any($1) order by round, assignment_id";

    private static final String INSERT = """
            insert into loop (ticket_id, version, state, ticket_no, matter, type, condition, urgency, grid, longitude,
                              latitude, filed_by, filed_at, journal_partition, round, reopened, reworks, returns,
                              attempts, first_dispatched_at, first_department, lead_department, since, stage_due_at,
                              close_due_at, closed_at, outcome, merged_into)
            select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                                 $8::text[], $9::text[], $10::float8[], $11::float8[], $12::text[], $13::timestamptz[],
                                 $14::int[], $15::int[], $16::int[], $17::int[], $18::int[], $19::int[],
                                 $20::timestamptz[], $21::text[], $22::text[], $23::timestamptz[], $24::timestamptz[],
                                 $25::timestamptz[], $26::timestamptz[], $27::text[], $28::uuid[])""";

    private static final String UPDATE = """
            update loop set version = n.version, state = n.state, type = n.type, condition = n.condition,
                            urgency = n.urgency, round = n.round, reopened = n.reopened, reworks = n.reworks,
                            returns = n.returns, attempts = n.attempts, first_dispatched_at = n.first_dispatched_at,
                            first_department = n.first_department, lead_department = n.lead_department,
                            since = n.since, stage_due_at = n.stage_due_at, close_due_at = n.close_due_at,
                            closed_at = n.closed_at, outcome = n.outcome, merged_into = n.merged_into
            from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::int[],
                        $9::int[], $10::int[], $11::int[], $12::timestamptz[], $13::text[], $14::text[],
                        $15::timestamptz[], $16::timestamptz[], $17::timestamptz[], $18::timestamptz[], $19::text[],
                        $20::uuid[])
                 as n (ticket_id, version, state, type, condition, urgency, round, reopened, reworks, returns, attempts,
                       first_dispatched_at, first_department, lead_department, since, stage_due_at, close_due_at,
                       closed_at, outcome, merged_into)
            where loop.ticket_id = n.ticket_id""";

    private static final String SAVE_LEGS = """
            insert into leg (assignment_id, ticket_id, round, department, role, type, grid, issued_at, due_at,
                             accepted_at, paused_at, completed_at, reworked_at, rework_pending, reworks, ended_at,
                             ended_by, task, extensions, suspended_until, checked_in_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[],
                                 $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[],
                                 $12::timestamptz[], $13::timestamptz[], $14::boolean[], $15::int[],
                                 $16::timestamptz[], $17::text[], $18::text[], $19::int[], $20::timestamptz[],
                                 $21::timestamptz[])
            on conflict (assignment_id) do update
            set due_at = excluded.due_at, accepted_at = excluded.accepted_at, paused_at = excluded.paused_at,
                completed_at = excluded.completed_at, reworked_at = excluded.reworked_at,
                rework_pending = excluded.rework_pending, reworks = excluded.reworks, ended_at = excluded.ended_at,
                ended_by = excluded.ended_by, extensions = excluded.extensions,
                suspended_until = excluded.suspended_until, checked_in_at = excluded.checked_in_at""";

    private LoopRows() {}

    /** The loops of these tickets, locked until the transaction ends; unknown ones are left out. */
    public static Uni<List<LoopRow>> lock(SqlConnection tx, Collection<UUID> tickets) {
        return tx.preparedQuery(LOCK).execute(ids(tickets)).map(rows -> {
            List<LoopRow> loops = new ArrayList<>();
            rows.forEach(row -> loops.add(loop(row)));
            return loops;
        });
    }

    /** The legs of these tickets, in the order they were issued. */
    public static Uni<List<LegRow>> legs(SqlClient client, Collection<UUID> tickets) {
        if (tickets.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return client.preparedQuery(LEGS).execute(ids(tickets)).map(rows -> {
            List<LegRow> legs = new ArrayList<>();
            rows.forEach(row -> legs.add(leg(row)));
            return legs;
        });
    }

    /** Stores new loops. */
    public static Uni<Void> insert(SqlConnection tx, List<LoopRow> loops) {
        if (loops.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple tuple = new Columns<>(loops)
                .uuid(loop -> loop.ticketId)
                .bigint(loop -> loop.version)
                .text(loop -> loop.state)
                .text(loop -> loop.ticketNo)
                .text(loop -> loop.matter)
                .text(loop -> loop.type)
                .text(loop -> loop.condition)
                .text(loop -> loop.urgency)
                .text(loop -> loop.grid)
                .decimal(loop -> loop.longitude)
                .decimal(loop -> loop.latitude)
                .text(loop -> loop.filedBy)
                .instant(loop -> loop.filedAt)
                .number(loop -> loop.partition)
                .number(loop -> loop.round)
                .number(loop -> loop.reopened)
                .number(loop -> loop.reworks)
                .number(loop -> loop.returns)
                .number(loop -> loop.attempts)
                .instant(loop -> loop.firstDispatchedAt)
                .text(loop -> loop.firstDepartment)
                .text(loop -> loop.leadDepartment)
                .instant(loop -> loop.since)
                .instant(loop -> loop.stageDueAt)
                .instant(loop -> loop.closeDueAt)
                .instant(loop -> loop.closedAt)
                .text(loop -> loop.outcome)
                .uuid(loop -> loop.mergedInto)
                .tuple();
        return tx.preparedQuery(INSERT).execute(tuple).replaceWithVoid();
    }

    /** Stores loops that were locked in this transaction. */
    public static Uni<Void> update(SqlConnection tx, List<LoopRow> loops) {
        if (loops.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple tuple = new Columns<>(loops)
                .uuid(loop -> loop.ticketId)
                .bigint(loop -> loop.version)
                .text(loop -> loop.state)
                .text(loop -> loop.type)
                .text(loop -> loop.condition)
                .text(loop -> loop.urgency)
                .number(loop -> loop.round)
                .number(loop -> loop.reopened)
                .number(loop -> loop.reworks)
                .number(loop -> loop.returns)
                .number(loop -> loop.attempts)
                .instant(loop -> loop.firstDispatchedAt)
                .text(loop -> loop.firstDepartment)
                .text(loop -> loop.leadDepartment)
                .instant(loop -> loop.since)
                .instant(loop -> loop.stageDueAt)
                .instant(loop -> loop.closeDueAt)
                .instant(loop -> loop.closedAt)
                .text(loop -> loop.outcome)
                .uuid(loop -> loop.mergedInto)
                .tuple();
        return tx.preparedQuery(UPDATE).execute(tuple).replaceWithVoid();
    }

    /** Stores legs, new ones and changed ones. */
    public static Uni<Void> saveLegs(SqlConnection tx, List<LegRow> legs) {
        if (legs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple tuple = new Columns<>(legs)
                .uuid(leg -> leg.assignmentId)
                .uuid(leg -> leg.ticketId)
                .number(leg -> leg.round)
                .text(leg -> leg.department)
                .text(leg -> leg.role)
                .text(leg -> leg.type)
                .text(leg -> leg.grid)
                .instant(leg -> leg.issuedAt)
                .instant(leg -> leg.dueAt)
                .instant(leg -> leg.acceptedAt)
                .instant(leg -> leg.pausedAt)
                .instant(leg -> leg.completedAt)
                .instant(leg -> leg.reworkedAt)
                .flag(leg -> leg.reworkPending)
                .number(leg -> leg.reworks)
                .instant(leg -> leg.endedAt)
                .text(leg -> leg.endedBy)
                .text(leg -> leg.task)
                .number(leg -> leg.extensions)
                .instant(leg -> leg.suspendedUntil)
                .instant(leg -> leg.checkedInAt)
                .tuple();
        return tx.preparedQuery(SAVE_LEGS).execute(tuple).replaceWithVoid();
    }

    /** A row of {@code loop} with all its columns. */
    public static LoopRow loop(Row row) {
        LoopRow loop = new LoopRow();
        loop.ticketId = row.getUUID("ticket_id");
        loop.version = row.getLong("version");
        loop.state = row.getString("state");
        loop.ticketNo = row.getString("ticket_no");
        loop.matter = row.getString("matter");
        loop.type = row.getString("type");
        loop.condition = row.getString("condition");
        loop.urgency = row.getString("urgency");
        loop.grid = row.getString("grid");
        loop.longitude = row.getDouble("longitude");
        loop.latitude = row.getDouble("latitude");
        loop.filedBy = row.getString("filed_by");
        loop.filedAt = Objects.requireNonNull(Columns.instant(row, "filed_at"));
        loop.partition = row.getInteger("journal_partition");
        loop.round = row.getInteger("round");
        loop.reopened = row.getInteger("reopened");
        loop.reworks = row.getInteger("reworks");
        loop.returns = row.getInteger("returns");
        loop.attempts = row.getInteger("attempts");
        loop.firstDispatchedAt = Columns.instant(row, "first_dispatched_at");
        loop.firstDepartment = row.getString("first_department");
        loop.leadDepartment = row.getString("lead_department");
        loop.since = Objects.requireNonNull(Columns.instant(row, "since"));
        loop.stageDueAt = Columns.instant(row, "stage_due_at");
        loop.closeDueAt = Columns.instant(row, "close_due_at");
        loop.closedAt = Columns.instant(row, "closed_at");
        loop.outcome = row.getString("outcome");
        loop.mergedInto = row.getUUID("merged_into");
        return loop;
    }

    private static LegRow leg(Row row) {
        LegRow leg = new LegRow();
        leg.assignmentId = row.getUUID("assignment_id");
        leg.ticketId = row.getUUID("ticket_id");
        leg.round = row.getInteger("round");
        leg.department = row.getString("department");
        leg.role = row.getString("role");
        leg.type = row.getString("type");
        leg.grid = row.getString("grid");
        leg.issuedAt = Objects.requireNonNull(Columns.instant(row, "issued_at"));
        leg.dueAt = Objects.requireNonNull(Columns.instant(row, "due_at"));
        leg.acceptedAt = Columns.instant(row, "accepted_at");
        leg.pausedAt = Columns.instant(row, "paused_at");
        leg.completedAt = Columns.instant(row, "completed_at");
        leg.reworkedAt = Columns.instant(row, "reworked_at");
        leg.reworkPending = row.getBoolean("rework_pending");
        leg.reworks = row.getInteger("reworks");
        leg.endedAt = Columns.instant(row, "ended_at");
        leg.endedBy = row.getString("ended_by");
        leg.task = row.getString("task");
        leg.extensions = row.getInteger("extensions");
        leg.suspendedUntil = Columns.instant(row, "suspended_until");
        leg.checkedInAt = Columns.instant(row, "checked_in_at");
        leg.excused = row.getBoolean("excused");
        return leg;
    }

    private static Tuple ids(Collection<UUID> tickets) {
        return Tuple.tuple().addArrayOfUUID(tickets.toArray(UUID[]::new));
    }
}
