package org.whistle.department.assignment.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.whistle.chassis.inbox.BatchProcessor;
import org.whistle.chassis.inbox.Gathering;

/** Reads every department's topic by pattern, so that a new department needs no release. */
@ApplicationScoped
class AssignedConsumer {

    private final Gathering gathering;

    AssignedConsumer(BatchProcessor processor, AssignedHandler handler) {
        this.gathering = processor.gathering(handler);
    }

    @Incoming("assigned")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> polled) {
        return gathering.take(polled);
    }
}
