package org.whistle.feedback.warning.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.page.Cursor;
import org.whistle.chassis.page.PageRequest;
import org.whistle.feedback.Columns;
import org.whistle.feedback.warning.WarningFilter;

/** Grids with many reports of one type, the most first. */
@ApplicationScoped
public class HotSpotQueries {

    private static final String LIST = """
            select f.grid, f.type, count(*) filter (where f.filed_at >= $2) as count,
                   count(*) filter (where f.filed_at < $2) as before
            from loop f
            where f.filed_at >= $1 and f.filed_at < $3 and f.type is not null and f.merged_into is null
              and ($4::text is null or f.grid like $4 || '%') and ($5::text is null or f.lead_department = $5)
              and ($6::text is null or f.type = $6) and\s""" + AreaScope.condition("f.grid", "f.lead_department", 7) + """
             group by f.grid, f.type
            having count(*) filter (where f.filed_at >= $2) >= $9
              and (count(*) filter (where f.filed_at >= $2) < $10
                   or (count(*) filter (where f.filed_at >= $2) = $10 and (f.grid, f.type) > ($11::text collate "C", $12)))
            order by 3 desc, f.grid, f.type
            limit $13""";

    private final Pool pool;

    HotSpotQueries(Pool pool) {
        this.pool = pool;
    }

    /** Reports of one type in one grid: how many, and how many in as long a time before. */
    public record HotSpot(String grid, String type, long count, long before) {}

    /**
     * Hot spots.
     *
     * @param before where the comparison begins
     * @param from where the window begins
     * @param to where it ends
     * @param minimum fewest reports
     * @param request its cursor holds count, grid and type
     */
    public Uni<List<HotSpot>> list(
            WarningFilter filter, Instant before, Instant from, Instant to, int minimum, PageRequest request) {
        Cursor after = request.cursor();
        Tuple tuple = Tuple.tuple()
                .addOffsetDateTime(Columns.at(before))
                .addOffsetDateTime(Columns.at(from))
                .addOffsetDateTime(Columns.at(to))
                .addString(filter.place())
                .addString(filter.department())
                .addString(filter.type())
                .addArrayOfString(filter.scope().patterns())
                .addString(filter.scope().department())
                .addLong((long) minimum)
                .addLong(after == null ? Long.MAX_VALUE : after.number(0))
                .addString(after == null ? "" : after.text(1))
                .addString(after == null ? "" : after.text(2))
                .addInteger(request.fetch());
        return pool.preparedQuery(LIST).execute(tuple).map(rows -> {
            List<HotSpot> spots = new ArrayList<>();
            rows.forEach(row -> spots.add(new HotSpot(
                    row.getString("grid"), row.getString("type"), row.getLong("count"), row.getLong("before"))));
            return spots;
        });
    }
}
