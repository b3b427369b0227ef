package org.whistle.intake.fate.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.whistle.chassis.inbox.BatchProcessor;

/** Reads the journal. */
@ApplicationScoped
class JournalConsumer {

    private final BatchProcessor processor;
    private final FateHandler handler;

    JournalConsumer(BatchProcessor processor, FateHandler handler) {
        this.processor = processor;
        this.handler = handler;
    }

    @Incoming("journal")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return processor.process(records, handler);
    }
}
