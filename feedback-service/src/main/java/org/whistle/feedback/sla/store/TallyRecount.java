package org.whistle.feedback.sla.store;

import static org.whistle.feedback.sla.store.TallyRules.each;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.whistle.feedback.sla.Cube;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.Slices.Grain;

/**
 * {@code tally_recount(fresh)}: counts all facts, less what waits in {@code tally_delta}, into temporary tables, and puts
 * right whatever {@code tally} has otherwise. What differs on days that have not been taken in yet becomes one more change
 * among those that wait. Each difference is answered by measure; with {@code fresh} the counts are empty and nothing is
 * compared.
 *
 * <p>It must see facts and changes as of one instant, and nobody may take changes in meanwhile: the caller holds the
 * advisory lock {@code hashtext('tally_roll')} and only then begins a transaction of repeatable read, or nobody else is
 * there. Whoever writes facts is not disturbed.
 */
final class TallyRecount {

    private static final List<Measure> KEPT = Measure.kept();

    private static final String NUMBERS = "array[" + each(KEPT, measure -> "coalesce(" + measure.word() + ", 0)") + "]";
    private static final String ZEROS = "array_fill(0, array[" + KEPT.size() + "])";

    private TallyRecount() {}

    static String statement() {
        String words = "array[" + each(KEPT, measure -> "'" + measure.word() + "'") + "]";
        String columns = each(KEPT, Measure::word);
        String sums = each(KEPT, measure -> "sum(" + measure.word() + ")::integer as " + measure.word());
        StringBuilder sql = new StringBuilder("create function tally_recount(fresh boolean) returns table (grain text,"
                + " day date, place text, department text, type text, measure text, kept bigint, counted bigint)"
                + " language plpgsql set work_mem = '64MB' as $f$"
                + " #variable_conflict use_column\n declare rolled date := (select rolled_to from tally_state); begin"
                + " drop table if exists tally_fresh, tally_wrong;"
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
                + " department text collate \"C\", type text collate \"C\", kept integer[], counted integer[])"
                + " on commit drop;"
                // What is not taken in yet: what waits is all there is, so the difference is what is lacking.
                + " insert into tally_delta (day, grid, department, type, " + columns
                + ") select day, grid, department, type, " + columns + " from tally_fresh where day >= rolled;"
                + " if not fresh then insert into tally_wrong select 0, 'd', day, grid, department, type,"
                + " " + ZEROS + ", " + NUMBERS + " from tally_fresh where day >= rolled;"
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
            for (Grain grain : List.of(Grain.DAY, Grain.MONTH)) {
                if (cube.has(grain)) {
                    cut(sql, cube, grain, grain == Grain.MONTH && cube.has(Grain.DAY) ? name(cube, Grain.DAY) : source);
                }
            }
        }
        return sql.append("return query select w.grain, w.day, w.place, w.department, w.type, n.measure,")
                .append(" coalesce(n.kept, 0)::bigint, coalesce(n.counted, 0)::bigint from tally_wrong w,")
                .append(" lateral unnest(")
                .append(words)
                .append(", w.kept, w.counted) as n (measure, kept, counted)")
                .append(" where coalesce(n.kept, 0) <> coalesce(n.counted, 0)")
                .append(" order by w.cube, w.grain, w.day, w.place, w.department, w.type; end $f$")
                .toString();
    }

    private static String name(Cube cube, Grain grain) {
        return "tally_cut_" + cube.number() + grain.letter();
    }

    /** Makes one cut out of another, compares it and puts right what differs. */
    private static void cut(StringBuilder sql, Cube cube, Grain grain, String source) {
        boolean facts = source.equals("tally_fresh");
        String name = name(cube, grain);
        String where = "cube = " + cube.number() + " and grain = '" + grain.letter() + "'";
        sql.append("drop table if exists " + name + "; create temporary table " + name + " on commit drop as select "
                + (grain == Grain.DAY ? "day" : "date_trunc('month', day)::date") + " as day, left("
                + (facts ? "grid" : "place") + ", " + cube.digits() + ") as place, "
                + (cube.byDepartment() ? "department" : "'*'::text collate \"C\"") + " as department, "
                + (cube.byType() ? "type" : "'*'::text collate \"C\"") + " as type, "
                + each(KEPT, measure -> "nullif(sum(" + measure.word() + "), 0)::integer as " + measure.word())
                + " from " + source + (facts ? " where day < rolled" : "") + " group by 1, 2, 3, 4; if not fresh then"
                + " insert into tally_wrong select " + cube.number() + ", '" + grain.letter()
                + "', day, place, department, type, k.numbers, c.numbers from (select day, place, department, type, "
                + NUMBERS + " as numbers from " + name + ") c full join (select day, place, department, type, "
                + NUMBERS + " as numbers from tally where " + where + ") k using (day, place, department, type)"
                + " where coalesce(c.numbers, " + ZEROS + ") <> coalesce(k.numbers, " + ZEROS + ");"
                + " delete from tally t using tally_wrong w where t.cube = " + cube.number() + " and t.grain = '"
                + grain.letter() + "' and w.cube = t.cube and w.grain = t.grain and t.day = w.day and t.place = w.place"
                + " and t.department = w.department and t.type = w.type; end if;"
                + " insert into tally (cube, grain, day, place, department, type, " + each(KEPT, Measure::word)
                + ") select " + cube.number() + ", '" + grain.letter() + "', day, place, department, type, "
                + each(KEPT, Measure::word) + " from " + name + " c where fresh or exists (select from tally_wrong w"
                + " where w.cube = " + cube.number() + " and w.grain = '" + grain.letter() + "' and c.day = w.day"
                + " and c.place = w.place and c.department = w.department and c.type = w.type); ");
    }
}
