package org.whistle.chassis.messaging;

import static org.whistle.chassis.messaging.AppliedHandler.NOTED;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.event.CloudEvents;
import org.whistle.chassis.event.Envelope;
import org.whistle.testkit.Stores;

/** Makes records, good and bad, and takes them through the broker so that a test holds what a consumer is given. */
public final class Records {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Records() {}

    /** An event of the type that the tests' handler applies. */
    public static Envelope noted(String topic, UUID subject, String body) {
        return event(topic, NOTED, subject, body.getBytes(StandardCharsets.UTF_8));
    }

    /** An event of any type. */
    public static Envelope event(String topic, String type, UUID subject, byte[] data) {
        return Envelope.of(topic, type, "/test", subject, Instant.parse("2026-03-01T08:30:00.123456Z"), data);
    }

    /** The record of an event. */
    public static ProducerRecord<String, byte[]> record(Envelope event) {
        return CloudEvents.encode(event);
    }

    /** A record without any header. */
    public static ProducerRecord<String, byte[]> bare(String topic, @Nullable String key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, key, value);
    }

    /** A record with one header replaced, or taken away when the value is null. */
    public static ProducerRecord<String, byte[]> with(
            ProducerRecord<String, byte[]> record, String header, byte @Nullable [] value) {
        Headers headers = record.headers();
        headers.remove(header);
        if (value != null) {
            headers.add(header, value);
        }
        return record;
    }

    /** A record with one header replaced by a text. */
    public static ProducerRecord<String, byte[]> with(
            ProducerRecord<String, byte[]> record, String header, String value) {
        return with(record, header, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends records without waiting for each; returns when all are acknowledged. */
    public static void send(List<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", Stores.shared().bootstrapServers(), "acks", "all", "max.request.size", 8 << 20);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            var sent = records.stream().map(producer::send).toList();
            producer.flush();
            for (var future : sent) {
                future.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends records to one topic, all to partition 0, and reads them back as one batch in their order. */
    public static List<ConsumerRecord<String, byte[]>> throughTheBroker(List<ProducerRecord<String, byte[]>> records) {
        String topic = records.getFirst().topic();
        TopicPartition partition = new TopicPartition(topic, 0);
        Stores.shared().createTopics(topic);
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("bootstrap.servers", Stores.shared().bootstrapServers());
        config.put("enable.auto.commit", false);
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
            send(records.stream()
                    .map(record -> new ProducerRecord<>(topic, 0, null, record.key(), record.value(), record.headers()))
                    .toList());
            long limit = System.nanoTime() + PATIENCE.toNanos();
            while (batch.size() < records.size()) {
                if (System.nanoTime() > limit) {
                    throw new AssertionError("read " + batch.size() + " of " + records.size() + " records");
                }
                consumer.poll(Duration.ofMillis(100)).forEach(batch::add);
            }
        }
        return batch;
    }
}
