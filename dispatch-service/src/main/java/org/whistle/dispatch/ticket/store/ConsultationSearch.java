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
import org.whistle.dispatch.ticket.Consultation;

/** Consultations across tickets. */
@ApplicationScoped
public class ConsultationSearch {

    private static final String LIST = OfTicket.COLUMNS + """
            , r.value ->> 'consultationId' as what_id
            from ticket t, jsonb_array_elements(t.document #> '{proceedings,consultations}') as r
            where jsonb_array_length(t.document #> '{proceedings,consultations}') > 0 and t.grid like any($1::text[])
              and ($2::text is null or t.status in ('queued', 'dispatched', 'return-pending') and
                   case $2 when 'open' then r.value -> 'outcome' is null else r.value -> 'outcome' is not null end)
              and ($3::timestamptz is null
                   or ((r.value ->> 'meetAt')::timestamptz, r.value ->> 'consultationId') > ($3, $4::text))
            order by (r.value ->> 'meetAt')::timestamptz, r.value ->> 'consultationId' limit $5""";

    private final Pool pool;

    ConsultationSearch(Pool pool) {
        this.pool = pool;
    }

    /**
     * Consultations, the earliest meeting first.
     *
     * @param state {@code open} or {@code concluded}, of tickets that go on; null for all
     * @param afterAt and afterId where a page ended; null for the first
     */
    public Uni<List<OfTicket<Consultation>>> list(
            AreaScope scope, @Nullable String state, @Nullable Instant afterAt, @Nullable UUID afterId, int limit) {
        Tuple row = Tuple.tuple();
        row.addArrayOfString(scope.patterns());
        row.addString(state);
        row.addOffsetDateTime(TicketSearch.utc(afterAt));
        row.addString(afterId == null ? null : afterId.toString());
        row.addInteger(limit);
        return OfTicket.list(
                pool, LIST, row, (ticket, id) -> ticket.proceedings().consultation(id));
    }
}
