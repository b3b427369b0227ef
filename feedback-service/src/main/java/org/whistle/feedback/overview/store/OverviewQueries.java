package org.whistle.feedback.overview.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.feedback.Columns;
import org.whistle.feedback.overview.LoopStage;
import org.whistle.feedback.overview.StageFigures;
import org.whistle.feedback.warning.WarningFilter;

/** Counts the stages. Reads what is open and what changed today, never what is long done. */
@ApplicationScoped
public class OverviewQueries {

    static final String LOOPS = " and ($1::text is null or grid like $1 || '%')"
            + " and ($2::text is null or lead_department = $2) and ($3::text is null or type = $3) and "
            + AreaScope.condition("grid", "lead_department", 4);

    static final String LEGS = " and ($1::text is null or grid like $1 || '%')"
            + " and ($2::text is null or department = $2) and ($3::text is null or type = $3) and "
            + AreaScope.condition("grid", "department", 4);

    private static final String WAITING = """
            select state, count(*) as waiting,
                   count(*) filter (where coalesce(stage_due_at <= $6, false) or exists (
                       select from stage_clock c
                       where c.ticket_id = loop.ticket_id and c.stopped_at is null and c.paused_at is null
                         and c.due_at <= $6)) as overdue
            from loop where state not in ('closed', 'registered', 'merged')""" + LOOPS + " group by state";

    private static final String DONE = "select "
            + "(select count(*) from loop where filed_at >= $6" + LOOPS + ") as collect,"
            + "(select count(*) from loop where filed_at >= $6 and state <> 'reported'" + LOOPS + ") as discover,"
            + "(select count(*) from loop where first_dispatched_at >= $6" + LOOPS + ") as dispatch,"
            + "(select count(*) from leg where completed_at >= $6" + LEGS + ") as handle,"
            + "(select count(*) from loop where closed_at >= $6" + LOOPS + ") as feedback";

    private final Pool pool;

    OverviewQueries(Pool pool) {
        this.pool = pool;
    }

    private record Waiting(long all, long overdue) {
        static final Waiting NONE = new Waiting(0, 0);

        Waiting plus(Waiting other) {
            return new Waiting(all + other.all, overdue + other.overdue);
        }
    }

    /**
     * The five stages in their order.
     *
     * @param now what is overdue by now
     * @param today when the day began
     */
    public Uni<List<StageFigures>> stages(WarningFilter filter, Instant now, Instant today) {
        return pool.preparedQuery(WAITING).execute(parameters(filter, now)).chain(waiting -> pool.preparedQuery(DONE)
                .execute(parameters(filter, today))
                .map(done -> figures(waiting, done.iterator().next())));
    }

    private static List<StageFigures> figures(Iterable<Row> states, Row done) {
        Map<String, Waiting> waiting = new HashMap<>();
        states.forEach(row ->
                waiting.put(row.getString("state"), new Waiting(row.getLong("waiting"), row.getLong("overdue"))));
        return Arrays.stream(LoopStage.values())
                .map(stage -> {
                    Waiting here = stage.states().stream()
                            .map(state -> waiting.getOrDefault(state, Waiting.NONE))
                            .reduce(Waiting.NONE, Waiting::plus);
                    return new StageFigures(stage, here.all, here.overdue, done.getLong(stage.word()));
                })
                .toList();
    }

    static Tuple parameters(WarningFilter filter, Instant instant) {
        return Tuple.tuple()
                .addString(filter.place())
                .addString(filter.department())
                .addString(filter.type())
                .addArrayOfString(filter.scope().patterns())
                .addString(filter.scope().department())
                .addOffsetDateTime(Columns.at(instant));
    }
}
