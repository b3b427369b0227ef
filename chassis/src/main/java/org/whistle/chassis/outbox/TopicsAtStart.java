package org.whistle.chassis.outbox;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the topics this service reads before its consumers ask for them, however late the broker comes. */
@ApplicationScoped
class TopicsAtStart {

    private static final Logger LOG = Logger.getLogger(TopicsAtStart.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);

    private final TopicCreator topics;
    private final List<String> names;

    TopicsAtStart(
            TopicCreator topics,
            @ConfigProperty(name = "whistle.topics.at-start", defaultValue = "whistle.journal") List<String> names) {
        this.topics = topics;
        this.names = names;
    }

    void start(@Observes StartupEvent event) {
        Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> topics.ensure(names))
                .onFailure()
                .invoke(failure -> LOG.warnf("waiting for the broker: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely()
                .subscribe()
                .with(done -> LOG.debugf("topics %s are there", names));
    }
}
