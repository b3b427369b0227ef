package org.whistle.feedback.warning.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.district.PlaceLevel;
import org.whistle.feedback.Columns;
import org.whistle.feedback.warning.BacklogPart;
import org.whistle.feedback.warning.CountedTicket;
import org.whistle.feedback.warning.WarningFilter;

/** What is still open, and what will soon be late. */
@ApplicationScoped
public class BacklogQueries {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String OPEN_LEG = """
            f.completed_at is null and f.ended_at is null and l.state not in ('closed', 'registered', 'merged')""";

    private static final String FILTER = """
            ($3::text is null or f.grid like $3 || '%') and ($5::text is null or f.type = $5) and\s""";

    private static final String AGES = """
            count(*) as open,
            count(*) filter (where at > $1 - interval '1 day') as day,
            count(*) filter (where at <= $1 - interval '1 day' and at > $1 - interval '3 days') as three,
            count(*) filter (where at <= $1 - interval '3 days' and at > $1 - interval '7 days') as seven,
            count(*) filter (where at <= $1 - interval '7 days' and at > $1 - interval '30 days') as thirty,
            count(*) filter (where at <= $1 - interval '30 days') as older,
            count(*) filter (where suspended) as suspended,
            count(*) filter (where overdue) as overdue,
            count(*) filter (where soon) as soon""";

    /** Open assignments, one row each. */
    private static final String LEGS = """
            select f.assignment_id as id, f.ticket_id, l.ticket_no, l.state, f.assignment_id, f.department as body, f.type,
                   f.grid, case when f.paused_at is null then f.due_at end as due_at,
                   f.department as code, f.issued_at as at, f.suspended_until is not null as suspended,
                   f.paused_at is null and f.due_at <= $1 as overdue,
                   f.paused_at is null and f.due_at > $1 and f.due_at <= $2 as soon
            from leg f join loop l on l.ticket_id = f.ticket_id
            where\s""" + OPEN_LEG + " and ($4::text is null or f.department = $4) and " + FILTER
            + AreaScope.condition("f.grid", "f.department", 6);

    /**
     * Open tickets, one row each. Their legs are looked up one by one: as long as the filters are parameters the planner
     * expects a single ticket, and would look through all open legs for each of the thousands that come.
     */
    private static final String LOOPS = """
            select f.ticket_id as id, f.ticket_id, f.ticket_no, f.state, null::uuid as assignment_id,
                   f.lead_department as body, f.type, f.grid, legs.due_at,
                   f.grid as code, f.filed_at as at, coalesce(legs.suspended, false) as suspended,
                   coalesce(legs.overdue, false) as overdue, coalesce(legs.soon, false) as soon
            from loop f
            left join lateral (
                select bool_or(suspended_until is not null) as suspended,
                       bool_or(paused_at is null and due_at <= $1) as overdue,
                       bool_or(paused_at is null and due_at > $1 and due_at <= $2) as soon,
                       min(due_at) filter (where paused_at is null) as due_at
                from leg where leg.ticket_id = f.ticket_id and completed_at is null and ended_at is null
            ) legs on true
            where f.state not in ('closed', 'registered', 'merged') and ($4::text is null or f.lead_department = $4) and\s""" + FILTER + AreaScope.condition("f.grid", "f.lead_department", 6);

    private static final String COUNTED = ") x group by 1 order by open desc, code";
    private static final String BY_DEPARTMENT = "select code, " + AGES + " from (" + LEGS + COUNTED;
    /** The code of a place begins with those of the places it lies in. */
    private static final String BY_PLACE = "select left(code, $8) as code, " + AGES + " from (" + LOOPS + COUNTED;

    private static final String SOON = """
            select f.assignment_id, f.ticket_id, l.ticket_no, l.state, f.department, f.type, f.grid, f.issued_at, f.due_at
            from leg f join loop l on l.ticket_id = f.ticket_id
            where\s""" + OPEN_LEG + """
             and f.paused_at is null and f.due_at > $1 and f.due_at <= $2
              and ($4::text is null or f.department = $4) and (f.due_at, f.assignment_id) > ($8, $9) and\s""" + FILTER
            + AreaScope.condition("f.grid", "f.department", 6) + " order by f.due_at, f.assignment_id limit $10";

    private final Pool pool;

    BacklogQueries(Pool pool) {
        this.pool = pool;
    }

    /**
     * What one body has open.
     *
     * @param day open for less than a day
     * @param three for one to three days
     * @param seven for three to seven days
     * @param thirty for seven to thirty days
     * @param older for longer
     * @param suspended put off with a reason and an end (挂账)
     * @param overdue its limit is used up
     * @param soon its limit will be used up within the hours asked for
     */
    public record Backlog(
            String code,
            long open,
            long day,
            long three,
            long seven,
            long thirty,
            long older,
            long suspended,
            long overdue,
            long soon) {}

