package org.whistle.feedback.sla.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.whistle.feedback.sla.Cube;
import org.whistle.feedback.sla.Fact;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.Slices.Grain;

/**
 * The database's side of the counts, made of {@link Fact}, {@link Measure} and {@link Cube}, so that each rule stands
 * once.
 *
 * <ul>
 *   <li>{@code tally_fact}: every fact as it counts in the end, a row for each, on the day of its instant.
 *   <li>Triggers on each table of facts: what one statement changed in the counts goes into {@code tally_delta}, in its
 *       own transaction; nobody waits for another, and counts and facts cannot part.
 *   <li>{@code tally_roll(before, most)}: takes at most so many changes of days before one into {@code tally}, and answers
 *       how many that were. Days that are not over wait: reports count them from the facts, because what is not due yet
 *       must not lower a rate.
 *   <li>{@code tally_recount(fresh)}: counts everything anew and puts right what differs.
 * </ul>
 */
public final class TallyRules {

    private static final List<Measure> KEPT = Measure.kept();

    /** Where a count stands. */
    private static final String KEY = "day, grid, department, type";

    private TallyRules() {}

    /** The statements that make it all, on a database that has none of it or that of other rules. */
    public static List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add("drop view if exists tally_fact");
        statements.add("create view tally_fact as "
                + Arrays.stream(Fact.values())
                        .map(fact -> counted(fact, fact.table(), "1", KEPT))
                        .collect(Collectors.joining(" union all ")));
        tables().forEach((table, facts) -> triggers(statements, table, facts));
        statements.add(roll());
        statements.add("drop function if exists tally_recount(boolean)");
        statements.add(TallyRecount.statement());
        return statements;
    }

    private static Map<String, List<Fact>> tables() {
        Map<String, List<Fact>> tables = new LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            tables.computeIfAbsent(fact.table(), none -> new ArrayList<>()).add(fact);
        }
        return tables;
    }

    /** Counts of single facts out of a table or what a statement changed of it; a measure of another fact is zero. */
    private static String counted(Fact fact, String from, String factor, Iterable<Measure> columns) {
        StringBuilder sql = new StringBuilder("select tally_day(" + fact.instant() + ") as day, f.grid, coalesce("
                + fact.department() + ", '" + Grouping.NONE + "') as department, coalesce(f.type, '" + Grouping.NONE
                + "') as type");
        for (Measure measure : columns) {
            sql.append(", ")
                    .append(
                            measure.fact() == fact
                                    ? factor + " * coalesce(" + measure.condition() + ", false)::integer"
                                    : "0")
                    .append(" as ")
                    .append(measure.word());
        }
        return sql + " from " + from + " f where " + fact.countedInTheEnd();
    }

    private static void triggers(List<String> statements, String table, List<Fact> facts) {
        Set<Measure> used = new LinkedHashSet<>();
        KEPT.stream().filter(measure -> facts.contains(measure.fact())).forEach(used::add);
        String news = branches(facts, "come", "1", used);
        String olds = branches(facts, "gone", "-1", used);
        trigger(statements, table, "come", "after insert", "referencing new table as come", news, used);
        trigger(statements, table, "gone", "after delete", "referencing old table as gone", olds, used);
        trigger(
                statements,
                table,
                "changed",
                "after update",
                "referencing old table as gone new table as come",
                news + " union all " + olds,
                used);
    }

    private static String branches(List<Fact> facts, String from, String factor, Set<Measure> used) {
        return facts.stream().map(fact -> counted(fact, from, factor, used)).collect(Collectors.joining(" union all "));
    }

    private static void trigger(
            List<String> statements,
            String table,
            String name,
            String when,
            String rows,
            String changes,
            Set<Measure> used) {
        String function = "tally_" + table + "_" + name;
        statements.add("create or replace function " + function + "() returns trigger language plpgsql as $f$ begin"
                + " insert into tally_delta (" + KEY + ", " + each(used, Measure::word) + ") select " + KEY + ", "
                + each(used, measure -> "sum(" + measure.word() + ")::integer") + " from (" + changes
                + ") c group by 1, 2, 3, 4 having " + any(used, "sum(%s) <> 0") + "; return null; end $f$");
        statements.add("create or replace trigger tally_" + name + " " + when + " on " + table + " " + rows
                + " for each statement execute function " + function + "()");
    }

    /** One at a time; a report reads both tables in one snapshot, so it sees every change exactly once. */
    private static String roll() {
        String cuts = Arrays.stream(Cube.values())
                .flatMap(cube -> Arrays.stream(Grain.values())
                        .filter(cube::has)
                        .map(grain -> "(" + cube.number() + "::smallint, " + cube.digits() + ", " + cube.byDepartment()
                                + ", " + cube.byType() + ", '" + grain.letter() + "')"))
                .collect(Collectors.joining(", "));
        return "create or replace function tally_roll(before date, most integer) returns integer language plpgsql"
                // What is gathered fits into this; the usual few megabytes would send it through files.
                + " set work_mem = '64MB' as $f$ declare took integer; begin"
                + " if not pg_try_advisory_xact_lock(hashtext('tally_roll')) then return 0; end if;"
                + " update tally_state set rolled_to = before where rolled_to < before;"
                + " with taken as (delete from tally_delta where ctid = any (array(select ctid from tally_delta"
                + " where day < before order by day limit most)) returning *),"
                + " once as (select " + KEY + ", "
                + each(KEPT, measure -> "sum(" + measure.word() + ")::integer as " + measure.word())
                + ", count(*) as changes from taken group by 1, 2, 3, 4),"
                + " put as (insert into tally (cube, grain, day, place, department, type, "
                + each(KEPT, Measure::word)
                + ") select c.cube, c.grain, case c.grain "
                + Arrays.stream(Grain.values())
                        .map(grain -> "when '" + grain.letter() + "' then " + grain.firstDay("o.day"))
                        .collect(Collectors.joining(" "))
                + " end, left(o.grid, c.digits),"
                + " case when c.by_department then o.department else '*' end,"
                + " case when c.by_type then o.type else '*' end, "
                + each(KEPT, measure -> "nullif(sum(o." + measure.word() + "), 0)::integer")
                + " from once o cross join (values " + cuts
                + ") as c (cube, digits, by_department, by_type, grain) group by 1, 2, 3, 4, 5, 6 having "
                + any(KEPT, "sum(o.%s) <> 0")
                + " on conflict (cube, grain, day, place, department, type) do update set "
                + each(
                        KEPT,
                        measure -> measure.word() + " = nullif(coalesce(tally." + measure.word()
                                + ", 0) + coalesce(excluded." + measure.word() + ", 0), 0)")
                + ") select coalesce(sum(changes), 0) into took from once; return took; end $f$";
    }

    static String each(Iterable<Measure> measures, Function<Measure, String> part) {
        List<String> parts = new ArrayList<>();
        measures.forEach(measure -> parts.add(part.apply(measure)));
        return String.join(", ", parts);
    }

    private static String any(Iterable<Measure> measures, String condition) {
        List<String> parts = new ArrayList<>();
        measures.forEach(measure -> parts.add(String.format(condition, measure.word())));
        return String.join(" or ", parts);
    }
}
