package org.whistle.testkit;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.EventTypes;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Message;
import org.whistle.contracts.Topics;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.reply.ReplyCommand;

/**
 * Writes to the topics as the services do: CloudEvents 1.0 in binary mode, acknowledged before a call returns. It can
 * also write what no service should: see {@link #publishGarbage}. Safe for use by many threads; close it.
 */
public final class Journal implements AutoCloseable {

    private final Stores stores;
    private final KafkaProducer<byte[], byte[]> producer;

    private Journal(Stores stores) {
        this.stores = stores;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stores.bootstrapServers(), "acks", "all", "max.block.ms", 20_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A writer to the broker of this JVM. */
    public static Journal open() {
        return new Journal(Stores.shared());
    }

    /** Publishes a journal event on the journal; answers its {@code ce_id}. */
    public UUID publish(JournalEvent event) {
        return publish(Topics.JOURNAL, event);
    }

    /** Publishes what a department must do on that department's topic, made when missing; answers its {@code ce_id}. */
    public UUID publish(AssignmentMessage message) {
        String topic = Topics.assigned(message.department());
        stores.createTopics(topic);
        return publish(topic, message);
    }

    /** Publishes a department's answer on its reply topic, made when missing; answers its {@code ce_id}. */
    public UUID reply(String department, ReplyCommand command) {
        String topic = Topics.reply(department);
        stores.createTopics(topic, Topics.rejectedReply(department));
        return publish(topic, command);
    }

    /** Publishes a message on an existing topic with a new id; answers it. */
    public UUID publish(String topic, Message message) {
        UUID id = newId();
        publish(topic, id, message);
        return id;
    }

    /** Publishes a message under a given id, e.g. the same one a second time. */
    public void publish(String topic, UUID id, Message message) {
        publishRaw(topic, message.key().toString(), headers(id, message), WireFormat.write(message));
    }

    /** Publishes bytes with headers that look right: a type that is known, a body that is not. */
    public UUID publishBroken(String topic, String type, UUID ticketId, String body) {
        UUID id = newId();
        Map<String, String> headers = headers(id, type, ticketId);
        publishRaw(topic, ticketId.toString(), headers, body.getBytes(StandardCharsets.UTF_8));
        return id;
    }

    /** Publishes bytes without any header. */
    public void publishGarbage(String topic, @Nullable String key, byte @Nullable [] value) {
        publishRaw(topic, key, Map.of(), value);
    }

    /** Publishes a record exactly as given. */
    public void publishRaw(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not published on " + topic + ": " + e.getMessage(), e);
        }
    }

    /** The headers a service would put on this message. */
    public static Map<String, String> headers(UUID id, Message message) {
        return headers(id, EventTypes.nameOf(message), message.key());
    }

    /** A new id, ordered by time (UUIDv7) like the services' own. */
    public static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    /** The wire name of a record. */
    static String typeOf(Class<? extends Message> record) {
        return EventTypes.all().values().stream()
                .filter(type -> type.record().equals(record))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static Map<String, String> headers(UUID id, String type, UUID ticketId) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        // whistle.<owner>.<event>.v1
        headers.put("ce_source", "/" + type.split("\\.")[1]);
        headers.put("ce_type", type);
        headers.put("ce_subject", ticketId.toString());
        headers.put("ce_time", Instant.now().toString());
        headers.put("content-type", "application/json");
        return headers;
    }

    @Override
    public void close() {
        producer.close();
    }
}
