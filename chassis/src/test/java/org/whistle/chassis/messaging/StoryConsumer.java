package org.whistle.chassis.messaging;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.whistle.chassis.inbox.BatchProcessor;

/** A consumer as every service has one. */
@ApplicationScoped
@IfBuildProperty(name = MessagingApp.SWITCH, stringValue = "true")
class StoryConsumer {

    private final BatchProcessor processor;
    private final AppliedHandler handler;

    StoryConsumer(BatchProcessor processor, AppliedHandler handler) {
        this.processor = processor;
        this.handler = handler;
    }

    @Incoming("story")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return processor.process(records, handler);
    }
}
