package org.whistle.chassis.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.outbox.Outbox;

/**
 * Keeps what could not be processed, with its cause: in the database, where an operator lists and replays it, and on
 * {@code whistle.deadletter.<service>} for whoever watches the topics.
 */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int MAX_CAUSE = 2000;

    /** Bytes of a body that is told of; a larger one stays in the database, so that the notice fits every topic. */
    private static final int MAX_TOLD = 512 * 1024;

    private static final String KEEP = """
            insert into dead_letter (id, topic, "partition", "offset", record_key, headers, payload, cause, failed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (topic, "partition", "offset")
            do update set attempts = dead_letter.attempts + 1, cause = excluded.cause, failed_at = excluded.failed_at
            returning id""";

    private final Outbox outbox;
    private final ObjectMapper json;
    private final String service;
    private final Counter kept;

    DeadLetters(
            Outbox outbox,
            ObjectMapper json,
            MeterRegistry metrics,
            @ConfigProperty(name = "whistle.service") String service) {
        this.outbox = outbox;
        this.json = json;
        this.service = service;
        this.kept = metrics.counter("whistle.deadletters");
    }

    /** Keeps a record in the transaction given; the same record again counts one more attempt. */
    public Uni<Void> keep(SqlConnection tx, ConsumerRecord<String, byte[]> record, String cause) {
        Instant now = Clock.systemUTC().instant();
        String bounded = clean(cause);
        JsonObject headers = headers(record);
        Tuple row = Tuple.tuple()
                .addUUID(Ids.next())
                .addString(record.topic())
                .addInteger(record.partition())
                .addLong(record.offset())
                .addString(record.key() == null ? null : clean(record.key()))
                .addJsonObject(headers)
                .addValue(record.value() == null ? null : Buffer.buffer(record.value()))
                .addString(bounded)
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        kept.increment();
        return tx.preparedQuery(KEEP).execute(row).chain(rows -> {
            UUID id = rows.iterator().next().getUUID(0);
            LOG.warnf(
                    "dead letter %s: %s-%d@%d: %s",
                    id, record.topic(), (Integer) record.partition(), (Long) record.offset(), bounded);
            return outbox.append(tx, List.of(published(id, record, headers, bounded, now)));
        });
    }

    private Envelope published(
            UUID id, ConsumerRecord<String, byte[]> record, JsonObject headers, String cause, Instant now) {
        DeadLetterNotice notice = new DeadLetterNotice(
                id,
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                headers.getMap(),
                record.value() == null || record.value().length > MAX_TOLD ? null : record.value(),
                cause,
                now);
        try {
            return Envelope.of(
                    "whistle.deadletter." + service,
                    "whistle.deadletter.kept.v1",
                    "/" + service,
                    id,
                    now,
                    json.writeValueAsBytes(notice));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject headers(ConsumerRecord<String, byte[]> record) {
        JsonObject headers = new JsonObject();
        for (Header header : record.headers()) {
            byte[] value = header.value();
            headers.put(clean(header.key()), value == null ? null : clean(new String(value, StandardCharsets.UTF_8)));
        }
        return headers;
    }

    /** PostgreSQL's text holds no NUL, and a cause need not hold a whole record. */
    static String clean(String text) {
        String bounded = text.length() > MAX_CAUSE ? text.substring(0, MAX_CAUSE) : text;
        return bounded.replace('\0', '\uFFFD');
    }
}
