package org.whistle.feedback.sla.store;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.whistle.chassis.web.Params;

/**
 * Takes the changes of days that are over into the counts, from time to time. Reports do not wait for it: what it has
 * not taken yet they add themselves. Of several instances one works at a time.
 */
@ApplicationScoped
public class TallyKeeper {

    private static final Logger LOG = Logger.getLogger(TallyKeeper.class);

    private final Pool pool;
    private final Clock clock;
    private final int batch;

    TallyKeeper(
            Pool pool, Clock clock, @ConfigProperty(name = "whistle.tally.batch", defaultValue = "20000") int batch) {
        this.pool = pool;
        this.clock = clock;
        this.batch = batch;
    }

    @Scheduled(
            every = "{whistle.tally.every:60s}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> keep() {
        return roll().replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("changes were not taken into the counts: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Takes in all there is, batch by batch; answers how many changes that were. */
    public Uni<Long> roll() {
        return pool.preparedQuery("select tally_roll($1, $2)")
                .execute(Tuple.of(clock.instant().atZone(Params.ZONE).toLocalDate(), batch))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(took -> took < batch ? Uni.createFrom().item(took) : roll().map(more -> took + more));
    }
}
