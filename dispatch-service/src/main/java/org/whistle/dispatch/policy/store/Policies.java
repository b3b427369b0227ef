package org.whistle.dispatch.policy.store;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.outbox.TopicCreator;
import org.whistle.contracts.Topics;
import org.whistle.dispatch.policy.PolicyBook;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.district.District;
import org.whistle.district.DistrictException;

/**
 * The policy in force, and the older versions that tickets need, indexed and in memory. The database has them all; every
 * instance looks there every other second, so a version loaded by one comes into force with the others within that time.
 */
@ApplicationScoped
public class Policies implements PolicyBook {

    private static final Logger LOG = Logger.getLogger(Policies.class);
    /** A version is some megabytes; older ones are read again when a ticket needs them. */
    private static final int MOST_AT_HAND = 8;

    private final PolicyRows rows;
    private final TopicCreator topics;
    private final Clock clock;
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final Map<String, PolicyVersion> atHand = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PolicyVersion> eldest) {
            return size() > MOST_AT_HAND;
        }
    });

    private volatile @Nullable PolicyVersion current;
    private volatile PolicyRows.@Nullable Loaded loaded;

    Policies(PolicyRows rows, TopicCreator topics, Clock clock) {
        this.rows = rows;
        this.topics = topics;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        lookIntoDatabase().subscribe().with(ok -> {}, failure -> {});
    }

    /** Notices a version that another instance loaded. */
    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> lookIntoDatabase() {
        return rows.inForce()
                .chain(found -> found.isEmpty() || !isNewer(found.get())
                        ? Uni.createFrom().voidItem()
                        : find(found.get().version())
                                .chain(this::withTopics)
                                .invoke(version -> putInForce(version, found.get()))
                                .replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf("the policy could not be read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Completes when there is a policy to decide under: without one nothing can be dispatched, so everything waits. */
    public Uni<Void> ready() {
        return current != null ? Uni.createFrom().voidItem() : Uni.createFrom().completionStage(first);
    }

    /** Whether there is a policy to decide under. */
    public boolean isReady() {
        return current != null;
    }

    @Override
    public PolicyVersion current() {
        PolicyVersion now = current;
        if (now == null) {
            throw new IllegalStateException("no district has been loaded yet");
        }
        return now;
    }

    @Override
    public PolicyVersion version(String version) {
        PolicyVersion now = current;
        if (now != null && now.version().equals(version)) {
            return now;
        }
        PolicyVersion found = atHand.get(version);
        if (found == null) {
            throw new IllegalArgumentException("policy version " + version + " is not at hand");
        }
        return found;
    }

    /** What is in force since when; empty before the first is loaded. */
    public Optional<PolicyInfo> info() {
        return Optional.ofNullable(loaded).map(Policies::info);
    }

    /** The latest versions, the one in force first. */
    public Uni<List<PolicyInfo>> latest(int limit) {
        return rows.latest(limit).map(all -> all.stream().map(Policies::info).toList());
    }

    /**
     * Fetches older versions, so that {@link #version} answers for them; goes on where it was called.
     *
     * @return fails when one was never loaded
     */
    public Uni<Void> need(Collection<String> versions) {
        Set<String> missing =
                versions.stream().filter(version -> !isAtHand(version)).collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Context caller = Vertx.currentContext();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String version : missing) {
            all = all.chain(() -> find(version)).replaceWithVoid();
        }
        return caller == null ? all : all.emitOn(task -> caller.runOnContext(ignored -> task.run()));
    }

    /**
     * Checks a district's archive, makes its departments' topics, keeps it, and puts it in force.
     *
     * @return fails with {@link DistrictException}, naming everything that is wrong with it
     */
    public Uni<PolicyInfo> load(byte[] archive, String by) {
        return read(archive).chain(this::withTopics).chain(version -> rows.keep(
                        version.version(), archive, clock.instant(), by)
                .invoke(row -> putInForce(version, row))
                .map(Policies::info));
    }

    /** A look into the database that began before a version was loaded here brings an older one, which changes nothing. */
    private synchronized void putInForce(PolicyVersion version, PolicyRows.Loaded row) {
        atHand.put(version.version(), version);
        if (isNewer(row)) {
            current = version;
            loaded = row;
            LOG.infof("policy %s of %s is in force", row.version(), row.loadedAt());
            first.complete(null);
        }
    }

    private boolean isNewer(PolicyRows.Loaded row) {
        PolicyRows.Loaded now = loaded;
        return now == null || row.loadNo() > now.loadNo();
    }

    private boolean isAtHand(String version) {
        PolicyVersion now = current;
        return now != null && now.version().equals(version) || atHand.containsKey(version);
    }

    private Uni<PolicyVersion> find(String version) {
        PolicyVersion known = atHand.get(version);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return rows.archive(version)
                .chain(archive -> read(archive.orElseThrow(
                        () -> new IllegalStateException("policy version " + version + " was never loaded"))))
                .invoke(read -> atHand.put(version, read));
    }

    /** Reading takes a while, so not on the event loop. */
    private static Uni<PolicyVersion> read(byte[] archive) {
        return Uni.createFrom()
                .item(() -> PolicyVersion.of(District.read(archive)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** A new department needs a row and a topic, not a release. */
    private Uni<PolicyVersion> withTopics(PolicyVersion version) {
        return Uni.createFrom()
                .item(() -> {
                    Map<String, String> refused = topics.ensure(version.district().departments().stream()
                            .flatMap(department -> Stream.of(
                                    Topics.assigned(department.code()),
                                    Topics.reply(department.code()),
                                    Topics.rejectedReply(department.code())))
                            .toList());
                    refused.forEach((topic, why) -> LOG.errorf("topic %s cannot be made: %s", topic, why));
                    return version;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static PolicyInfo info(PolicyRows.Loaded row) {
        return new PolicyInfo(row.version(), row.loadedAt(), row.loadedBy());
    }

    /** A version of the policy, and who loaded it when. */
    public record PolicyInfo(String version, Instant loadedAt, String loadedBy) {}
}
