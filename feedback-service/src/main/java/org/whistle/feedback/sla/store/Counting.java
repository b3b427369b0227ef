package org.whistle.feedback.sla.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.whistle.chassis.identity.AreaScope;
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
 * yet, in one statement; the rest from the facts, one statement for each kind of fact.
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
        Optional<Cube> cube = Cube.answering(grouping, filter);
        Slices slices = cube.isPresent() ? Slices.of(filter.cuts(), now, Params.ZONE) : Slices.factsOnly(filter.cuts());
        return count(measures, grouping, filter, now, slices, cube);
    }

    /** The same, counted from the facts alone. */
    public Uni<Map<Key, Map<Measure, Long>>> recount(
            Set<Measure> measures, Grouping grouping, SlaFilter filter, Instant now) {
        return count(measures, grouping, filter, now, Slices.factsOnly(filter.cuts()), Optional.empty());
    }

    private Uni<Map<Key, Map<Measure, Long>>> count(
            Set<Measure> measures,
            Grouping grouping,
            SlaFilter filter,
            Instant now,
            Slices slices,
            Optional<Cube> cube) {
        Map<Key, Map<Measure, Long>> counts = new TreeMap<>();
        List<Uni<Void>> parts = new ArrayList<>();
        if (cube.isPresent() && !slices.kept().isEmpty()) {
            parts.add(kept(measures, grouping, filter, cube.get(), slices, counts));
        }
        for (Slices.Stretch stretch : slices.rest()) {
            for (Fact fact : Fact.values()) {
                List<Measure> some = Measure.of(fact, measures);
                if (!some.isEmpty()) {
                    parts.add(facts(fact, some, grouping, filter, stretch, now, counts));
                }
            }
        }
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Uni<Void> part : parts) {
            all = all.chain(() -> part);
        }
        return all.replaceWith(counts);
    }

    private Uni<Void> kept(
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
        Tuple tuple = Tuple.tuple()
                .addString(filter.place())
                .addString(filter.department())
                .addString(filter.type())
                .addArrayOfString(filter.scope().patterns())
                .addString(filter.scope().department());
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
        String sql = "select t.piece, " + group(grouping) + " as grp" + sums + " from ("
                + String.join(" union all ", scans) + ") t"
                + " where ($1::text is null or t.place like $1 || '%')"
                + " and ($2::text is null or t.department = $2) and ($3::text is null or t.type = $3) and "
                + AreaScope.condition("t.place", "t.department", 4) + " group by 1, 2";
        return pool.preparedQuery(sql)
                .execute(tuple)
                .invoke(rows -> add(rows, "piece", measures, counts))
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

    private static String group(Grouping grouping) {
        return switch (grouping) {
            case TOTAL -> "'total'";
            case DEPARTMENT -> "t.department";
            case STREET -> "left(t.place, 9)";
            case COMMUNITY -> "left(t.place, 12)";
            case GRID -> "t.place";
            case TYPE -> "t.type";
        };
    }

    private Uni<Void> facts(
            Fact fact,
            List<Measure> measures,
            Grouping grouping,
            SlaFilter filter,
            Slices.Stretch stretch,
            Instant now,
            Map<Key, Map<Measure, Long>> counts) {
        StringBuilder sql = new StringBuilder("select width_bucket(" + fact.instant()
                + ", $9::timestamptz[]) - 1 as period, " + grouping.expression(fact) + " as grp");
        for (Measure measure : measures) {
            sql.append(", count(*) filter (where ")
                    .append(measure.condition())
                    .append(") as ")
                    .append(measure.word());
        }
        sql.append(Facts.conditions(fact)).append(" group by 1, 2");
        Tuple tuple = Facts.parameters(filter, stretch.from(), stretch.to(), now)
                .addArrayOfOffsetDateTime(
                        filter.cuts().stream().map(Columns::at).toArray(OffsetDateTime[]::new));
        return pool.preparedQuery(sql.toString())
                .execute(tuple)
                .invoke(rows -> add(rows, "period", measures, counts))
                .replaceWithVoid();
    }

    private static void add(
            RowSet<Row> rows, String period, Iterable<Measure> measures, Map<Key, Map<Measure, Long>> counts) {
        for (Row row : rows) {
            Key key = new Key(row.getInteger(period), row.getString("grp"));
            for (Measure measure : measures) {
                long count = row.getLong(measure.word());
                if (count != 0) {
                    counts.computeIfAbsent(key, none -> new EnumMap<>(Measure.class))
                            .merge(measure, count, Long::sum);
                }
            }
        }
    }
}
