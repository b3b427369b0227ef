package org.whistle.chassis.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Forgets ids that are too old to come again: longer than any redelivery or outage lasts. */
@ApplicationScoped
class InboxCleaner {

    private static final Logger LOG = Logger.getLogger(InboxCleaner.class);

    private final Pool pool;
    private final int days;

    /** @param days how long an id is remembered; must outlast the longest outage of the broker or of a service */
    InboxCleaner(Pool pool, @ConfigProperty(name = "whistle.inbox.days", defaultValue = "14") int days) {
        this.pool = pool;
        this.days = days;
    }

    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> forget() {
        return pool.preparedQuery("delete from inbox where seen_at < now() - make_interval(days => $1)")
                .execute(Tuple.of(days))
                .invoke(rows -> LOG.debugf("forgot %d event ids", (Integer) rows.rowCount()))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("the inbox could not be cleaned: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
