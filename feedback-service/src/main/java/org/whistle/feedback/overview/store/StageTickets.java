package org.whistle.feedback.overview.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.whistle.chassis.page.PageRequest;
import org.whistle.feedback.overview.LoopStage;
import org.whistle.feedback.warning.CountedTicket;
import org.whistle.feedback.warning.WarningFilter;
import org.whistle.feedback.warning.store.CountedTickets;

/** The tickets behind the numbers of {@link OverviewQueries}: as many as the number says. */
@ApplicationScoped
public class StageTickets {

    /** An open ticket with the limit it reaches first. */
    private static final String OPEN = """
            select ticket_id as id, ticket_id, ticket_no, state, null::uuid as assignment_id, lead_department as body, type,
                   grid, since as at, least(stage_due_at, (
                       select min(c.due_at) from stage_clock c
                       where c.ticket_id = loop.ticket_id and c.stopped_at is null and c.paused_at is null)) as due_at
            from loop where\s""";

    private static final String PARTS = """
            select f.assignment_id as id, f.ticket_id, l.ticket_no, l.state, f.assignment_id, f.department as body, f.type,
                   f.grid, f.completed_at as at, null::timestamptz as due_at
            from (select * from leg where completed_at >= $6""" + OverviewQueries.LEGS + ") f join loop l on l.ticket_id = f.ticket_id";

    private final Pool pool;

    StageTickets(Pool pool) {
        this.pool = pool;
    }

    /**
     * What waits in a stage, the longest waiting first.
     *
     * @param overdueOnly only what has a limit that is used up by now
     * @param request its cursor holds since when it waits, and the ticket
     */
    public Uni<List<CountedTicket>> waiting(
            LoopStage stage, boolean overdueOnly, WarningFilter filter, Instant now, PageRequest request) {
        if (stage.states().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String states = stage.states().stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
        String sql = "select * from (" + OPEN + "state in (" + states + ")" + OverviewQueries.LOOPS + ") x where "
                + (overdueOnly ? "x.due_at <= $6" : "$6::timestamptz is not null") + " and" + CountedTickets.page(7);
        return CountedTickets.read(pool, sql, OverviewQueries.parameters(filter, now), request);
    }

    /**
     * What left a stage, in the order in which it did.
     *
     * @param today when the day began
     * @param request its cursor holds when it left, and the ticket or part
     */
    public Uni<List<CountedTicket>> done(LoopStage stage, WarningFilter filter, Instant today, PageRequest request) {
        String rows =
                switch (stage) {
                    case COLLECT -> loops("filed_at", "");
                    case DISCOVER -> loops("filed_at", " and state <> 'reported'");
                    case DISPATCH -> loops("first_dispatched_at", "");
                    case HANDLE -> PARTS;
                    case FEEDBACK -> loops("closed_at", "");
                };
        String sql = "select * from (" + rows + ") x where" + CountedTickets.page(7);
        return CountedTickets.read(pool, sql, OverviewQueries.parameters(filter, today), request);
    }

    private static String loops(String instant, String condition) {
        return "select ticket_id as id, ticket_id, ticket_no, state, null::uuid as assignment_id,"
                + " lead_department as body, type, grid, " + instant + " as at, null::timestamptz as due_at"
                + " from loop where " + instant + " >= $6" + condition + OverviewQueries.LOOPS;
    }
}
