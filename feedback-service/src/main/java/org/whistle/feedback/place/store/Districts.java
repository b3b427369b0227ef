package org.whistle.feedback.place.store;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.district.District;
import org.whistle.district.DistrictArchive;
import org.whistle.district.Limit;
import org.whistle.district.LimitUnit;
import org.whistle.district.Policy;
import org.whistle.feedback.Columns;
import org.whistle.feedback.place.Names;
import org.whistle.feedback.policy.AppealLimit;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.feedback.policy.Policies;

/** The district in use: its names and stage limits in memory, its archive in the database, the latest upload first. */
@ApplicationScoped
public class Districts {

    private static final Logger LOG = Logger.getLogger(Districts.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final String LATEST = "select * from district_version order by uploaded_at desc, version limit 1";

    private final Pool pool;
    private final Policies policies;
    private final Clock clock;
    private final AuditTrail audit;
    private volatile Names names = Names.NONE;
    private volatile Policy policy = new Policy(List.of());

    Districts(Pool pool, Policies policies, Clock clock, AuditTrail audit) {
        this.pool = pool;
        this.policies = policies;
        this.clock = clock;
        this.audit = audit;
    }

    /** The names in use; codes have none before a district was uploaded. */
    public Names names() {
        return names;
    }

    /** The policy in use; before a district was uploaded it has only what has a default. */
    public Policy policy() {
        return policy;
    }

    void start(@Observes StartupEvent event) {
        try {
            refresh().await().atMost(START_LIMIT);
        } catch (RuntimeException e) {
            LOG.warnf("the district could not be read yet: %s", e.getMessage());
        }
    }

    /** Another instance may have taken an upload. */
    @Scheduled(
            every = "{whistle.district.poll:10s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return refresh()
                .onFailure()
                .invoke(failure -> LOG.debugf("the district could not be read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /**
     * Stores a district's archive and uses it from now on, which goes on record; answers its version. Fails as
     * {@link District#read}.
     */
    public Uni<String> upload(byte[] archive, String by) {
        Instant now = clock.instant();
        return read(archive).chain(district -> pool.withTransaction(tx -> store(tx, district, by, now)
                        .chain(() -> audit.append(
                                tx,
                                List.of(AuditEntry.of(
                                        now,
                                        by,
                                        null,
                                        "district-loaded",
                                        "district",
                                        district.version(),
                                        new JsonObject())))))
                .invoke(() -> use(district))
                .replaceWith(district.version()));
    }

    private static Uni<Void> store(SqlConnection tx, District district, String by, Instant now) {
        return tx.preparedQuery("""
                        insert into district_version (version, archive, uploaded_by, uploaded_at)
                        values ($1, $2, $3, $4)
                        on conflict (version) do update
                        set uploaded_by = excluded.uploaded_by, uploaded_at = excluded.uploaded_at""")
                .execute(Tuple.of(
                        district.version(),
                        Buffer.buffer(DistrictArchive.zip(district)).getDelegate(),
                        by,
                        Columns.at(now)))
                .replaceWithVoid();
    }

    /** The archive in use; empty before a district was uploaded. */
    public Uni<Optional<Stored>> archive() {
        return pool.query(LATEST)
                .execute()
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(stored(rows.iterator().next())));
    }

    private Uni<Void> refresh() {
        return pool.query("select version from district_version order by uploaded_at desc, version limit 1")
                .execute()
                .chain(rows -> rows.size() == 0
                                || rows.iterator().next().getString(0).equals(names.version())
                        ? Uni.createFrom().voidItem()
                        : archive().chain(found -> read(found.orElseThrow().archive())
                                .invoke(this::use)
                                .replaceWithVoid()));
    }

    /** Reading takes a good part of a second: not on an event loop. */
    private static Uni<District> read(byte[] archive) {
        return Uni.createFrom()
                .item(() -> District.read(archive))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private void use(District district) {
        names = Names.of(district);
        policy = district.policy();
        policies.use(new AppealLimit(
                policy.appealLimit(), district.calendar(), district.info().zone()));
        Optional<FeedbackPolicy> own = figures(policy);
        if (own.isPresent()) {
            policies.use(own.get());
        } else {
            LOG.warn("the stage limits of this district are working time; those of the configuration stay in force");
        }
        LOG.infof("district %s, version %s", district.info().code(), district.version());
    }

    /** A district's own figures; empty when its limits are working time. */
    private Optional<FeedbackPolicy> figures(Policy of) {
        OptionalLong dispatch = minutes(of.dispatch());
        OptionalLong verify = minutes(of.verify());
        return dispatch.isPresent() && verify.isPresent()
                ? Optional.of(policies.with(
                        Duration.ofMinutes(dispatch.getAsLong()),
                        Duration.ofMinutes(verify.getAsLong()),
                        of.warningPercent(),
                        of.breachPercent(),
                        of.supervisionPercent()))
                : Optional.empty();
    }

    /**
     * The figures by the instant from which they were in force, the configured ones from the beginning. A version that
     * was loaded again counts from its latest loading; what it was in force for before is not known any more.
     */
    public Uni<NavigableMap<Instant, FeedbackPolicy>> figures() {
        return pool.query("select * from district_version order by uploaded_at, version")
                .execute()
                .chain(rows -> {
                    NavigableMap<Instant, FeedbackPolicy> figures = new TreeMap<>();
                    figures.put(Instant.MIN, policies.configured());
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (Row row : rows) {
                        Stored version = stored(row);
                        all = all.chain(() -> read(version.archive()))
                                .invoke(district -> figures(district.policy())
                                        .ifPresent(own -> figures.put(version.uploadedAt(), own)))
                                .replaceWithVoid();
                    }
                    return all.replaceWith(figures);
                });
    }

    /** Working-time arithmetic lives in dispatch alone; here a limit must be continuous. */
    private static OptionalLong minutes(Limit limit) {
        LimitUnit unit = limit.unit();
        return switch (unit) {
            case UM -> OptionalLong.of(limit.value());
            case UH -> OptionalLong.of(limit.value() * 60L);
            case UD, CD -> OptionalLong.of(limit.value() * 1440L);
            case WH, WD -> OptionalLong.empty();
        };
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getString("version"),
                row.getBuffer("archive").getBytes(),
                row.getString("uploaded_by"),
                row.getOffsetDateTime("uploaded_at").toInstant());
    }

    /**
     * A district as it was uploaded.
     *
     * @param archive zip of its folder; not copied, do not change
     */
    public record Stored(String version, byte[] archive, String uploadedBy, Instant uploadedAt) {}
}
