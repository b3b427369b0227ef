package org.whistle.feedback.sla.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.feedback.Columns;
import org.whistle.feedback.sla.Fact;
import org.whistle.feedback.sla.Rate;
import org.whistle.feedback.sla.SlaFilter;

/** The tickets behind a number, found by the very conditions the number is counted by, so their count is the number. */
@ApplicationScoped
public class SlaQueries {

    private static final UUID FIRST = new UUID(0, 0);

    private final Pool pool;

    SlaQueries(Pool pool) {
        this.pool = pool;
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
        Facts facts = Facts.of(fact, filter, filter.from(), filter.to(), now);
        Cursor after = request.cursor();
        Tuple tuple = facts.tuple()
                .addOffsetDateTime(Columns.at(after == null ? Instant.EPOCH : after.instant(0)))
                .addUUID(after == null ? FIRST : after.uuid(1))
                .addInteger(request.fetch());
        int last = tuple.size();
        String sql = "select f.ticket_id, l.ticket_no, l.state, l.grid, l.type, " + assignment
                + " as assignment_id, " + fact.department() + " as body, " + fact.instant() + " as at, " + id
                + " as id, coalesce(" + rate.numerator().condition() + ", false) as counts from " + fact.table()
                + " f join loop l on l.ticket_id = f.ticket_id where " + facts.sql()
                + (numerator ? " and (" + rate.numerator().condition() + ")" : "")
                + " and (" + fact.instant() + ", " + id + ") > ($" + (last - 2) + ", $" + (last - 1) + ") order by "
                + fact.instant() + ", " + id + " limit $" + last;
        return pool.preparedQuery(sql).execute(tuple).map(rows -> {
            List<Counted> tickets = new ArrayList<>();
            rows.forEach(row -> tickets.add(counted(row)));
            return tickets;
        });
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
