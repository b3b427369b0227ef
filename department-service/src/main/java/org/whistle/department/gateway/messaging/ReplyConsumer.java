package org.whistle.department.gateway.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.whistle.chassis.inbox.BatchProcessor;

/** Reads every department's reply topic by pattern; never the rejected ones beside them. */
@ApplicationScoped
class ReplyConsumer {

    private final BatchProcessor processor;
    private final ReplyHandler handler;

    ReplyConsumer(BatchProcessor processor, ReplyHandler handler) {
        this.processor = processor;
        this.handler = handler;
    }

    @Incoming("replies")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return processor.process(records, handler);
    }
}
