package org.whistle.dispatch.ticket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.dispatch.ticket.Consultation;

/** Consultations across tickets. */
@ApplicationScoped
public class ConsultationSearch {

    private static final String LIST = """
            select t.id, t.version, t.ticket_no, t.street, t.document::text as document,
                   r.value ->> 'consultationId' as consultation_id
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

    /** A consultation with the ticket it is about. */
    public record Found(UUID ticketId, long version, String ticketNo, String street, Consultation consultation) {}

    /**
     * Consultations, the earliest meeting first.
     *
     * @param state {@code open} or {@code concluded}, of tickets that go on; null for all
     * @param afterAt and afterId where a page ended; null for the first
     */
    public Uni<List<Found>> list(
            AreaScope scope, @Nullable String state, @Nullable Instant afterAt, @Nullable UUID afterId, int limit) {
        Tuple row = Tuple.tuple();
        row.addArrayOfString(scope.patterns());
        row.addString(state);
        row.addOffsetDateTime(TicketSearch.utc(afterAt));
        row.addString(afterId == null ? null : afterId.toString());
        row.addInteger(limit);
        return pool.preparedQuery(LIST).execute(row).map(rows -> {
            List<Found> found = new ArrayList<>();
            rows.forEach(each -> found.add(found(each)));
            return found;
        });
    }

    private static Found found(Row row) {
        UUID consultationId = UUID.fromString(row.getString("consultation_id"));
        return new Found(
                row.getUUID("id"),
                row.getLong("version"),
                row.getString("ticket_no"),
                row.getString("street"),
                TicketDocuments.read(row.getString("document"))
                        .proceedings()
                        .consultation(consultationId)
                        .orElseThrow());
    }
}
