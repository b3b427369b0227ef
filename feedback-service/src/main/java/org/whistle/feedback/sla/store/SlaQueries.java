package org.whistle.feedback.sla.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.feedback.Columns;
import org.whistle.feedback.sla.Fact;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Rate;
import org.whistle.feedback.sla.SlaFilter;

/**
 * Rates counted by the database over the facts, one statement for each kind of fact. The tickets behind a number are
 * found by the very same conditions, so their count is the number.
 */
@ApplicationScoped
public class SlaQueries {

    private static final UUID FIRST = new UUID(0, 0);

    private final Pool pool;

    SlaQueries(Pool pool) {
        this.pool = pool;
    }

    /** Where a row of a report stands: which period, from 0, and which group. */
    public record Key(int period, String group) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return period != other.period ? Integer.compare(period, other.period) : group.compareTo(other.group);
        }
    }

    /** A rate's two numbers. */
    public record Count(long numerator, long denominator) {
        /** Nothing to count. */
        public static final Count ZERO = new Count(0, 0);
    }

    /** All rates by period and group, in this order; what has no facts at all has no row. */
    public Uni<Map<Key, Map<Rate, Count>>> report(Grouping grouping, SlaFilter filter, Instant now) {
        Map<Key, Map<Rate, Count>> report = new TreeMap<>();
        Uni<Void> counted = Uni.createFrom().voidItem();
        for (Fact fact : Fact.values()) {
            counted = counted.chain(() -> count(fact, grouping, filter, now, report));
        }
        return counted.replaceWith(report);
    }

    private Uni<Void> count(
            Fact fact, Grouping grouping, SlaFilter filter, Instant now, Map<Key, Map<Rate, Count>> report) {
        List<Rate> rates = Rate.of(fact);
        StringBuilder sql =
                new StringBuilder("select width_bucket(" + fact.instant() + ", $9::timestamptz[]) - 1 as period, "
                        + grouping.expression(fact) + " as grp, count(*) as denominator");
        for (Rate rate : rates) {
            sql.append(", count(*) filter (where ")
                    .append(rate.numerator())
                    .append(") as \"")
                    .append(rate.word())
                    .append('"');
        }
        sql.append(conditions(fact)).append(" group by 1, 2");
        Tuple tuple = parameters(filter, now)
                .addArrayOfOffsetDateTime(
                        filter.cuts().stream().map(Columns::at).toArray(OffsetDateTime[]::new));
        return pool.preparedQuery(sql.toString())
                .execute(tuple)
                .invoke(rows -> rows.forEach(row -> {
                    Map<Rate, Count> counts = report.computeIfAbsent(
                            new Key(row.getInteger("period"), row.getString("grp")), key -> new EnumMap<>(Rate.class));
                    for (Rate rate : rates) {
                        counts.put(rate, new Count(row.getLong(rate.word()), row.getLong("denominator")));
                    }
                }))
                .replaceWithVoid();
    }

    /**
     * What stands behind a number, in the order of the fact's instant.
     *
     * @param numerator the numerator's, or the denominator's
     * @param request its cursor holds the fact's instant and its id
     */
    public Uni<List<Counted>> tickets(
            Rate rate, boolean numerator, SlaFilter filter, Instant now, PageRequest request) {
        Fact fact = rate.fact();
        String id = fact == Fact.DUE_LEGS ? "f.assignment_id" : "f.ticket_id";
        // A ticket's call-backs share its id, but never an instant.
        String assignment = fact == Fact.DUE_LEGS ? "f.assignment_id" : "null::uuid";
        String sql = "select f.ticket_id, l.ticket_no, l.state, l.grid, l.type, " + assignment
                + " as assignment_id, " + fact.department() + " as body, " + fact.instant() + " as at, " + id
                + " as id, coalesce(" + rate.numerator() + ", false) as counts"
                + conditions(fact).replace(" where ", " join loop l on l.ticket_id = f.ticket_id where ")
                + (numerator ? " and " + "(" + rate.numerator() + ")" : "")
                + " and (" + fact.instant() + ", " + id + ") > ($9, $10) order by " + fact.instant() + ", " + id
                + " limit $11";
        Cursor after = request.cursor();
        Tuple tuple = parameters(filter, now)
                .addOffsetDateTime(Columns.at(after == null ? Instant.EPOCH : after.instant(0)))
                .addUUID(after == null ? FIRST : after.uuid(1))
                .addInteger(request.fetch());
        return pool.preparedQuery(sql).execute(tuple).map(rows -> {
            List<Counted> tickets = new ArrayList<>();
            rows.forEach(row -> tickets.add(counted(row)));
            return tickets;
        });
    }

    private static String conditions(Fact fact) {
        return " from " + fact.table() + " f where " + fact.counted()
                + " and " + fact.instant() + " >= $2 and " + fact.instant() + " < $3"
                + " and ($4::text is null or f.street = left($4, 9)) and ($4::text is null or f.grid like $4 || '%')"
                + " and ($5::text is null or coalesce(" + fact.department() + ", '" + Grouping.NONE + "') = $5)"
                + " and ($6::text is null or coalesce(f.type, '" + Grouping.NONE + "') = $6)"
                + " and $1::timestamptz is not null and "
                + AreaScope.condition("f.grid", fact.department(), 7);
    }

    private static Tuple parameters(SlaFilter filter, Instant now) {
        return Tuple.tuple()
                .addOffsetDateTime(Columns.at(now))
                .addOffsetDateTime(Columns.at(filter.from()))
                .addOffsetDateTime(Columns.at(filter.to()))
                .addString(filter.place())
                .addString(filter.department())
                .addString(filter.type())
                .addArrayOfString(filter.scope().patterns())
                .addString(filter.scope().department());
    }

    private static Counted counted(Row row) {
        return new Counted(
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getString("ticket_no"),
                row.getString("state"),
                row.getUUID("assignment_id"),
                row.getString("body"),
                row.getString("type"),
                row.getString("grid"),
                Objects.requireNonNull(Columns.instant(row, "at")),
                row.getBoolean("counts"));
    }

    /**
     * One fact that was counted.
     *
     * @param id of the fact, for the cursor
     * @param at the instant that puts it into its period
     * @param counts whether it is in the numerator
     */
    public record Counted(
            UUID id,
            UUID ticketId,
            String ticketNo,
            String state,
            @Nullable UUID assignmentId,
            @Nullable String department,
            @Nullable String type,
            String grid,
            Instant at,
            boolean counts) {}
}
