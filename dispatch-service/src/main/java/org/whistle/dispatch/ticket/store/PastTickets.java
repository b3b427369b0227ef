package org.whistle.dispatch.ticket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.intake.ReportFiled;

/** What was reported in the past and who leads it, for trying other rules on it. */
@ApplicationScoped
public class PastTickets {

    private static final String PAGE = """
            select id, filed_at, type, condition, lead, (document -> 'report')::text as report from ticket
            where filed_at >= $1 and filed_at < $2 and (filed_at, id) > ($3, $4::uuid)
            order by filed_at, id limit $5""";

    private final Pool pool;

    PastTickets(Pool pool) {
        this.pool = pool;
    }

    /**
     * A ticket of the past.
     *
     * @param type as it was classified last; null when nobody has
     * @param lead who leads it now; null when nobody does
     */
    public record Past(
            ReportFiled report,
            @Nullable String type,
            @Nullable String condition,
            @Nullable String lead) {}

    /** Tickets filed from one instant up to another, the earliest first, behind {@code (afterFiled, afterId)}. */
    public Uni<List<Past>> page(Instant from, Instant to, Instant afterFiled, UUID afterId, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(
                        TicketSearch.utc(from), TicketSearch.utc(to), TicketSearch.utc(afterFiled), afterId, limit))
                .map(rows -> {
                    List<Past> all = new ArrayList<>();
                    rows.forEach(row -> all.add(new Past(
                            WireFormat.read(
                                    ReportFiled.class, row.getString("report").getBytes(StandardCharsets.UTF_8)),
                            row.getString("type"),
                            row.getString("condition"),
                            row.getString("lead"))));
                    return all;
                });
    }
}
