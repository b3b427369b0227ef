package org.whistle.chassis.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes topics that do not exist yet. Where the broker's operator makes them and this service may not, that is fine
 * too: an authorization failure is taken to mean so.
 */
@ApplicationScoped
public class TopicCreator {

    private static final Logger LOG = Logger.getLogger(TopicCreator.class);

    private final String bootstrapServers;
    private final int partitions;
    private final Map<String, Integer> partitionsOf;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private @Nullable Admin admin;

    /**
     * @param partitions of a topic not named in {@code partitionsOf}
     * @param partitionsOf partitions of single topics
     */
    TopicCreator(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "whistle.topics.default-partitions", defaultValue = "3") int partitions,
            @ConfigProperty(name = "whistle.topics.partitions") Map<String, Integer> partitionsOf) {
        this.bootstrapServers = bootstrapServers;
        this.partitions = partitions;
        this.partitionsOf = Map.copyOf(partitionsOf);
    }

    /**
     * Returns when every topic exists that can. Blocks; not for an event loop.
     *
     * @return the topics that the broker will never make, because of their name, each with the reason
     * @throws KafkaException when the broker does not answer
     */
    public synchronized Map<String, String> ensure(Collection<String> topics) {
        List<String> unknown =
                topics.stream().filter(topic -> !known.contains(topic)).sorted().toList();
        if (unknown.isEmpty()) {
            return Map.of();
        }
        Map<String, String> impossible = new HashMap<>();
        Map<String, KafkaFuture<Void>> made = admin().createTopics(
                        unknown.stream().map(this::describe).toList())
                .values();
        made.forEach((topic, future) -> {
            try {
                future.get();
                LOG.infof("made topic %s", topic);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof InvalidTopicException invalid) {
                    LOG.errorf("topic '%s' can never be made: %s", topic, invalid.getMessage());
                    impossible.put(topic, "topic '" + topic + "': " + invalid.getMessage());
                    return;
                }
                if (!(e.getCause() instanceof TopicExistsException)
                        && !(e.getCause() instanceof TopicAuthorizationException)) {
                    throw e.getCause() instanceof KafkaException k ? k : new KafkaException(e.getCause());
                }
            }
            known.add(topic);
        });
        return impossible;
    }

    /** Asks the broker anew the next time: what was there may have been deleted. */
    void forget() {
        known.clear();
    }

    private NewTopic describe(String topic) {
        return new NewTopic(topic, Optional.of(partitionsOf.getOrDefault(topic, partitions)), Optional.empty())
                .configs(
                        Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "4194304"));
    }

    private Admin admin() {
        Admin current = admin;
        if (current == null) {
            current = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
            admin = current;
        }
        return current;
    }

    @PreDestroy
    synchronized void close() {
        Admin current = admin;
        if (current != null) {
            current.close(Duration.ofSeconds(2));
        }
    }
}
