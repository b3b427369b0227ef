package org.whistle.feedback.score.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.Columns;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.score.Bulletin;
import org.whistle.feedback.score.ScoreWeights;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.feedback.sla.Span;
import org.whistle.feedback.sla.store.Counting;

/** Counts what a bulletin says. */
@ApplicationScoped
class BulletinCounts {

    private static final int MOST_OVERDUE = 20;
    private static final int MOST_TYPES = 10;

    // What was handled late comes from an index by lateness, what is late still from that of the open ones.
    private static final String LATE = """
            select f.*, l.ticket_no, floor(extract(epoch from f.late) / 60)::bigint as minutes from (
                (select f.ticket_id, f.assignment_id, f.department, f.type, f.grid, f.due_at, f.completed_at,
                        f.completed_at - f.due_at as late
                 from leg f
                 where f.completed_at > f.due_at and f.ended_at is null and not f.excused
                   and f.due_at >= $2 and f.due_at < $3 and\s""" + AreaScope.condition("f.grid", "f.department", 4)
            + """
                 order by f.completed_at - f.due_at desc limit $6)
                union all
                (select f.ticket_id, f.assignment_id, f.department, f.type, f.grid, f.due_at, null, $1 - f.due_at
                 from leg f
                 where f.completed_at is null and f.ended_at is null and not f.excused and f.paused_at is null
                   and f.due_at < $1 and f.due_at >= $2 and f.due_at < $3 and\s"""
            + AreaScope.condition("f.grid", "f.department", 4) + """
                 order by f.due_at limit $6)
            ) f join loop l on l.ticket_id = f.ticket_id
            order by f.late desc, f.assignment_id limit $6""";

    private final Pool pool;
    private final Counting counting;
    private final Rankings rankings;
    private final Districts districts;

    BulletinCounts(Pool pool, Counting counting, Rankings rankings, Districts districts) {
        this.pool = pool;
        this.counting = counting;
        this.rankings = rankings;
        this.districts = districts;
    }

    Uni<Bulletin> count(Span span, AreaScope scope, Instant now) {
        Instant from = span.from(Params.ZONE);
        Instant to = span.to(Params.ZONE);
        SlaFilter alone = new SlaFilter(List.of(from, to), null, null, null, scope);
        SlaFilter both = new SlaFilter(List.of(span.previous().from(Params.ZONE), from, to), null, null, null, scope);
        Set<Measure> all = EnumSet.allOf(Measure.class);
        return counting.count(all, Grouping.TOTAL, both, now)
                .chain(totals -> rankings.counts(Grouping.DEPARTMENT, alone, now)
                        .chain(departments -> rankings.counts(Grouping.STREET, alone, now)
                                .chain(streets -> types(both, now).chain(types -> late(from, to, scope, now)
                                        .map(late -> new Bulletin(
                                                span.label(),
                                                now,
                                                totals.getOrDefault(new Counting.Key(1, "total"), Map.of()),
                                                totals.getOrDefault(new Counting.Key(0, "total"), Map.of()),
                                                departments,
                                                streets,
                                                ScoreWeights.of(districts.policy()),
                                                districts.policy().rankingMinimum(),
                                                late,
                                                types))))));
    }

    private Uni<List<Bulletin.TypeCount>> types(SlaFilter both, Instant now) {
        return counting.count(EnumSet.of(Measure.REPORTS), Grouping.TYPE, both, now)
                .map(counts -> counts.entrySet().stream()
                        .filter(entry -> entry.getKey().period() == 1
                                && !entry.getKey().group().equals(Grouping.NONE))
                        .map(entry -> new Bulletin.TypeCount(
                                entry.getKey().group(),
                                entry.getValue().getOrDefault(Measure.REPORTS, 0L),
                                counts.getOrDefault(
                                                new Counting.Key(
                                                        0, entry.getKey().group()),
                                                Map.of())
                                        .getOrDefault(Measure.REPORTS, 0L)))
                        .sorted(Comparator.comparingLong(Bulletin.TypeCount::reports)
                                .reversed()
                                .thenComparing(Bulletin.TypeCount::type))
                        .limit(MOST_TYPES)
                        .toList());
    }

    private Uni<List<Bulletin.Late>> late(Instant from, Instant to, AreaScope scope, Instant now) {
        Tuple tuple = Tuple.tuple()
                .addOffsetDateTime(Columns.at(now))
                .addOffsetDateTime(Columns.at(from))
                .addOffsetDateTime(Columns.at(to))
                .addArrayOfString(scope.patterns())
                .addString(scope.department())
                .addInteger(MOST_OVERDUE);
        return pool.preparedQuery(LATE).execute(tuple).map(rows -> {
            List<Bulletin.Late> late = new ArrayList<>();
            rows.forEach(row -> late.add(late(row)));
            return late;
        });
    }

    private static Bulletin.Late late(Row row) {
        return new Bulletin.Late(
                row.getUUID("ticket_id"),
                row.getString("ticket_no"),
                row.getUUID("assignment_id"),
                row.getString("department"),
                row.getString("type"),
                row.getString("grid"),
                Objects.requireNonNull(Columns.instant(row, "due_at")),
                Columns.instant(row, "completed_at"),
                row.getLong("minutes"));
    }
}
