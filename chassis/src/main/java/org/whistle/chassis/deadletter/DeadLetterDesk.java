package org.whistle.chassis.deadletter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.chassis.event.CloudEvents;
import org.whistle.chassis.inbox.BatchHandler;
import org.whistle.chassis.inbox.BatchProcessor;
import org.whistle.chassis.inbox.PoisonRecord;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;

/** Lists dead letters and replays them: the record goes through the handler it failed in, exactly as from its topic. */
@ApplicationScoped
public class DeadLetterDesk {

    /** A body may be megabytes; to see what is wrong with it its beginning will do. */
    private static final String SHOW = """
            select id, topic, "partition", "offset", record_key, headers, cause, attempts, failed_at, replayed_at,
                   replayed_by, substring(payload from 1 for 65536) as payload, octet_length(payload) as payload_size
            from dead_letter
            """;

    private static final String LIST = SHOW + """
            where ($1::boolean or replayed_at is null) and (failed_at, id) < ($2, $3)
            order by failed_at desc, id desc limit $4""";

    private final Pool pool;
    private final Transactions transactions;
    private final BatchProcessor processor;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Instance<BatchHandler> handlers;

    DeadLetterDesk(
            Pool pool,
            Transactions transactions,
            BatchProcessor processor,
            Outbox outbox,
            AuditTrail audit,
            @Any Instance<BatchHandler> handlers) {
        this.pool = pool;
        this.transactions = transactions;
        this.processor = processor;
        this.outbox = outbox;
        this.audit = audit;
        this.handlers = handlers;
    }

    /** The latest first; {@code before} and {@code beforeId} go on where a page ended. */
    Uni<List<DeadLetter>> list(boolean alsoReplayed, Instant before, UUID beforeId, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(alsoReplayed, before.atOffset(ZoneOffset.UTC), beforeId, limit))
                .map(rows -> {
                    List<DeadLetter> letters = new ArrayList<>();
                    rows.forEach(row -> letters.add(letter(row)));
                    return letters;
                });
    }

    /** One, replayed or not. */
    Uni<Optional<DeadLetter>> find(UUID id) {
        return pool.preparedQuery(SHOW + "where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(letter(rows.iterator().next())));
    }

    /**
     * Replays one that is still open.
     *
     * @return whether there was one; fails when it cannot be applied still, and then stays as it was
     */
    Uni<Boolean> replay(UUID id, String by) {
        return transactions.inTransaction(tx -> tx.preparedQuery(
                        "select * from dead_letter where id = $1 and replayed_at is null for update")
                .execute(Tuple.of(id))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : again(tx, rows.iterator().next())
                                .chain(() -> tx.preparedQuery(
                                                "update dead_letter set replayed_at = now(), replayed_by = $2 where id = $1")
                                        .execute(Tuple.of(id, by)))
                                .chain(() -> audit.append(
                                        tx, List.of(replayed(rows.iterator().next(), by))))
                                .replaceWith(true)));
    }

    private static AuditEntry replayed(Row row, String by) {
        return AuditEntry.of(
                Clock.systemUTC().instant(),
                by,
                null,
                "dead-letter-replayed",
                "dead-letter",
                row.getUUID("id"),
                new JsonObject()
                        .put("topic", row.getString("topic"))
                        .put("partition", row.getInteger("partition"))
                        .put("offset", row.getLong("offset"))
                        .put("key", row.getString("record_key")));
    }

    /** Notes that a replay failed and why. */
    Uni<Void> noteFailure(UUID id, String cause) {
        return pool.preparedQuery(
                        "update dead_letter set attempts = attempts + 1, cause = $2, failed_at = now() where id = $1")
                .execute(Tuple.of(id, DeadLetters.clean(cause)))
                .replaceWithVoid();
    }

    private Uni<Void> again(SqlConnection tx, Row row) {
        ConsumerRecord<String, byte[]> record = record(row);
        if (record.partition() < 0) {
            // It never reached its topic: it goes back into the outbox.
            return outbox.append(tx, List.of(CloudEvents.decode(record)));
        }
        for (BatchHandler handler : handlers) {
            if (handler.consumes(record.topic())) {
                return processor.replay(record, handler, tx);
            }
        }
        throw new PoisonRecord("nothing here reads topic " + record.topic());
    }

    private static ConsumerRecord<String, byte[]> record(Row row) {
        RecordHeaders headers = new RecordHeaders();
        JsonObject stored = row.getJsonObject("headers");
        for (String name : stored.fieldNames()) {
            String value = stored.getString(name);
            headers.add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        }
        Buffer payload = row.getBuffer("payload");
        return new ConsumerRecord<>(
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("offset"),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                row.getString("record_key"),
                payload == null ? null : payload.getBytes(),
                headers,
                Optional.empty());
    }

    private static DeadLetter letter(Row row) {
        Buffer payload = row.getBuffer("payload");
        OffsetDateTime replayed = row.getOffsetDateTime("replayed_at");
        return new DeadLetter(
                row.getUUID("id"),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("offset"),
                row.getString("record_key"),
                row.getJsonObject("headers").getMap(),
                payload == null ? null : new String(payload.getBytes(), StandardCharsets.UTF_8),
                row.getInteger("payload_size"),
                row.getString("cause"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("failed_at").toInstant(),
                replayed == null ? null : replayed.toInstant(),
                row.getString("replayed_by"));
    }

    /**
     * A dead letter as an operator sees it.
     *
     * @param partition −1 for an event of this service that could not be published
     * @param offset place in the partition; of an unpublished event its number in the outbox
     * @param payload the first 64 KiB as text; null when the record had no body
     * @param payloadSize bytes of the whole body
     * @param attempts how often it has failed
     */
    public record DeadLetter(
            UUID id,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            Map<String, Object> headers,
            @Nullable String payload,
            @Nullable Integer payloadSize,
            String cause,
            int attempts,
            Instant failedAt,
            @Nullable Instant replayedAt,
            @Nullable String replayedBy) {}
}
