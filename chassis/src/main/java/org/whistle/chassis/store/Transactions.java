package org.whistle.chassis.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.whistle.chassis.outbox.OutboxRelay;

/**
 * The two ways to a transaction. One flow uses one of them, because a query of the pool does not see what a Hibernate
 * Reactive session has not committed. What is put into the outbox on either way wakes its relay after the commit.
 */
@ApplicationScoped
public class Transactions {

    private final Pool pool;
    private final OutboxRelay relay;

    Transactions(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /**
     * Runs on one connection of the reactive client; a failure rolls back. Statements that do not need each other's
     * answers may be subscribed to together: they travel together, are carried out in that order, and when one fails, so
     * do all behind it.
     */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    /** Runs in one Hibernate Reactive session and transaction; a failure rolls back. */
    public <T> Uni<T> inSession(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work).invoke(relay::wake);
    }
}
