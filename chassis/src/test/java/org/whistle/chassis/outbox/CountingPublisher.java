package org.whistle.chassis.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The real publisher, which also notices when another one publishes at the same time. */
@Mock
@Singleton
class CountingPublisher extends OutboxPublisher {

    private static final AtomicInteger AT_WORK = new AtomicInteger();
    private static final AtomicInteger MOST_AT_WORK = new AtomicInteger();

    private final AtomicInteger calls = new AtomicInteger();

    CountingPublisher(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "whistle.service") String service,
            TopicCreator topics,
            MeterRegistry metrics) {
        super(bootstrapServers, service, 100, topics, metrics);
    }

    /** Most publishers at work at one time since {@link #countAnew}. */
    static int mostAtWork() {
        return MOST_AT_WORK.get();
    }

    static void countAnew() {
        MOST_AT_WORK.set(0);
    }

    /** How often this one was told to publish. */
    int calls() {
        return calls.get();
    }

    @Override
    boolean publish(OutboxSession session) {
        calls.incrementAndGet();
        MOST_AT_WORK.accumulateAndGet(AT_WORK.incrementAndGet(), Math::max);
        try {
            return super.publish(session);
        } finally {
            AT_WORK.decrementAndGet();
        }
    }
}
