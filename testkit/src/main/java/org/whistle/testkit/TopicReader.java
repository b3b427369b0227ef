package org.whistle.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.whistle.contracts.Message;

/**
 * Reads one topic from its beginning, or from the moment it was opened, without joining any group: it disturbs nobody.
 * What it has read it keeps, so that one reader answers many questions. For one thread; close it.
 */
public final class TopicReader implements AutoCloseable {

    /** How long a test waits at most for what it expects. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Received> seen = new ArrayList<>();

    private TopicReader(String topic, boolean fromBeginning) {
        this.topic = topic;
        Stores stores = Stores.shared();
        stores.createTopics(topic);
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stores.bootstrapServers(), "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Asked for here, because seeking alone is only remembered until the first poll.
        partitions.forEach(consumer::position);
    }

    /** Reads everything the topic holds; the topic is made when missing. */
    public static TopicReader fromBeginning(String topic) {
        return new TopicReader(topic, true);
    }

    /** Reads what comes from now on; the topic is made when missing. */
    public static TopicReader fromNow(String topic) {
        return new TopicReader(topic, false);
    }

    /**
     * The first record, of those seen and those to come, for which the condition holds.
     *
     * @throws AssertionError after {@link #PATIENCE}, saying what was awaited and what came instead
     */
    public Received await(String expectation, Predicate<Received> condition) {
        return awaitAll(expectation, 1, condition).getFirst();
    }

    /**
     * The first message of this type about this ticket.
     *
     * @throws AssertionError after {@link #PATIENCE}
     */
    public <T extends Message> T await(Class<T> record, UUID ticketId) {
        Received received =
                await(record.getSimpleName() + " about " + ticketId, candidate -> candidate.is(record, ticketId));
        return received.as(record);
    }

    /**
     * At least so many records for which the condition holds, in the topic's order per key.
     *
     * @throws AssertionError after {@link #PATIENCE}, saying what was awaited and what came instead
     */
    public List<Received> awaitAll(String expectation, int count, Predicate<Received> condition) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        List<Received> matching = matching(condition);
        while (matching.size() < count) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("waited " + PATIENCE.toSeconds() + " s on " + topic + " for " + count + " × "
                        + expectation + ", saw " + matching.size() + " among " + seen.size() + " records:\n"
                        + seen.stream()
                                .skip(Math.max(0, seen.size() - 20))
                                .map(Received::toString)
                                .collect(Collectors.joining("\n")));
            }
            poll(Duration.ofMillis(100));
            matching = matching(condition);
        }
        return matching;
    }

    /**
     * Everything on the topic at the moment of the call, for saying that something did not happen; make sure first,
     * by awaiting a later record, that it would have happened by now.
     */
    public List<Received> all() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("the end of " + topic + " was not reached");
            }
            poll(Duration.ofMillis(50));
        }
        return List.copyOf(seen);
    }

    /** Everything about one ticket at the moment of the call, in order. */
    public List<Received> allAbout(UUID ticketId) {
        String subject = ticketId.toString();
        return all().stream().filter(received -> subject.equals(received.key())).toList();
    }

    private List<Received> matching(Predicate<Received> condition) {
        return seen.stream().filter(condition).toList();
    }

    private void poll(Duration patience) {
        consumer.poll(patience).forEach(record -> seen.add(Received.of(record)));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
