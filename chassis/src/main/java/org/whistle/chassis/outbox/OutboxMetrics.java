package org.whistle.chassis.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** How many events wait in the outbox, and for how long the oldest has. */
@ApplicationScoped
class OutboxMetrics {

    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);
    private static final String MEASURE = """
            select count(*), coalesce(extract(epoch from now() - min(occurred_at)), 0)::bigint
            from (select occurred_at from outbox order by seq limit 100000) waiting""";

    private final Pool pool;
    private final AtomicLong depth;
    private final AtomicLong oldestSeconds;

    OutboxMetrics(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        this.depth = metrics.gauge("whistle.outbox.depth", new AtomicLong());
        this.oldestSeconds = metrics.gauge("whistle.outbox.oldest.seconds", new AtomicLong());
    }

    @Scheduled(every = "10s", delayed = "5s")
    Uni<Void> measure() {
        return pool.query(MEASURE)
                .execute()
                .invoke(rows -> rows.forEach(row -> {
                    depth.set(row.getLong(0));
                    oldestSeconds.set(Math.max(0, row.getLong(1)));
                }))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf("the outbox could not be measured: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
