package org.whistle.feedback.sla.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.whistle.feedback.sla.Cube;
import org.whistle.feedback.sla.Fact;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Measure;

/**
 * Counts everything again from the facts and compares it with what is kept, each kind of fact in one statement, so that
 * changes meanwhile do not disturb; then whether all cuts of the kept counts agree. It reads whole tables: an operator's
 * command, no report.
 */
@ApplicationScoped
public class TallyCheck {

    private static final List<Measure> KEPT = Arrays.stream(Measure.values())
            .filter(measure -> measure != Measure.LEGS_OVERDUE)
            .toList();

    private final Pool pool;

    TallyCheck(Pool pool) {
        this.pool = pool;
    }

    /** A count that is not as it should be. */
    public record Difference(
            LocalDate day, String place, String department, String type, String measure, long kept, long counted) {}

    /** Every difference; of the cuts by month and place that do not agree, one with the measure {@code cuts}. */
    public Uni<List<Difference>> differences() {
        List<Difference> found = new ArrayList<>();
        Uni<Void> checked = Uni.createFrom().voidItem();
        for (Fact fact : Fact.values()) {
            checked = checked.chain(() -> facts(fact, found));
        }
        return checked.chain(() -> cuts(found)).replaceWith(found);
    }

    private Uni<Void> facts(Fact fact, List<Difference> found) {
        List<Measure> measures =
                KEPT.stream().filter(measure -> measure.fact() == fact).toList();
        String counted = each(measures, "count(*) filter (where %2$s) as %1$s");
        String columns = each(measures, "%1$s");
        String sql = "with counted as (select tally_day(" + fact.instant() + ") as day, f.street as place, coalesce("
                + fact.department() + ", '" + Grouping.NONE + "') as department, coalesce(f.type, '" + Grouping.NONE
                + "') as type, " + counted + " from " + fact.table() + " f where "
                // As if every day were over.
                + fact.counted().replace("$1", "'infinity'::timestamptz") + " and " + fact.instant()
                + " is not null group by 1, 2, 3, 4), kept as (select day, place, department, type, "
                + each(measures, "coalesce(sum(%1$s), 0) as %1$s") + " from (select day, place, department, type, "
                + columns + " from tally where cube = " + Cube.STREET_DEPARTMENT_TYPE.number()
                + " and grain = 'd' union all select day, left(grid, 9), department, type, " + columns
                + " from tally_delta) t group by 1, 2, 3, 4) select day, place, department, type, "
                + each(measures, "coalesce(k.%1$s, 0) as kept_%1$s, coalesce(c.%1$s, 0) as counted_%1$s")
                + " from counted c full join kept k using (day, place, department, type) where "
                + measures.stream()
                        .map(measure -> "coalesce(k." + measure.word() + ", 0) <> coalesce(c." + measure.word() + ", 0)")
                        .collect(Collectors.joining(" or "))
                + " order by 1, 2, 3, 4";
        return pool.query(sql)
                .execute()
                .invoke(rows -> rows.forEach(row -> measures.forEach(measure -> {
                    long kept = row.getLong("kept_" + measure.word());
                    long fresh = row.getLong("counted_" + measure.word());
                    if (kept != fresh) {
                        found.add(difference(row, measure.word(), kept, fresh));
                    }
                })))
                .replaceWithVoid();
    }

    private Uni<Void> cuts(List<Difference> found) {
        String sums = each(KEPT, "coalesce(sum(%1$s), 0)");
        String sql = "select month as day, place, '*' as department, '*' as type, count(*) as kept,"
                + " count(distinct sums) as counted from (select date_trunc('month', day)::date as month,"
                + " left(place, 9) as place, cube, grain, concat_ws(',', " + sums + ") as sums from tally"
                + " group by 1, 2, 3, 4) x where sums ~ '[1-9]' group by 1, 2 having count(distinct sums) > 1 or count(*) <> "
                + 2 * Cube.values().length + " order by 1, 2";
        return pool.query(sql)
                .execute()
                .invoke(rows -> rows.forEach(
                        row -> found.add(difference(row, "cuts", row.getLong("kept"), row.getLong("counted")))))
                .replaceWithVoid();
    }

    private static String each(List<Measure> measures, String format) {
        return measures.stream()
                .map(measure -> String.format(format, measure.word(), measure.condition()))
                .collect(Collectors.joining(", "));
    }

    private static Difference difference(Row row, String measure, long kept, long counted) {
        return new Difference(
                row.getLocalDate("day"),
                row.getString("place"),
                row.getString("department"),
                row.getString("type"),
                measure,
                kept,
                counted);
    }
}
