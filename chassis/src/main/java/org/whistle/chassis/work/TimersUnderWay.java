package org.whistle.chassis.work;

import io.quarkus.scheduler.spi.JobInstrumenter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Has every timer of the service pass through {@link WorkUnderWay}, by the place the scheduler keeps for tracing
 * ({@code quarkus.scheduler.tracing.enabled}). Without it timers go on until the very last, long after the database's pool
 * is closed.
 */
@ApplicationScoped
class TimersUnderWay implements JobInstrumenter {

    private final WorkUnderWay work;

    TimersUnderWay(WorkUnderWay work) {
        this.work = work;
    }

    @Override
    public CompletionStage<Void> instrument(JobInstrumentationContext timer) {
        if (!work.begin()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletionStage<Void> running;
        try {
            running = timer.executeJob();
        } catch (RuntimeException | Error failure) {
            work.end();
            throw failure;
        }
        return running.whenComplete((done, failure) -> work.end());
    }
}
