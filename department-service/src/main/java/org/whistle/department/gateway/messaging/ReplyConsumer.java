package org.whistle.department.gateway.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.whistle.chassis.inbox.BatchProcessor;
import org.whistle.chassis.inbox.Gathering;

/** Reads every department's reply topic by pattern; never the rejected ones beside them. */
@ApplicationScoped
class ReplyConsumer {

    private final Gathering gathering;

    ReplyConsumer(BatchProcessor processor, ReplyHandler handler) {
        this.gathering = processor.gathering(handler);
    }

    @Incoming("replies")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> polled) {
        return gathering.take(polled);
    }
}
