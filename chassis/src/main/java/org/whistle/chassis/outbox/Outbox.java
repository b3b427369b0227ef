package org.whistle.chassis.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.chassis.event.Envelope;

/**
 * Events are stored in the transaction that stores the state they tell of; the relay publishes them after the commit.
 * Those that name a person as their author are put on the audit record in the same transaction.
 * Use {@link org.whistle.chassis.store.Transactions}, which wakes the relay.
 */
@ApplicationScoped
public class Outbox {

    private static final String APPEND = """
            insert into outbox (id, aggregatetype, aggregateid, type, source, occurred_at, causation, payload)
            select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[],
                                 $7::text[], $8::bytea[])""";

    private final AuditTrail audit;
    private final OutboxRelay relay;

    Outbox(AuditTrail audit, OutboxRelay relay) {
        this.audit = audit;
        this.relay = relay;
    }

    /**
     * Stores events in the order given, in the transaction of a reactive client's connection; its commit wakes the relay.
     */
    public Uni<Void> append(SqlConnection tx, List<Envelope> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        int n = events.size();
        UUID[] ids = new UUID[n];
        String[] topics = new String[n];
        UUID[] keys = new UUID[n];
        String[] types = new String[n];
        String[] sources = new String[n];
        OffsetDateTime[] times = new OffsetDateTime[n];
        @Nullable String[] causations = new String[n];
        io.vertx.core.buffer.Buffer[] payloads = new io.vertx.core.buffer.Buffer[n];
        for (int i = 0; i < n; i++) {
            Envelope event = events.get(i);
            ids[i] = event.id();
            topics[i] = event.topic();
            keys[i] = event.subject();
            types[i] = event.type();
            sources[i] = event.source();
            times[i] = event.time().atOffset(ZoneOffset.UTC);
            causations[i] = event.causation();
            payloads[i] = Buffer.buffer(event.data()).getDelegate();
        }
        Tuple row = Tuple.tuple();
        row.addArrayOfUUID(ids);
        row.addArrayOfString(topics);
        row.addArrayOfUUID(keys);
        row.addArrayOfString(types);
        row.addArrayOfString(sources);
        row.addArrayOfOffsetDateTime(times);
        row.addArrayOfString(causations);
        row.addValue(payloads);
        tx.transaction().completion().subscribe().with(committed -> relay.wake(), rolledBack -> {});
        Uni<Void> stored = tx.preparedQuery(APPEND).execute(row).replaceWithVoid();
        List<AuditEntry> entries = AuditedEvents.of(events);
        return entries.isEmpty()
                ? stored
                : Uni.join()
                        .all(stored, audit.append(tx, entries))
                        .andFailFast()
                        .replaceWithVoid();
    }

    /** Stores events in the order given, in the current Hibernate Reactive session. */
    public Uni<Void> append(List<Envelope> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] rows = events.stream().map(OutboxRow::of).toArray();
        return Panache.getSession()
                .chain(session -> session.persistAll(rows))
                .chain(() -> audit.append(AuditedEvents.of(events)));
    }
}
