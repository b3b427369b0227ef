package org.whistle.dispatch.ticket.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.whistle.chassis.inbox.BatchProcessor;
import org.whistle.dispatch.policy.store.Policies;

/** Reads the journal. Until a district is loaded nothing can be decided, and the journal waits. */
@ApplicationScoped
public class JournalConsumer {

    private final BatchProcessor processor;
    private final JournalHandler handler;
    private final Policies policies;

    JournalConsumer(BatchProcessor processor, JournalHandler handler, Policies policies) {
        this.processor = processor;
        this.handler = handler;
        this.policies = policies;
    }

    @Incoming("journal")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return policies.ready().chain(() -> processor.process(records, handler));
    }
}
