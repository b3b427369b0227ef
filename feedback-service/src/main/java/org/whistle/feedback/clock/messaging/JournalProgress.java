package org.whistle.feedback.clock.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Topics;

/**
 * Asks the broker how far this service, with all its instances, has followed the journal: the ends of the partitions and
 * the group's committed positions. Two small questions a second, asked also while no clock wants to fire, so that an outage is noticed.
 */
@ApplicationScoped
public class JournalProgress {

    private static final int PATIENCE_MILLIS = 5_000;

    private final String bootstrapServers;
    private final String group;
    private final Clock clock;
    private final Watermarks watermarks;
    private @Nullable Admin admin;
    private List<TopicPartition> partitions = List.of();

    JournalProgress(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "whistle.service") String service,
            @ConfigProperty(name = "whistle.clock.settle", defaultValue = "PT15S") Duration settle,
            Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.group = service + "-service";
        this.clock = clock;
        this.watermarks = new Watermarks(settle);
    }

    /** Per partition, the instant up to which it is known to be followed; fails when the broker is out of reach. */
    public Uni<Map<Integer, Instant>> marks() {
        Instant at = clock.instant();
        return partitions()
                .chain(all -> ends(all).chain(ends -> committed(all).map(positions -> look(at, ends, positions))))
                .onFailure()
                .invoke(failure -> outOfReach());
    }

    private synchronized Map<Integer, Instant> look(Instant at, Map<Integer, Long> ends, Map<Integer, Long> committed) {
        return watermarks.look(at, ends, committed);
    }

    private synchronized void outOfReach() {
        watermarks.outOfReach();
        partitions = List.of();
    }

    private Uni<List<TopicPartition>> partitions() {
        if (!partitions.isEmpty()) {
            return Uni.createFrom().item(partitions);
        }
        return Uni.createFrom()
                .completionStage(() -> admin().describeTopics(List.of(Topics.JOURNAL))
                        .allTopicNames()
                        .toCompletionStage())
                .map(topics -> topics.get(Topics.JOURNAL).partitions().stream()
                        .map(info -> new TopicPartition(Topics.JOURNAL, info.partition()))
                        .toList())
                .invoke(found -> partitions = found);
    }

    private Uni<Map<Integer, Long>> ends(List<TopicPartition> all) {
        Map<TopicPartition, OffsetSpec> latest =
                all.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return Uni.createFrom()
                .completionStage(() -> admin().listOffsets(latest).all().toCompletionStage())
                .map(found -> byPartition(found, ListOffsetsResult.ListOffsetsResultInfo::offset));
    }

    private Uni<Map<Integer, Long>> committed(List<TopicPartition> all) {
        return Uni.createFrom()
                .completionStage(() -> admin().listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .toCompletionStage())
                .map(found -> {
                    Map<TopicPartition, OffsetAndMetadata> ours = new HashMap<>(found);
                    ours.keySet().retainAll(all);
                    ours.values().removeIf(position -> position == null);
                    return byPartition(ours, OffsetAndMetadata::offset);
                });
    }

    private static <T> Map<Integer, Long> byPartition(Map<TopicPartition, T> found, Function<T, Long> offset) {
        return found.entrySet().stream()
                .collect(
                        Collectors.toMap(entry -> entry.getKey().partition(), entry -> offset.apply(entry.getValue())));
    }

    private synchronized Admin admin() {
        Admin present = admin;
        if (present == null) {
            present = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    PATIENCE_MILLIS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    PATIENCE_MILLIS));
            admin = present;
        }
        return present;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
