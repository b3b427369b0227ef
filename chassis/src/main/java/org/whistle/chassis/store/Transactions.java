package org.whistle.chassis.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.whistle.chassis.outbox.OutboxRelay;

/**
 * The two ways to a transaction. One flow uses one of them, because a query of the pool does not see what a Hibernate
 * Reactive session has not committed. Both wake the outbox's relay after the commit.
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
        return pool.getConnection()
                .chain(connection -> transaction(connection, work).eventually(connection::close))
                .invoke(relay::wake);
    }

    private static <T> Uni<T> transaction(SqlConnection connection, Function<SqlConnection, Uni<T>> work) {
        // Its answer is not waited for: the first statement follows in its tracks, and would fail as it did.
        connection.getDelegate().begin();
        Transaction transaction = connection.transaction();
        return Uni.createFrom()
                .deferred(() -> work.apply(connection))
                .onItem()
                .transformToUni(item -> transaction.commit().replaceWith(item))
                .onFailure()
                .recoverWithUni(failure -> transaction
                        .rollback()
                        .onFailure()
                        .recoverWithNull()
                        .chain(() -> Uni.createFrom().failure(failure)));
    }

    /** Runs in one Hibernate Reactive session and transaction; a failure rolls back. */
    public <T> Uni<T> inSession(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work).invoke(relay::wake);
    }
}
