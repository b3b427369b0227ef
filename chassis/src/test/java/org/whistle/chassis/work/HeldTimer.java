package org.whistle.chassis.work;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A timer like any other, whose turn lasts until a test lets it go. */
@ApplicationScoped
@IfBuildProperty(name = EndingApp.SWITCH, stringValue = "true")
class HeldTimer {

    private final AtomicInteger turns = new AtomicInteger();
    private final CompletableFuture<Void> held = new CompletableFuture<>();

    @Scheduled(every = "1s")
    Uni<Void> turn() {
        turns.incrementAndGet();
        return Uni.createFrom().completionStage(held);
    }

    int turns() {
        return turns.get();
    }

    void letGo() {
        held.complete(null);
    }
}
