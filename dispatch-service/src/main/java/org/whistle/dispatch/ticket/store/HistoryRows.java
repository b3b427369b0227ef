package org.whistle.dispatch.ticket.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.inbox.Delivered;

/** Every event of a ticket's life in the one order the journal gives it. */
@ApplicationScoped
public class HistoryRows {

    /** A replayed dead letter has its old place. */
    private static final String APPEND = """
            insert into ticket_history (ticket_id, "partition", "offset", event_id, type, source, at, data)
            select ticket_id, part, off, event_id, type, source, at, data::json
            from unnest($1::uuid[], $2::int[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[],
                $8::text[]) as h (ticket_id, part, off, event_id, type, source, at, data)
            on conflict do nothing""";

    private static final String READ = """
            select event_id, type, source, at, data::text as data from ticket_history
            where ticket_id = $1 order by "partition", "offset" limit $2""";

    private final Pool pool;

    HistoryRows(Pool pool) {
        this.pool = pool;
    }

    /** One event of a ticket's life; {@code data} is its JSON. */
    public record Entry(UUID eventId, String type, String source, Instant at, String data) {}

    /** Keeps events as they stood on the journal. */
    public Uni<Void> append(SqlConnection tx, List<Delivered> events) {
        int n = events.size();
        UUID[] tickets = new UUID[n];
        Integer[] partitions = new Integer[n];
        Long[] offsets = new Long[n];
        UUID[] ids = new UUID[n];
        String[] types = new String[n];
        String[] sources = new String[n];
        OffsetDateTime[] times = new OffsetDateTime[n];
        String[] data = new String[n];
        for (int i = 0; i < n; i++) {
            Envelope envelope = events.get(i).envelope();
            tickets[i] = envelope.subject();
            partitions[i] = events.get(i).partition();
            offsets[i] = events.get(i).offset();
            ids[i] = envelope.id();
            types[i] = envelope.type();
            sources[i] = envelope.source();
            times[i] = envelope.time().atOffset(ZoneOffset.UTC);
            data[i] = new String(envelope.data(), StandardCharsets.UTF_8);
        }
        Tuple row = Tuple.tuple();
        row.addArrayOfUUID(tickets);
        row.addArrayOfInteger(partitions);
        row.addArrayOfLong(offsets);
        row.addArrayOfUUID(ids);
        row.addArrayOfString(types);
        row.addArrayOfString(sources);
        row.addArrayOfOffsetDateTime(times);
        row.addArrayOfString(data);
        return tx.preparedQuery(APPEND).execute(row).replaceWithVoid();
    }

    /** A ticket's events in their order, the first {@code limit} of them. */
    public Uni<List<Entry>> of(UUID ticket, int limit) {
        return pool.preparedQuery(READ).execute(Tuple.of(ticket, limit)).map(rows -> {
            List<Entry> entries = new ArrayList<>();
            for (Row row : rows) {
                entries.add(new Entry(
                        row.getUUID("event_id"),
                        row.getString("type"),
                        row.getString("source"),
                        row.getOffsetDateTime("at").toInstant(),
                        row.getString("data")));
            }
            return entries;
        });
    }
}
