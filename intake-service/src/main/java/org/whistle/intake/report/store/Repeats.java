package org.whistle.intake.report.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.whistle.district.Policy;
import org.whistle.intake.grid.Cell;
import org.whistle.intake.grid.store.SqlDistance;

/** Recognises that somebody has reported the same before: the same person, type and place within the policy's days. */
final class Repeats {

    /** As many as say that it is a repeat. */
    private static final int MOST = 10;

    private static final int LARGEST_RADIUS = 1_000;

    /**
     * Ids sort by time, so what has a smaller one came earlier. Each cell by itself gives its latest, in the index's order,
     * so that one who reports every day costs no more than anybody else.
     */
    private static final String EARLIER = """
            select x.id, e.id as earlier, e.account, e.grid
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::timestamptz[])
                 as x(id, pseudonym, type, cells, longitude, latitude, since)
            cross join lateral (
                select latest.id, latest.account, latest.grid
                from unnest(x.cells::bigint[]) as c(cell)
                cross join lateral (
                    select r.id, r.account, r.grid from report r
                    where r.pseudonym = x.pseudonym and r.type = x.type and r.cell = c.cell
                      and r.id < x.id and r.filed_at >= x.since
                      and\s""" + SqlDistance.metres("x", "r") + """
                     <= $8
                    order by r.id desc limit $9) latest
                order by latest.id desc limit $9) e
            order by x.id, e.id desc""";

    private Repeats() {}

    /**
     * The earlier reports of each, newest first; those that repeat nothing are missing.
     *
     * @param window the district's rule, the same for all
     */
    static Uni<Map<UUID, List<Earlier>>> of(SqlClient client, List<StoredReport> reports, Window window) {
        List<StoredReport> typed =
                reports.stream().filter(report -> report.type() != null).toList();
        if (typed.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery(EARLIER).execute(tuple(typed, window)).map(rows -> {
            Map<UUID, List<Earlier>> earlier = new HashMap<>();
            for (Row row : rows) {
                earlier.computeIfAbsent(row.getUUID("id"), ignored -> new ArrayList<>())
                        .add(new Earlier(row.getUUID("earlier"), row.getString("account"), row.getString("grid")));
            }
            return earlier;
        });
    }

    private static Tuple tuple(List<StoredReport> reports, Window window) {
        return Tuple.tuple()
                .addArrayOfUUID(reports.stream().map(StoredReport::id).toArray(UUID[]::new))
                .addArrayOfUUID(reports.stream()
                        .map(report -> report.reporter().pseudonym())
                        .toArray(UUID[]::new))
                .addArrayOfString(reports.stream().map(StoredReport::type).toArray(String[]::new))
                .addArrayOfString(reports.stream()
                        .map(report -> Cell.around(report.position(), window.metres()).stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", "{", "}")))
                        .toArray(String[]::new))
                .addArrayOfDouble(reports.stream()
                        .map(report -> report.position().longitude())
                        .toArray(Double[]::new))
                .addArrayOfDouble(reports.stream()
                        .map(report -> report.position().latitude())
                        .toArray(Double[]::new))
                .addArrayOfOffsetDateTime(reports.stream()
                        .map(report -> report.filedAt().minus(window.time()).atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addInteger(window.metres())
                .addInteger(MOST);
    }

    /**
     * How near in place and time a second report is a repeat.
     *
     * @param metres 1 to 1 000
     */
    record Window(int metres, Duration time) {

        static Window of(Policy policy) {
            return new Window(
                    Math.clamp(policy.duplicateMetres(), 1, LARGEST_RADIUS), Duration.ofDays(policy.repeatDays()));
        }
    }
}
