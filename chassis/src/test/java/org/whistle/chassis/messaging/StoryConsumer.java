package org.whistle.chassis.messaging;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.whistle.chassis.inbox.BatchProcessor;
import org.whistle.chassis.inbox.Gathering;

/** A consumer as every service has one. */
@ApplicationScoped
@IfBuildProperty(name = MessagingApp.SWITCH, stringValue = "true")
class StoryConsumer {

    private final Gathering gathering;

    StoryConsumer(BatchProcessor processor, AppliedHandler handler) {
        this.gathering = processor.gathering(handler);
    }

    @Incoming("story")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> polled) {
        return gathering.take(polled);
    }
}
