package org.whistle.dispatch.ticket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.dispatch.ticket.ReturnCase;
import org.whistle.dispatch.ticket.Ticket;

/** Objections of departments, across tickets. */
@ApplicationScoped
public class ReturnSearch {

    private static final String LIST = OfTicket.COLUMNS + """
            , r.value ->> 'returnId' as what_id
            from ticket t, jsonb_array_elements(t.document -> 'returns') as r
            where jsonb_array_length(t.document -> 'returns') > 0 and t.grid like any($1::text[])
              and ($2::text is null or r.value ->> 'department' = $2)
              and ($3::text is null
                   or $3 = 'pending' and r.value -> 'decision' is null
                   or $3 = 'approved' and (r.value -> 'decision' ->> 'approved')::boolean
                   or $3 = 'refused' and not (r.value -> 'decision' ->> 'approved')::boolean)
              and ($4::timestamptz is null
                   or ((r.value ->> 'requestedAt')::timestamptz, r.value ->> 'returnId') > ($4, $5::text))
            order by (r.value ->> 'requestedAt')::timestamptz, r.value ->> 'returnId' limit $6""";

    private final Pool pool;

    ReturnSearch(Pool pool) {
        this.pool = pool;
    }

    /**
     * Objections, the oldest first.
     *
     * @param state {@code pending}, {@code approved}, {@code refused}; null for all
     * @param afterAt and afterId where a page ended; null for the first
     */
    public Uni<List<OfTicket<ReturnCase>>> list(
            AreaScope scope, @Nullable String state, @Nullable Instant afterAt, @Nullable UUID afterId, int limit) {
        Tuple row = Tuple.tuple();
        row.addArrayOfString(scope.patterns());
        row.addString(scope.department());
        row.addString(state);
        row.addOffsetDateTime(TicketSearch.utc(afterAt));
        row.addString(afterId == null ? null : afterId.toString());
        row.addInteger(limit);
        return OfTicket.list(pool, LIST, row, Ticket::returnCase);
    }
}
