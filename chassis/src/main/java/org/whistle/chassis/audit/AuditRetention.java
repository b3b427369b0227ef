package org.whistle.chassis.audit;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Removes records that were kept long enough, from the oldest on, and keeps the hash of the last one removed, so that the
 * rest still verifies.
 */
@ApplicationScoped
class AuditRetention {

    /** Required by law (DOMAIN.md §7); the database refuses less as well. */
    static final Duration SHORTEST = Duration.ofDays(184);

    private static final Logger LOG = Logger.getLogger(AuditRetention.class);
    private static final int BATCH = 1_000;
    private static final String OLDEST = "select " + AuditRecord.COLUMNS + " from audit_record order by seq limit $1";

    private final Pool pool;
    private final AuditSealer sealer;
    private final AuditKeys keys;
    private final Duration keep;

    /** @param keep how long records are kept, at least 184 days */
    AuditRetention(
            Pool pool,
            AuditSealer sealer,
            AuditKeys keys,
            @ConfigProperty(name = "whistle.audit.retention", defaultValue = "P184D") Duration keep) {
        if (keep.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "whistle.audit.retention must be at least " + SHORTEST.toDays() + " days");
        }
        this.pool = pool;
        this.sealer = sealer;
        this.keys = keys;
        this.keep = keep;
    }

    @Scheduled(every = "6h", delayed = "20m")
    Uni<Void> remove() {
        return removeBefore(Clock.systemUTC().instant().minus(keep))
                .onFailure()
                .invoke(failure -> LOG.warnf("old audit records could not be removed: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> removeBefore(Instant limit) {
        return pool.withTransaction(tx -> batch(tx, limit))
                .chain(removed -> removed == BATCH
                        ? removeBefore(limit)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Integer> batch(SqlConnection tx, Instant limit) {
        return sealer.head(tx, "")
                .chain(head -> tx.preparedQuery(OLDEST).execute(Tuple.of(BATCH)).chain(rows -> {
                    AuditRecord last = null;
                    int count = 0;
                    for (Row row : rows) {
                        AuditRecord record = AuditRecord.of(row);
                        if (!record.entry().at().isBefore(limit)) {
                            break;
                        }
                        last = record;
                        count++;
                    }
                    if (last == null) {
                        return Uni.createFrom().item(0);
                    }
                    int removed = count;
                    return cut(tx, head.orElseThrow(), last).replaceWith(removed);
                }));
    }

    private Uni<Void> cut(SqlConnection tx, AuditHead head, AuditRecord last) {
        AuditHead next = keys.sign(
                new AuditHead(head.seq(), head.hash(), last.seq(), last.hash(), head.sealedAt(), head.signature()));
        return tx.preparedQuery("delete from audit_record where seq <= $1")
                .execute(Tuple.of(last.seq()))
                .invoke(rows -> LOG.infof("removed %d audit records, up to %d", rows.rowCount(), last.seq()))
                .chain(() -> sealer.save(tx, next));
    }
}
