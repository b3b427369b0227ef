package org.whistle.intake.grid.store;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.district.District;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.GridRule;

/**
 * The district in memory, read from the database at the start and again when another instance has changed it. Every
 * instance may be a few seconds behind the change; what was filed in between lies in the grid that was valid here.
 */
@ApplicationScoped
public class Districts {

    private static final Logger LOG = Logger.getLogger(Districts.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Pool pool;
    private volatile @Nullable LoadedDistrict current;

    Districts(Pool pool) {
        this.pool = pool;
    }

    /** The present district; empty before one was ever loaded. */
    public Optional<LoadedDistrict> current() {
        return Optional.ofNullable(current);
    }

    /** @throws ProblemException 503 before a district was loaded */
    public Gazetteer gazetteer() {
        LoadedDistrict loaded = current;
        if (loaded == null) {
            throw ProblemException.of(GridRule.NO_DISTRICT).withHeader("Retry-After", "5");
        }
        return loaded.gazetteer();
    }

    void start(@Observes StartupEvent event) {
        try {
            refresh().await().atMost(START_LIMIT);
        } catch (RuntimeException e) {
            // The poll goes on trying; until then reports are answered with 503.
            LOG.warnf("the district could not be read yet: %s", e.getMessage());
        }
    }

    @Scheduled(
            every = "{whistle.district.poll:2s}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return refresh()
                .onFailure()
                .invoke(failure -> LOG.debugf("the district could not be read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Reads the district again when the database has another version than this instance. */
    Uni<Void> refresh() {
        LoadedDistrict known = current;
        return pool.preparedQuery("""
                        select version, archive, loaded_by, loaded_at from district where version <> $1""")
                .execute(Tuple.of(known == null ? -1L : known.version()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : parse(rows.iterator().next()).invoke(this::use).replaceWithVoid());
    }

    /** Works with a district from now on. */
    void use(LoadedDistrict district) {
        LoadedDistrict known = current;
        if (known == null || known.version() < district.version()) {
            current = district;
            LOG.infof(
                    "district %s, content %s",
                    district.gazetteer().district().info().name().en(),
                    district.gazetteer().district().version());
        }
    }

    private static Uni<LoadedDistrict> parse(Row row) {
        byte[] archive = row.getBuffer("archive").getBytes();
        // Reading takes a good part of a second: not on an event loop.
        return Uni.createFrom()
                .item(() -> new LoadedDistrict(
                        row.getLong("version"),
                        new Gazetteer(District.read(archive)),
                        row.getString("loaded_by"),
                        row.getOffsetDateTime("loaded_at").toInstant()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
