package org.whistle.feedback.warning.store;

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
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.feedback.Columns;
import org.whistle.feedback.warning.WarningFilter;

/** Matters that the same person has reported before; the person stays out of it. */
@ApplicationScoped
public class RepeatQueries {

    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private static final String LIST = """
            select f.report_id, f.ticket_id, l.ticket_no, l.state, l.lead_department, f.type, f.grid, f.filed_at,
                   f.previous, f.previous_at, p.ticket_no as previous_no, p.state as previous_state,
                   p.grid = f.grid as same_grid, coalesce(p.type = f.type, false) as same_type,
                   (select count(distinct r.ticket_id) from reported r
                    where r.reporter = f.reporter and r.filed_at > f.filed_at - make_interval(days => $2)
                      and r.filed_at <= f.filed_at and (r.grid = f.grid or r.type = f.type)) as times
            from reported f
            join loop l on l.ticket_id = f.ticket_id
            join loop p on p.ticket_id = f.previous
            where f.previous is not null and f.previous_at >= f.filed_at - make_interval(days => $2)
              and f.filed_at >= $1 and (f.filed_at, f.report_id) < ($8, $9)
              and ($3::text is null or f.grid like $3 || '%') and ($4::text is null or l.lead_department = $4)
              and ($5::text is null or f.type = $5) and\s"""
            + AreaScope.condition("f.grid", "l.lead_department", 6)
            + " order by f.filed_at desc, f.report_id desc limit $10";

    private final Pool pool;

    RepeatQueries(Pool pool) {
        this.pool = pool;
    }

    /**
     * A repeated matter.
     *
     * @param times which of the person's matters of the same type or grid it is within the days
     */
    public record Repeat(
            UUID reportId,
            UUID ticketId,
            String ticketNo,
            String state,
            @Nullable String department,
            @Nullable String type,
            String grid,
            Instant filedAt,
            UUID previousId,
            String previousNo,
            String previousState,
            Instant previousAt,
            boolean sameGrid,
            boolean sameType,
            long times) {}

    /**
     * Repeats, the latest first.
     *
     * @param from first filing that counts
     * @param days how far back the one before may lie
     * @param request its cursor holds the filing and the report's id
     */
    public Uni<List<Repeat>> list(WarningFilter filter, Instant from, int days, PageRequest request) {
        Cursor after = request.cursor();
        Tuple tuple = Tuple.tuple()
                .addOffsetDateTime(Columns.at(from))
                .addInteger(days)
                .addString(filter.place())
                .addString(filter.department())
                .addString(filter.type())
                .addArrayOfString(filter.scope().patterns())
                .addString(filter.scope().department())
                .addOffsetDateTime(Columns.at(after == null ? END_OF_TIME : after.instant(0)))
                .addUUID(after == null ? LAST : after.uuid(1))
                .addInteger(request.fetch());
        return pool.preparedQuery(LIST).execute(tuple).map(rows -> {
            List<Repeat> repeats = new ArrayList<>();
            rows.forEach(row -> repeats.add(repeat(row)));
            return repeats;
        });
    }

    private static Repeat repeat(Row row) {
        return new Repeat(
                row.getUUID("report_id"),
                row.getUUID("ticket_id"),
                row.getString("ticket_no"),
                row.getString("state"),
                row.getString("lead_department"),
                row.getString("type"),
                row.getString("grid"),
                Objects.requireNonNull(Columns.instant(row, "filed_at")),
                row.getUUID("previous"),
                row.getString("previous_no"),
                row.getString("previous_state"),
                Objects.requireNonNull(Columns.instant(row, "previous_at")),
                row.getBoolean("same_grid"),
                row.getBoolean("same_type"),
                row.getLong("times"));
    }
}
