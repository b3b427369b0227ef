package org.whistle.feedback.loop.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.whistle.chassis.inbox.BatchProcessor;

/** Follows {@code whistle.journal}. */
@ApplicationScoped
public class JournalConsumer {

    private final BatchProcessor processor;
    private final JournalHandler handler;

    JournalConsumer(BatchProcessor processor, JournalHandler handler) {
        this.processor = processor;
        this.handler = handler;
    }

    @Incoming("journal")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return processor.process(records, handler);
    }
}