    /** An assignment whose limit will soon be used up. */
    public record Due(
            UUID assignmentId,
            UUID ticketId,
            String ticketNo,
            String state,
            String department,
            @Nullable String type,
            String grid,
            Instant issuedAt,
            Instant dueAt) {}

    /** Open assignments by body. */
    public Uni<List<Backlog>> byDepartment(WarningFilter filter, Instant now, Duration ahead) {
        return backlog(BY_DEPARTMENT, parameters(filter, now, ahead));
    }

    /** Open tickets by street. */
    public Uni<List<Backlog>> byStreet(WarningFilter filter, Instant now, Duration ahead) {
        return byPlace(PlaceLevel.STREET, filter, now, ahead);
    }

    /** Open tickets by street, community or grid; a ticket counts once, whatever bodies it is with. */
    public Uni<List<Backlog>> byPlace(PlaceLevel level, WarningFilter filter, Instant now, Duration ahead) {
        return backlog(BY_PLACE, parameters(filter, now, ahead).addInteger(level.digits()));
    }

    /**
     * What will soon be late, the soonest first.
     *
     * @param request its cursor holds due instant and assignment id
     */
    public Uni<List<Due>> soon(WarningFilter filter, Instant now, Duration ahead, PageRequest request) {
        Cursor after = request.cursor();
        Tuple tuple = parameters(filter, now, ahead)
                .addOffsetDateTime(Columns.at(after == null ? Instant.EPOCH : after.instant(0)))
                .addUUID(after == null ? FIRST : after.uuid(1))
                .addInteger(request.fetch());
        return pool.preparedQuery(SOON).execute(tuple).map(rows -> {
            List<Due> due = new ArrayList<>();
            rows.forEach(row -> due.add(due(row)));
            return due;
        });
    }

    /**
     * The assignments behind a number of {@link #byDepartment}, the longest open first.
     *
     * @param request its cursor holds since when it is open, and the assignment
     */
    public Uni<List<CountedTicket>> assignments(
            BacklogPart part, WarningFilter filter, Instant now, Duration ahead, PageRequest request) {
        return CountedTickets.read(pool, behind(LEGS, part), parameters(filter, now, ahead), request);
    }

    /**
     * The tickets behind a number of {@link #byPlace}, the longest open first.
     *
     * @param request its cursor holds since when it is open, and the ticket
     */
    public Uni<List<CountedTicket>> tickets(
            BacklogPart part, WarningFilter filter, Instant now, Duration ahead, PageRequest request) {
        return CountedTickets.read(pool, behind(LOOPS, part), parameters(filter, now, ahead), request);
    }

    private static String behind(String open, BacklogPart part) {
        String condition =
                switch (part) {
                    case OPEN -> "true";
                    case SUSPENDED -> "x.suspended";
                    case OVERDUE -> "x.overdue";
                    case ABOUT_TO_BREACH -> "x.soon";
                    case UNDER_ONE_DAY -> "x.at > $1 - interval '1 day'";
                    case ONE_TO_THREE_DAYS -> "x.at <= $1 - interval '1 day' and x.at > $1 - interval '3 days'";
                    case THREE_TO_SEVEN_DAYS -> "x.at <= $1 - interval '3 days' and x.at > $1 - interval '7 days'";
                    case SEVEN_TO_THIRTY_DAYS -> "x.at <= $1 - interval '7 days' and x.at > $1 - interval '30 days'";
                    case OVER_THIRTY_DAYS -> "x.at <= $1 - interval '30 days'";
                };
        return "select * from (" + open + ") x where " + condition + " and" + CountedTickets.page(8);
    }

    private Uni<List<Backlog>> backlog(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            List<Backlog> backlog = new ArrayList<>();
            rows.forEach(row -> backlog.add(backlog(row)));
            return backlog;
        });
    }

    private static Tuple parameters(WarningFilter filter, Instant now, Duration ahead) {
        return Tuple.tuple()
                .addOffsetDateTime(Columns.at(now))
                .addOffsetDateTime(Columns.at(now.plus(ahead)))
                .addString(filter.place())
                .addString(filter.department())
                .addString(filter.type())
                .addArrayOfString(filter.scope().patterns())
                .addString(filter.scope().department());
    }

    private static Backlog backlog(Row row) {
        return new Backlog(
                row.getString("code"),
                row.getLong("open"),
                row.getLong("day"),
                row.getLong("three"),
                row.getLong("seven"),
                row.getLong("thirty"),
                row.getLong("older"),
                row.getLong("suspended"),
                row.getLong("overdue"),
                row.getLong("soon"));
    }

    private static Due due(Row row) {
        return new Due(
                row.getUUID("assignment_id"),
                row.getUUID("ticket_id"),
                row.getString("ticket_no"),
                row.getString("state"),
                row.getString("department"),
                row.getString("type"),
                row.getString("grid"),
                Objects.requireNonNull(Columns.instant(row, "issued_at")),
                Objects.requireNonNull(Columns.instant(row, "due_at")));
    }
}
