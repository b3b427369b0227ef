package org.whistle.dispatch.ticket.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.whistle.chassis.inbox.BatchProcessor;
import org.whistle.chassis.inbox.Gathering;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.dispatch.routing.store.RegisteredAssets;

/** Reads the journal. Until a district is loaded nothing can be decided, and the journal waits. */
@ApplicationScoped
public class JournalConsumer {

    private final Gathering gathering;
    private final Policies policies;
    private final RegisteredAssets owners;

    JournalConsumer(BatchProcessor processor, JournalHandler handler, Policies policies, RegisteredAssets owners) {
        this.gathering = processor.gathering(handler);
        this.policies = policies;
        this.owners = owners;
    }

    @Incoming("journal")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> polled) {
        return policies.ready().chain(owners::ready).chain(() -> gathering.take(polled));
    }
}
