package org.whistle.dispatch.routing.store;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Position;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.dispatch.routing.OwnerRegister;
import org.whistle.dispatch.routing.RegisteredOwner;
import org.whistle.dispatch.routing.RegisteredOwners;

/**
 * The owners the district fixed, in memory for the routing. The database has them all; every instance looks every other
 * second for what is new there, so an owner fixed by one counts with the others within that time.
 */
@ApplicationScoped
public class RegisteredAssets implements OwnerRegister {

    private static final Logger LOG = Logger.getLogger(RegisteredAssets.class);
    private static final int PAGE = 1_000;

    private final RegisteredAssetRows rows;
    private final RegisteredOwners owners = new RegisteredOwners();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    /** Everything that transactions below this one wrote is in memory. */
    private volatile long settled;

    RegisteredAssets(RegisteredAssetRows rows) {
        this.rows = rows;
    }

    void start(@Observes StartupEvent event) {
        lookIntoDatabase().subscribe().with(ok -> {}, failure -> {});
    }

    /** Takes over what was fixed since it looked last. */
    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> lookIntoDatabase() {
        return next(settled, "", null)
                .invoke(() -> first.complete(null))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("the register of fixed owners could not be read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Completes when the register was read once; before that a matter could go to the wrong body. */
    public Uni<Void> ready() {
        return first.isDone() ? Uni.createFrom().voidItem() : Uni.createFrom().completionStage(first);
    }

    /**
     * Keeps owners in the transaction in which their events are taken in.
     *
     * @param registered the events, with the issue type of their tickets
     */
    public Uni<Void> keep(SqlConnection tx, Map<AssetOwnerRegistered, String> registered) {
        if (registered.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        tx.transaction().completion().chain(this::lookIntoDatabase).subscribe().with(looked -> {}, rolledBack -> {});
        List<RegisteredAssetRows.Registered> all = registered.entrySet().stream()
                .map(entry -> new RegisteredAssetRows.Registered(entry.getKey(), entry.getValue()))
                .toList();
        return rows.save(tx, all);
    }

    @Override
    public Optional<RegisteredOwner> byId(String assetId) {
        return owners.byId(assetId);
    }

    @Override
    public Optional<RegisteredOwner> nearest(String type, Position position, int metres) {
        return owners.nearest(type, position, metres);
    }

    private Uni<Void> next(long xid, String assetId, @Nullable Long until) {
        return rows.since(xid, assetId, PAGE).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            owners.addAll(found.stream().map(RegisteredAssetRows.Entry::owner).toList());
            long end = until == null ? found.getFirst().settled() : until;
            if (found.size() < PAGE) {
                settled = end;
                return Uni.createFrom().voidItem();
            }
            RegisteredAssetRows.Entry last = found.getLast();
            return next(last.xid(), last.owner().assetId(), end);
        });
    }
}
