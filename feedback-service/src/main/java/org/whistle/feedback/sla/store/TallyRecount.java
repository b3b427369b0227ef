package org.whistle.feedback.sla.store;

import static org.whistle.feedback.sla.store.TallyRules.each;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.sla.Cube;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.Slices.Grain;

/**
 * {@code tally_recount(fresh)}: counts all facts, less what waits in {@code tally_delta}, into temporary tables, and puts
 * right whatever {@code tally} has otherwise. What differs on days that have not been taken in yet becomes one more change
 * among those that wait. The first {@value #TOLD} differences are answered one by one, each with how many there are in
 * all: where everything differs, that may be a thousand million. With {@code fresh} the counts are empty and nothing is
 * compared.
 *
 * <p>It must see facts and changes as of one instant, and nobody may take changes in meanwhile: the caller holds the
 * advisory lock {@code hashtext('tally_roll')} and only then begins a transaction of repeatable read, or nobody else is
 * there. Whoever writes facts is not disturbed.
 */
final class TallyRecount {

    private static final List<Measure> KEPT = Measure.kept();

    /** Differences told one by one. */
    static final int TOLD = 200;

    private static final String PLACE = "day, place, department, type";

    private TallyRecount() {}

    static String statement() {
        String words = "array[" + each(KEPT, measure -> "'" + measure.word() + "'") + "]";
        String columns = each(KEPT, Measure::word);
        String sums = each(KEPT, measure -> "sum(" + measure.word() + ")::integer as " + measure.word());
        StringBuilder sql = new StringBuilder("create function tally_recount(fresh boolean) returns table (grain text,"
                + " day date, place text, department text, type text, measure text, kept bigint, counted bigint,"
                + " total bigint) language plpgsql set work_mem = '64MB' as $f$"
                + " #variable_conflict use_column\n declare rolled date := (select rolled_to from tally_state); begin"
                + " drop table if exists tally_fresh, tally_wrong, tally_told;"
                + " create temporary table tally_fresh on commit drop as select day, grid, department, type, " + sums
                + " from (select day, grid, department, type, " + columns + " from tally_fact union all"
                + " select day, grid, department, type, "
                + each(KEPT, measure -> "-coalesce(" + measure.word() + ", 0)")
                + " from tally_delta) f group by 1, 2, 3, 4 having "
                + KEPT.stream()
                        .map(measure -> "sum(" + measure.word() + ") <> 0")
                        .collect(Collectors.joining(" or "))
                + ";"
                + " create temporary table tally_wrong (cube smallint, grain text, day date, place text collate \"C\","
                + " department text collate \"C\", type text collate \"C\", measures integer) on commit drop;"
                + " create temporary table tally_told (cube smallint, grain text, day date, place text collate \"C\","
                + " department text collate \"C\", type text collate \"C\", kept integer[], counted integer[])"
                + " on commit drop;"
                // What is not taken in yet: what waits is all there is, so the difference is what is lacking.
                + " insert into tally_delta (day, grid, department, type, " + columns
                + ") select day, grid, department, type, " + columns + " from tally_fresh where day >= rolled;"
                + " if not fresh then insert into tally_wrong select 0, 'd', day, grid, department, type, "
                + differing("tally_fresh", null) + " from tally_fresh where day >= rolled;"
                + " insert into tally_told select 0, 'd', day, grid, department, type, null, " + numbers("tally_fresh")
                + " from tally_fresh where day >= rolled order by day, grid, department, type limit " + TOLD + ";"
                + " end if; ");
        List<Cube> finestFirst = Arrays.asList(Cube.values()).reversed();
        for (int i = 0; i < finestFirst.size(); i++) {
            Cube cube = finestFirst.get(i);
            // Out of the smallest that is there already, since there are few of these and many facts.
            String source = finestFirst.subList(0, i).reversed().stream()
                    .filter(made -> made.has(Grain.DAY) && made.covers(cube))
                    .findFirst()
                    .map(made -> name(made, Grain.DAY))
                    .orElse("tally_fresh");
            for (Grain grain : Grain.values()) {
                if (cube.has(grain)) {
                    cut(sql, cube, grain, grain != Grain.DAY && cube.has(Grain.DAY) ? name(cube, Grain.DAY) : source);
                }
            }
        }
        return sql.append("return query select w.grain, w.day, w.place, w.department, w.type, n.measure,")
                .append(" coalesce(n.kept, 0)::bigint, coalesce(n.counted, 0)::bigint,")
                .append(" (select sum(measures) from tally_wrong)::bigint from tally_told w,")
                .append(" lateral unnest(")
                .append(words)
                .append(", w.kept, w.counted) as n (measure, kept, counted)")
                .append(" where coalesce(n.kept, 0) <> coalesce(n.counted, 0)")
                .append(" order by w.cube, w.grain, w.day, w.place, w.department, w.type limit ")
                .append(TOLD)
                .append("; end $f$")
                .toString();
    }

