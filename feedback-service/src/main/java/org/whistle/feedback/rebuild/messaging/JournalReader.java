package org.whistle.feedback.rebuild.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.whistle.contracts.Topics;

/**
 * The journal, read apart from the service's own group: nothing of its place there changes. For one thread, which waits
 * for answers: never on an event loop.
 */
final class JournalReader implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Admin admin;
    private final List<TopicPartition> partitions;

    JournalReader(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        partitions = consumer.partitionsFor(Topics.JOURNAL).stream()
                .map(info -> new TopicPartition(Topics.JOURNAL, info.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** What the journal keeps: how long in milliseconds, -1 for good, and whether it is compacted. */
    record Retention(long millis, boolean compacted) {}

    Retention retention() {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.JOURNAL);
        Config config = await(admin.describeConfigs(List.of(topic)).all()).get(topic);
        ConfigEntry millis = config.get(TopicConfig.RETENTION_MS_CONFIG);
        ConfigEntry policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG);
        return new Retention(
                millis == null ? -1 : Long.parseLong(millis.value()),
                policy != null && policy.value().contains("compact"));
    }

    /** The first record there still is, by partition. */
    Map<Integer, Long> beginnings() {
        return byPartition(consumer.beginningOffsets(partitions));
    }

    /** Behind the last record, by partition. */
    Map<Integer, Long> ends() {
        return byPartition(consumer.endOffsets(partitions));
    }

    /** How far a group has worked, by partition. */
    Map<Integer, Long> committed(String group) {
        Map<TopicPartition, OffsetAndMetadata> found =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<Integer, Long> positions = new HashMap<>();
        found.forEach((partition, position) -> {
            if (partition.topic().equals(Topics.JOURNAL) && position != null) {
                positions.put(partition.partition(), position.offset());
            }
        });
        return positions;
    }

    /** Goes on reading from these places. */
    void seek(Map<Integer, Long> positions) {
        for (TopicPartition partition : partitions) {
            Long position = positions.get(partition.partition());
            if (position == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
    }

    /** The next records, in the order of each partition; none after a while without any. */
    Collection<ConsumerRecord<String, byte[]>> poll() {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> polled = new HashMap<>();
        consumer.poll(Duration.ofMillis(500)).forEach(record -> polled.computeIfAbsent(
                        new TopicPartition(record.topic(), record.partition()), none -> new ArrayList<>())
                .add(record));
        return polled.values().stream().flatMap(List::stream).toList();
    }

    /** Where it will read on, by partition. */
    Map<Integer, Long> positions() {
        return partitions.stream()
                .collect(Collectors.toMap(TopicPartition::partition, consumer::position, Long::max, TreeMap::new));
    }

    private static Map<Integer, Long> byPartition(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().partition(), Map.Entry::getValue, Long::max, TreeMap::new));
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ofSeconds(5));
    }
}
