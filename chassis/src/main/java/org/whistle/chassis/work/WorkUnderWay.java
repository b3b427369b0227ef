package org.whistle.chassis.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * All that works by itself passes here: it begins only while the service goes on, and the end waits for what has begun.
 * Timers ({@code @Scheduled}) and the batches of consumers do so without knowing; whatever else works in the background asks
 * {@link #begin} or {@link #run}. So nothing meets a database that has been closed, and what is written last still leaves
 * through the outbox.
 *
 * <p>Requests are not counted here: the web server waits for them before the end begins. Safe for use by many threads.
 */
@ApplicationScoped
public class WorkUnderWay {

    private static final Logger LOG = Logger.getLogger(WorkUnderWay.class);

    /** Of the observers of start and end the first: before the outbox's relay and all that closes a client. */
    private static final int FIRST = 1;

    /** How long the end waits for what is under way; whoever stops the service gives it a good deal longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Duration patience;
    private int underWay;
    private boolean ending;

    public WorkUnderWay() {
        this(PATIENCE);
    }

    WorkUnderWay(Duration patience) {
        this.patience = patience;
    }

    /**
     * What was made last is closed first, and the pool is made when it is first used: used here it is there before the
     * start is over, so that it is closed only after everybody was told of the end. Without a database there is none.
     */
    void start(@Observes @Priority(FIRST) StartupEvent event, Instance<Pool> pool) {
        if (pool.isResolvable()) {
            LOG.debugf("the pool has %d connections", (Integer) pool.get().size());
        }
    }

    /**
     * Asks whether a piece of work may begin.
     *
     * @return when true, {@link #end} must follow, once and whatever becomes of the work; false once the service is ending
     */
    public synchronized boolean begin() {
        if (ending) {
            return false;
        }
        underWay++;
        return true;
    }

    /** A piece of work is over. */
    public synchronized void end() {
        if (--underWay == 0) {
            notifyAll();
        }
    }

    /** Whether the service is ending; long work looks here from time to time and stops by itself. */
    public synchronized boolean isEnding() {
        return ending;
    }

    /**
     * A piece of work from its beginning to its end.
     *
     * @param otherwise what stands for its result when the service is ending, and it does not begin
     */
    public <T> Uni<T> run(Supplier<Uni<T>> work, T otherwise) {
        return Uni.createFrom().<T>deferred(() -> {
            if (!begin()) {
                return Uni.createFrom().item(otherwise);
            }
            return Uni.createFrom()
                    .<T>deferred(() -> work.get())
                    .onTermination()
                    .invoke(this::end);
        });
    }

    /** Lets nothing begin any more, and waits for what has begun. */
    public synchronized void stop(@Observes @Priority(FIRST) ShutdownEvent event) throws InterruptedException {
        ending = true;
        long limit = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); underWay > 0 && left > 0; left = limit - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        if (underWay > 0) {
            LOG.warnf("%d pieces of work are cut off: they were not over after %d s", underWay, patience.toSeconds());
        }
    }
}
