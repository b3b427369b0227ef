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
import org.whistle.dispatch.ticket.LegRequest;

/** Extensions and suspensions asked for, across tickets. */
@ApplicationScoped
public class RequestSearch {

    private static final String LIST = OfTicket.COLUMNS + """
            , r.value ->> 'requestId' as what_id
            from ticket t, jsonb_array_elements(t.document #> '{proceedings,requests}') as r
            where jsonb_array_length(t.document #> '{proceedings,requests}') > 0 and t.grid like any($1::text[])
              and ($2::text is null or r.value ->> 'department' = $2)
              and ($3::text is null or lower(r.value ->> 'kind') = $3)
              and ($4::text is null
                   or $4 = 'pending' and r.value -> 'decision' is null
                   or $4 = 'granted' and (r.value -> 'decision' ->> 'granted')::boolean
                   or $4 = 'refused' and not (r.value -> 'decision' ->> 'granted')::boolean)
              and ($5::text is null or t.street = $5)
              and ($6::timestamptz is null
                   or ((r.value ->> 'requestedAt')::timestamptz, r.value ->> 'requestId') > ($6, $7::text))
            order by (r.value ->> 'requestedAt')::timestamptz, r.value ->> 'requestId' limit $8""";

    private final Pool pool;

    RequestSearch(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is looked for; null stands for anything.
     *
     * @param kind {@code extension} or {@code suspension}
     * @param state {@code pending}, {@code granted} or {@code refused}
     * @param street code of a street
     */
    public record Filter(
            @Nullable String kind,
            @Nullable String state,
            @Nullable String street) {}

    /**
     * Requests, the oldest first.
     *
     * @param afterAt and afterId where a page ended; null for the first
     */
    public Uni<List<OfTicket<LegRequest>>> list(
            AreaScope scope, Filter filter, @Nullable Instant afterAt, @Nullable UUID afterId, int limit) {
        Tuple row = Tuple.tuple();
        row.addArrayOfString(scope.patterns());
        row.addString(scope.department());
        row.addString(filter.kind());
        row.addString(filter.state());
        row.addString(filter.street());
        row.addOffsetDateTime(TicketSearch.utc(afterAt));
        row.addString(afterId == null ? null : afterId.toString());
        row.addInteger(limit);
        return OfTicket.list(
                pool, LIST, row, (ticket, id) -> ticket.proceedings().request(id));
    }
}
