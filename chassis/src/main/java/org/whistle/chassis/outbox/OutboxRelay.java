package org.whistle.chassis.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what is in the outbox, in order, and deletes it after the broker's acknowledgement. One relay at a time
 * per service holds an advisory lock; the other instances stand by. It is woken after each commit, by
 * {@code NOTIFY} when the commit was another instance's, and by a slow poll behind both.
 *
 * <p>Commits do not {@code NOTIFY} themselves: PostgreSQL serialises notifying commits, which would cost the group
 * commit. One notification outside the transaction, many commits apart, is enough to wake a relay.
 */
@ApplicationScoped
public class OutboxRelay {

    static final String CHANNEL = "whistle_outbox";

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** A publication is followed by a rest as long as it took, so that a busy machine does fewer and larger ones. */
    private static final Duration LONGEST_REST = Duration.ofMillis(100);

    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);

    private final Pool pool;
    private final OutboxPublisher publisher;
    private final boolean enabled;
    private final Duration interval;
    private final Semaphore signal = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** 0, 1 for one under way, or 2: something was committed since, for which the one under way may be too early. */
    private final AtomicInteger notifications = new AtomicInteger();

    private volatile boolean leads;
    private volatile boolean running = true;
    private Duration pause = FIRST_RETRY;
    private @Nullable Thread thread;

    /**
     * @param enabled whether this instance may lead at all
     * @param interval shortest time from the beginning of one publication to the next, while there is less than a whole
     *     batch
     */
    OutboxRelay(
            Pool pool,
            OutboxPublisher publisher,
            @ConfigProperty(name = "whistle.outbox.relay", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "whistle.outbox.interval", defaultValue = "PT0.025S") Duration interval) {
        this.pool = pool;
        this.publisher = publisher;
        this.enabled = enabled;
        this.interval = interval;
    }

    void start(@Observes @Priority(1000) StartupEvent event) {
        if (enabled) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    /** Publishes what is already committed, then lets go of the lock. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        stopped.countDown();
        signal.release();
        Thread relay = thread;
        if (relay != null) {
            relay.join(Duration.ofSeconds(10));
        }
        publisher.close();
    }

    /** Says that something was committed; cheap, never blocks. */
    public void wake() {
        if (leads || !enabled) {
            if (signal.availablePermits() == 0) {
                signal.release();
            }
        } else if (notifications.getAndUpdate(n -> Math.min(2, n + 1)) == 0) {
            notifyLeader();
        }
    }

    private void notifyLeader() {
        pool.query("notify " + CHANNEL)
                .execute()
                .onTermination()
                .invoke(() -> {
                    if (notifications.decrementAndGet() > 0) {
                        notifyLeader();
                    }
                })
                .subscribe()
                .with(ok -> {}, failure -> LOG.debugf("could not notify the relay: %s", failure.getMessage()));
    }

    /** Whether this instance is the one that publishes. */
    public boolean leads() {
        return leads;
    }

    private void run() {
        while (running) {
            try (OutboxSession session = OutboxSession.open(pool, () -> {
                if (signal.availablePermits() == 0) {
                    signal.release();
                }
            })) {
                lead(session);
            } catch (RuntimeException failure) {
                leads = false;
                if (running) {
                    LOG.warnf("the outbox waits %d ms: %s", pause.toMillis(), failure.getMessage());
                    LOG.debug("the outbox's relay failed", failure);
                    rest(pause);
                    pause = pause.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? pause.multipliedBy(2) : LAST_RETRY;
                }
            } finally {
                leads = false;
            }
        }
    }

    private void lead(OutboxSession session) {
        while (!session.lock()) {
            if (!running) {
                return;
            }
            await(POLL);
        }
        leads = true;
        LOG.info("this instance publishes the outbox");
        while (running) {
            long begun = System.nanoTime();
            boolean more = publisher.publish(session);
            pause = FIRST_RETRY;
            if (!more) {
                // One that comes when nothing is going on leaves at once; in a rush, many leave together.
                rest(afterTaking(Duration.ofNanos(System.nanoTime() - begun)));
                await(POLL);
            }
        }
        while (publisher.publish(session)) {
            LOG.debug("published the rest before stopping");
        }
    }

    private Duration afterTaking(Duration taken) {
        Duration rest = taken.compareTo(LONGEST_REST) < 0 ? taken : LONGEST_REST;
        Duration left = interval.minus(taken);
        return rest.compareTo(left) < 0 ? left : rest;
    }

    /** Unlike {@link #await}, for which every commit is a reason to go on. */
    private void rest(Duration whole) {
        try {
            if (whole.isPositive() && stopped.await(whole.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.debug("stopped while at rest");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void await(Duration atMost) {
        try {
            if (signal.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
