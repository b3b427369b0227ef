package org.whistle.intake.reporter.store;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.whistle.intake.reporter.Vault;

/** Seals with the newest key what an older one has sealed, batch by batch, so that the older one can be given up. */
@ApplicationScoped
class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final int BATCH = 500;

    private static final String OLD = """
            select report_id, sealed from personal_data where key_version < $1
            order by key_version limit $2 for update skip locked""";

    private static final String WRITE = """
            update personal_data p set sealed = x.sealed
            from unnest($1::uuid[], $2::bytea[]) as x(report_id, sealed) where p.report_id = x.report_id""";

    private final Pool pool;
    private final Vault vault;

    Resealing(Pool pool, Vault vault) {
        this.pool = pool;
        this.vault = vault;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return all(0).invoke(count -> {
                    if (count > 0) {
                        LOG.infof("%d records of personal data are sealed with key %d now", count, vault.newestKey());
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("personal data could not be sealed anew: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Integer> all(int before) {
        return pool.withTransaction(this::batch)
                .chain(count -> count < BATCH ? Uni.createFrom().item(before + count) : all(before + count));
    }

    private Uni<Integer> batch(SqlConnection tx) {
        return tx.preparedQuery(OLD).execute(Tuple.of(vault.newestKey(), BATCH)).chain(rows -> {
            List<UUID> ids = new ArrayList<>();
            List<Buffer> sealed = new ArrayList<>();
            for (Row row : rows) {
                UUID id = row.getUUID("report_id");
                ids.add(id);
                sealed.add(Buffer.buffer(
                        vault.seal(vault.open(row.getBuffer("sealed").getBytes(), id), id)));
            }
            return ids.isEmpty()
                    ? Uni.createFrom().item(0)
                    : tx.preparedQuery(WRITE)
                            .execute(Tuple.tuple()
                                    .addArrayOfUUID(ids.toArray(UUID[]::new))
                                    .addValue(sealed.toArray(Buffer[]::new)))
                            .replaceWith(ids.size());
        });
    }
}
