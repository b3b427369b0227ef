package org.whistle.acceptance.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.whistle.contracts.Topics;

/**
 * Reads the journal as an auditor would and holds it against what was accepted: every accepted report stands there
 * once, and the events of each ticket stand in an order that a life can have.
 */
public final class JournalCheck {

    /** Where in a life an event may stand; a later one may never come before an earlier one of the same ticket. */
    private static final Map<String, Integer> PLACE = Map.of(
            "whistle.intake.report-filed.v1", 0,
            "whistle.dispatch.ticket-dispatched.v1", 1,
            "whistle.department.assignment-accepted.v1", 2,
            "whistle.department.assignment-completed.v1", 3,
            "whistle.feedback.verification-passed.v1", 4,
            "whistle.feedback.reporter-answered.v1", 5,
            "whistle.feedback.ticket-closed.v1", 6);

    private final String bootstrapServers;
    private final Map<TopicPartition, Long> from;

    private JournalCheck(String bootstrapServers, Map<TopicPartition, Long> from) {
        this.bootstrapServers = bootstrapServers;
        this.from = from;
    }

    /** Remembers where the journal ends now. */
    public static JournalCheck fromHere(String bootstrapServers) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(bootstrapServers)) {
            return new JournalCheck(bootstrapServers, consumer.endOffsets(partitions(consumer)));
        }
    }

    /** Reads to the present end and compares. */
    public Result against(Set<String> accepted) {
        Map<String, Integer> filed = new HashMap<>();
        Map<String, Integer> place = new HashMap<>();
        Map<String, Set<String>> seen = new HashMap<>();
        Set<String> dispatched = new HashSet<>();
        long duplicated = 0;
        long outOfOrder = 0;
        long records = 0;
        try (KafkaConsumer<String, byte[]> consumer = consumer(bootstrapServers)) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    records++;
                    String type = header(record, "ce_type");
                    String ticket = record.key();
                    if (!accepted.contains(ticket)) {
                        continue;
                    }
                    Integer at = PLACE.get(type);
                    if (at == null) {
                        continue;
                    }
                    if (!seen.computeIfAbsent(ticket, ignored -> new HashSet<>())
                            .add(type)) {
                        duplicated++;
                        continue;
                    }
                    if (at == 0) {
                        filed.merge(ticket, 1, Integer::sum);
                    }
                    if (at == 1) {
                        dispatched.add(ticket);
                    }
                    if (place.getOrDefault(ticket, -1) != at - 1) {
                        outOfOrder++;
                    }
                    place.put(ticket, at);
                }
            }
        }
        long lost = accepted.stream()
                .filter(ticket -> !filed.containsKey(ticket) || !dispatched.contains(ticket))
                .count();
        return new Result(accepted.size(), records, lost, duplicated, outOfOrder);
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class.getName(),
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class.getName(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                "false"));
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return consumer.partitionsFor(Topics.JOURNAL).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * What the comparison found.
     *
     * @param lost accepted, but not in the journal as filed and dispatched
     * @param duplicated an event of a ticket's plain life that stands there twice
     * @param outOfOrder an event that stands before one it must follow
     */
    public record Result(long accepted, long records, long lost, long duplicated, long outOfOrder) {}
}
