package org.whistle.chassis.outbox;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the topics this service reads before its consumers ask for them, however late the broker comes. */
@ApplicationScoped
class TopicsAtStart {

    private static final Logger LOG = Logger.getLogger(TopicsAtStart.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final TopicCreator topics;
    private final List<String> names;

    TopicsAtStart(
            TopicCreator topics,
            @ConfigProperty(name = "whistle.topics.at-start", defaultValue = "whistle.journal") List<String> names) {
        this.topics = topics;
        this.names = names;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("topics-at-start").start(this::ensure);
    }

    private void ensure() {
        while (true) {
            try {
                topics.ensure(names);
                return;
            } catch (KafkaException e) {
                LOG.warnf("waiting for the broker: %s", e.getMessage());
                try {
                    Thread.sleep(RETRY);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
