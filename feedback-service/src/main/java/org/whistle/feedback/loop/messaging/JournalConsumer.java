package org.whistle.feedback.loop.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.whistle.chassis.inbox.BatchProcessor;
import org.whistle.chassis.inbox.Gathering;

/** Follows {@code whistle.journal}. */
@ApplicationScoped
public class JournalConsumer {

    private final Gathering gathering;

    JournalConsumer(BatchProcessor processor, JournalHandler handler) {
        this.gathering = processor.gathering(handler);
    }

    @Incoming("journal")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> polled) {
        return gathering.take(polled);
    }
}
