package org.whistle.department.assignment.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.whistle.chassis.inbox.BatchProcessor;

/** Reads every department's topic by pattern, so that a new department needs no release. */
@ApplicationScoped
class AssignedConsumer {

    private final BatchProcessor processor;
    private final AssignedHandler handler;

    AssignedConsumer(BatchProcessor processor, AssignedHandler handler) {
        this.processor = processor;
        this.handler = handler;
    }

    @Incoming("assigned")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return processor.process(records, handler);
    }
}
