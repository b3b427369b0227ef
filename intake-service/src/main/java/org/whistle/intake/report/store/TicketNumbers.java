package org.whistle.intake.report.store;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;

/**
 * Hands out the numbers behind ticket numbers, each once among all instances. They come from the database in blocks,
 * and the next block is fetched long before the present one is used up, so that no report waits for one.
 */
@ApplicationScoped
class TicketNumbers {

    /** Numbers of a block; the sequence counts on by as many. */
    static final int BLOCK = 16_384;

    private static final Logger LOG = Logger.getLogger(TicketNumbers.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Pool pool;
    private final ConcurrentLinkedQueue<Block> blocks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean fetching = new AtomicBoolean();

    TicketNumbers(Pool pool) {
        this.pool = pool;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        try {
            fetch().await().atMost(START_LIMIT);
        } catch (RuntimeException e) {
            // The first report asks again.
            LOG.warnf("no ticket numbers yet: %s", e.getMessage());
        }
    }

    /** The next number. @throws ProblemException 503 while the database gives none */
    int next() {
        for (Block block = blocks.peek(); block != null; block = blocks.peek()) {
            int used = block.used().getAndIncrement();
            if (used == BLOCK / 2 || blocks.size() < 2 && used > BLOCK / 2) {
                fetchLater();
            }
            if (used < BLOCK) {
                return block.first() + used;
            }
            blocks.remove(block);
        }
        fetchLater();
        throw ProblemException.of(CommonProblem.UNAVAILABLE).withHeader("Retry-After", "1");
    }

    private void fetchLater() {
        if (fetching.compareAndSet(false, true)) {
            fetch().onTermination()
                    .invoke(() -> fetching.set(false))
                    .subscribe()
                    .with(ok -> {}, failure -> LOG.warnf("no ticket numbers: %s", failure.getMessage()));
        }
    }

    private Uni<Void> fetch() {
        return pool.query("select nextval('ticket_number')")
                .execute()
                .invoke(rows -> {
                    int first = rows.iterator().next().getLong(0).intValue();
                    blocks.add(new Block(first, new AtomicInteger()));
                })
                .replaceWithVoid();
    }

    private record Block(int first, AtomicInteger used) {}
}
