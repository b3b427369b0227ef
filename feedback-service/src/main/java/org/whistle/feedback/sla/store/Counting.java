package org.whistle.feedback.sla.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.Columns;
import org.whistle.feedback.sla.Cube;
import org.whistle.feedback.sla.Fact;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.feedback.sla.Slices;

/**
 * Counts by period and group. Days that are over come from {@code tally}, together with the changes it has not taken in
 * yet, in one statement; the rest from the facts, and what was counted too much, one statement for each kind of fact.
 */
@ApplicationScoped
public class Counting {

    private final Pool pool;

    Counting(Pool pool) {
        this.pool = pool;
    }

    /** Where a row of a report stands: which period, from 0, and which group. */
    public record Key(int period, String group) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return period != other.period ? Integer.compare(period, other.period) : group.compareTo(other.group);
        }
    }

    /** Counts by period and group, in this order; what is zero is left out, and a row without any count too. */
    public Uni<Map<Key, Map<Measure, Long>>> count(
            Set<Measure> measures, Grouping grouping, SlaFilter filter, Instant now) {
        Cube cube = Cube.answering(grouping, filter);
        return inOneSnapshot(
                tx -> tx.query("select rolled_to from tally_state").execute().chain(rows -> {
                    LocalDate rolledTo = rows.iterator().next().getLocalDate(0);
                    Slices slices = Slices.of(filter.cuts(), now, Params.ZONE, cube, rolledTo);
                    return count(tx, measures, grouping, filter, now, slices, cube);
                }));
    }

    /** The same, counted from the facts alone. */
    public Uni<Map<Key, Map<Measure, Long>>> recount(
            Set<Measure> measures, Grouping grouping, SlaFilter filter, Instant now) {
        return inOneSnapshot(tx -> count(
                tx,
                measures,
                grouping,
                filter,
                now,
                Slices.factsOnly(filter.cuts()),
                Cube.answering(grouping, filter)));
    }

    /** All of a report's statements see the same instant, so nothing is counted twice or left out between them. */
    private <T> Uni<T> inOneSnapshot(Function<SqlConnection, Uni<T>> work) {
        return pool.withConnection(tx -> tx.query("begin isolation level repeatable read read only")
                .execute()
                .chain(() -> work.apply(tx))
                .onItemOrFailure()
                .call((done, failure) ->
                        tx.query(failure == null ? "commit" : "rollback").execute()));
    }

    private static Uni<Map<Key, Map<Measure, Long>>> count(
            SqlConnection tx,
            Set<Measure> measures,
            Grouping grouping,
            SlaFilter filter,
            Instant now,
            Slices slices,
            Cube cube) {
        Map<Key, Map<Measure, Long>> counts = new HashMap<>();
        List<Uni<Void>> parts = new ArrayList<>();
        if (!slices.kept().isEmpty()) {
            parts.add(kept(tx, measures, grouping, filter, cube, slices, counts));
        }
        for (Fact fact : Fact.values()) {
            List<Measure> some = Measure.of(fact, measures);
            if (some.isEmpty()) {
                continue;
            }
            for (Slices.Stretch stretch : slices.rest()) {
                parts.add(facts(tx, fact, some, grouping, filter, stretch, now, counts));
            }
            for (Slices.Surplus surplus : slices.surplus()) {
                parts.add(surplus(tx, fact, some, grouping, filter, surplus, now, counts));
            }
        }
        // None needs another's answer, so they travel together; the answers come one after the other.
        Uni<?> all = parts.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(parts).andFailFast();
        // Put into their order once: a large report adds to many thousand rows.
        return all.map(done -> new TreeMap<>(counts));
    }

    private static Uni<Void> kept(
            SqlConnection tx,
            Set<Measure> measures,
            Grouping grouping,
            SlaFilter filter,
            Cube cube,
            Slices slices,
            Map<Key, Map<Measure, Long>> counts) {
        String columns = measures.stream()
                .flatMap(measure -> measure.columns().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(column -> ", t." + column)
                .collect(Collectors.joining());
        String sums = measures.stream()
                .map(measure -> ", coalesce(sum(" + measure.tallied() + "), 0) as " + measure.word())
                .collect(Collectors.joining());
        Conditions conditions = Conditions.of(filter, "t.place", "t.department", "t.type");
        Tuple tuple = conditions.tuple();
        // Each run is a scan of its own with plain bounds, which the planner can judge.
        List<String> scans = new ArrayList<>();
        for (Slices.Run run : Slices.runs(slices.kept())) {
            scans.add("select " + piece(run, tuple) + " as piece, t.place, t.department, t.type" + columns
                    + " from tally t where t.cube = " + cube.number() + " and t.grain = '"
                    + run.grain().letter() + "' and " + within(run, tuple));
        }
        for (Slices.Run run : Slices.runs(slices.days())) {
            scans.add("select " + piece(run, tuple) + ", left(t.grid, " + cube.digits() + "), t.department, t.type"
                    + columns + " from tally_delta t where " + within(run, tuple));
        }
        String sql = "select t.piece, " + group(grouping, cube) + " as grp" + sums + " from ("
                + String.join(" union all ", scans) + ") t where " + conditions.sql() + " group by 1, 2";
        return tx.preparedQuery(sql)
                .execute(tuple)
                .invoke(rows -> add(rows, measures, counts))
                .replaceWithVoid();
    }

    private static String piece(Slices.Run run, Tuple tuple) {
        if (run.starts().size() == 1) {
            return String.valueOf(run.first());
        }
        tuple.addArrayOfLocalDate(run.starts().toArray(LocalDate[]::new));
        return "width_bucket(t.day, $" + tuple.size() + "::date[]) + " + (run.first() - 1);
    }

    private static String within(Slices.Run run, Tuple tuple) {
        tuple.addLocalDate(run.from()).addLocalDate(run.to());
        return "t.day >= $" + (tuple.size() - 1) + " and t.day < $" + tuple.size();
    }

    private static String group(Grouping grouping, Cube cube) {
        return switch (grouping) {
            case TOTAL -> "'total'";
            case DEPARTMENT -> "t.department";
            case STREET -> place(9, cube);
            case COMMUNITY -> place(12, cube);
            case GRID -> "t.place";
            case TYPE -> "t.type";
        };
    }

    private static String place(int digits, Cube cube) {
        return cube.digits() == digits ? "t.place" : "left(t.place, " + digits + ")";
    }

    private static Uni<Void> facts(
            SqlConnection tx,
            Fact fact,
            List<Measure> measures,
            Grouping grouping,
            SlaFilter filter,
            Slices.Stretch stretch,
            Instant now,
            Map<Key, Map<Measure, Long>> counts) {
        Facts rows = Facts.of(fact, filter, stretch.from(), stretch.to(), now);
        Tuple tuple = rows.tuple()
                .addArrayOfOffsetDateTime(
                        filter.cuts().stream().map(Columns::at).toArray(OffsetDateTime[]::new));
        String period = "width_bucket(" + fact.instant() + ", $" + tuple.size() + "::timestamptz[]) - 1";
        return tx.preparedQuery(select(period, fact, measures, grouping, rows))
                .execute(tuple)
                .invoke(found -> add(found, measures, counts))
                .replaceWithVoid();
    }

    private static Uni<Void> surplus(
            SqlConnection tx,
            Fact fact,
            List<Measure> measures,
            Grouping grouping,
            SlaFilter filter,
            Slices.Surplus surplus,
            Instant now,
            Map<Key, Map<Measure, Long>> counts) {
        Slices.Stretch time = surplus.time();
        Facts rows = Facts.of(fact, filter, time.from(), time.to(), now);
        Tuple tuple = rows.tuple().addInteger(surplus.piece());
        return tx.preparedQuery(select("$" + tuple.size() + "::int", fact, measures, grouping, rows))
                .execute(tuple)
                .invoke(found -> add(found, measures, -1, counts))
                .replaceWithVoid();
    }

    private static String select(String period, Fact fact, List<Measure> measures, Grouping grouping, Facts rows) {
        String numbers = measures.stream()
                .map(measure -> ", count(*) filter (where " + measure.condition() + ") as " + measure.word())
                .collect(Collectors.joining());
        return "select " + period + " as period, " + grouping.expression(fact) + " as grp" + numbers + " from "
                + fact.table() + " f where " + rows.sql() + " group by 1, 2";
    }

    /**
     * Adds what was counted: period, group, and the measures in their order. By position, since a large report has a
     * hundred thousand numbers and a name is searched for.
     */
    private static void add(RowSet<Row> rows, Iterable<Measure> measures, Map<Key, Map<Measure, Long>> counts) {
        add(rows, measures, 1, counts);
    }

    private static void add(
            RowSet<Row> rows, Iterable<Measure> measures, int sign, Map<Key, Map<Measure, Long>> counts) {
        for (Row row : rows) {
            Map<Measure, Long> numbers = new EnumMap<>(Measure.class);
            int column = 2;
            for (Measure measure : measures) {
                long count = row.getLong(column++);
                if (count != 0) {
                    numbers.put(measure, sign * count);
                }
            }
            if (!numbers.isEmpty()) {
                counts.merge(new Key(row.getInteger(0), row.getString(1)), numbers, Counting::sum);
            }
        }
    }

    /** Null, which takes the row away, when nothing is left. */
    private static @Nullable Map<Measure, Long> sum(Map<Measure, Long> some, Map<Measure, Long> more) {
        more.forEach((measure, count) -> some.merge(measure, count, (a, b) -> a + b == 0 ? null : a + b));
        return some.isEmpty() ? null : some;
    }
}