    private static String numbers(String row) {
        return "array[" + each(KEPT, measure -> row + "." + measure.word()) + "]";
    }

    /** How many measures of two rows differ; what is null is zero, as is everything of no row. */
    private static String differing(String counted, @Nullable String kept) {
        return KEPT.stream()
                .map(measure -> "(coalesce(" + counted + "." + measure.word() + ", 0) <> "
                        + (kept == null ? "0" : "coalesce(" + kept + "." + measure.word() + ", 0)") + ")::integer")
                .collect(Collectors.joining(" + "));
    }

    private static String name(Cube cube, Grain grain) {
        return "tally_cut_" + cube.number() + grain.letter();
    }

    /** Makes one cut out of another, compares it and puts right what differs. */
    private static void cut(StringBuilder sql, Cube cube, Grain grain, String source) {
        boolean facts = source.equals("tally_fresh");
        String name = name(cube, grain);
        String where = "cube = " + cube.number() + " and grain = '" + grain.letter() + "'";
        String kept = "(select * from tally where " + where + ")";
        String wrong = "(select * from tally_wrong where " + where + ")";
        String told = "(select * from tally_wrong where " + where + " order by " + PLACE + " limit " + TOLD + ")";
        String columns = each(KEPT, Measure::word);
        sql.append("drop table if exists " + name + "; create temporary table " + name + " on commit drop as select "
                + grain.firstDay("day") + " as day, left("
                + (facts ? "grid" : "place") + ", " + cube.digits() + ") as place, "
                + (cube.byDepartment() ? "department" : "'*'::text collate \"C\"") + " as department, "
                + (cube.byType() ? "type" : "'*'::text collate \"C\"") + " as type, "
                + each(KEPT, measure -> "nullif(sum(" + measure.word() + "), 0)::integer as " + measure.word())
                + " from " + source + (facts ? " where day < rolled" : "") + " group by 1, 2, 3, 4; if fresh then"
                + put(cube, grain, columns, name + " c") + " else analyze " + name + ";"
                + " insert into tally_wrong select * from (select " + cube.number() + ", '" + grain.letter() + "', "
                + PLACE + ", " + differing("c", "k") + " as measures from " + name + " c full join " + kept
                + " k using (" + PLACE + ")) d where measures > 0;"
                // The planner takes a table it knows nothing of for a small one.
                + " analyze tally_wrong;"
                + " insert into tally_told select " + cube.number() + ", '" + grain.letter() + "', " + PLACE + ", "
                + numbers("k") + ", " + numbers("c") + " from " + told + " w left join " + name + " c using (" + PLACE
                + ") left join " + kept + " k using (" + PLACE + ");"
                + " delete from tally t using " + wrong + " w where t." + where.replace(" and ", " and t.")
                + " and t.day = w.day and t.place = w.place and t.department = w.department and t.type = w.type;"
                + put(cube, grain, columns, name + " c join " + wrong + " w using (" + PLACE + ")")
                + " end if; ");
    }

    private static String put(Cube cube, Grain grain, String columns, String from) {
        return " insert into tally (cube, grain, " + PLACE + ", " + columns + ") select " + cube.number() + ", '"
                + grain.letter() + "', " + PLACE + ", " + columns + " from " + from + ";";
    }
}
