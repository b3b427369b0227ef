package org.whistle.chassis.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.whistle.chassis.event.Envelope;

/**
 * The relay's own connection: it holds the advisory lock, listens, reads and deletes. When it breaks the lock is gone
 * with it, and so is the right to read; another instance may then lead.
 */
final class OutboxSession implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOCK = 0x77686973_746C6501L;
    private static final String READ = """
            select seq, id, aggregatetype, aggregateid, type, source, occurred_at, causation, payload
            from (select *, sum(octet_length(payload)) over (order by seq rows unbounded preceding)
                            - octet_length(payload) as before
                  from outbox order by seq limit $1) waiting
            where before < $2 order by seq""";

    private static final String SET_ASIDE = """
            with gone as (delete from outbox where seq = $1 returning *)
            insert into dead_letter (id, topic, "partition", "offset", record_key, headers, payload, cause, failed_at)
            select id, aggregatetype, -1, seq, aggregateid::text,
                   jsonb_strip_nulls(jsonb_build_object(
                           'ce_specversion', '1.0', 'ce_id', id::text, 'ce_type', type, 'ce_source', source,
                           'ce_subject', aggregateid::text, 'ce_time', to_json(occurred_at)#>>'{}',
                           'ce_causationid', causation, 'content-type', 'application/json')),
                   payload, $2, now()
            from gone
            on conflict (id) do update
            set "offset" = excluded."offset", attempts = dead_letter.attempts + 1, cause = excluded.cause,
                failed_at = excluded.failed_at, replayed_at = null, replayed_by = null""";

    private final SqlConnection connection;

    /** The delete under way. */
    private CompletableFuture<?> deletion = CompletableFuture.completedFuture(null);

    private OutboxSession(SqlConnection connection) {
        this.connection = connection;
    }

    static OutboxSession open(Pool pool, Runnable onNotify) {
        SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
        try {
            PgConnection.cast(connection).notificationHandler(notification -> onNotify.run());
            connection.query("listen " + OutboxRelay.CHANNEL).execute().await().atMost(PATIENCE);
            return new OutboxSession(connection);
        } catch (RuntimeException e) {
            connection.close().subscribe().with(ok -> {}, failure -> {});
            throw e;
        }
    }

    boolean lock() {
        return connection
                .preparedQuery("select pg_try_advisory_lock($1)")
                .execute(Tuple.of(LOCK))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getBoolean(0);
    }

    /**
     * The oldest; at most {@code limit}, and no more once they hold {@code bytes}.
     *
     * @throws RuntimeException also when what was deleted last could not be
     */
    List<Unsent> read(int limit, long bytes) {
        List<Unsent> unsent = new ArrayList<>();
        for (Row row : connection
                .preparedQuery(READ)
                .execute(Tuple.of(limit, bytes))
                .await()
                .atMost(PATIENCE)) {
            Buffer payload = row.getBuffer(8);
            unsent.add(new Unsent(
                    row.getLong(0),
                    new Envelope(
                            row.getUUID(1),
                            row.getString(2),
                            row.getString(4),
                            row.getString(5),
                            row.getUUID(3),
                            row.getOffsetDateTime(6).toInstant(),
                            row.getString(7),
                            payload.getBytes())));
        }
        // It went before the query on the same connection, so it is over.
        settle();
        return unsent;
    }

    /** Deletes without waiting: what is asked of the connection next comes after it. */
    void delete(List<Long> seqs) {
        settle();
        deletion = connection
                .preparedQuery("delete from outbox where seq = any($1)")
                .execute(Tuple.tuple().addArrayOfLong(seqs.toArray(Long[]::new)))
                .subscribeAsCompletionStage();
    }

    private void settle() {
        Uni.createFrom().completionStage(deletion).await().atMost(PATIENCE);
    }

    /**
     * Moves one row to the dead letters; partition −1 says that it never stood on a topic. One that was there before,
     * and was replayed in vain, is open again.
     */
    void setAside(long seq, String cause) {
        connection
                .preparedQuery(SET_ASIDE)
                .execute(Tuple.of(seq, cause))
                .await()
                .atMost(PATIENCE);
    }

    @Override
    public void close() {
        // The lock belongs to the database session, and the pool would keep that open.
        connection
                .query("select pg_advisory_unlock_all(); unlisten *")
                .execute()
                .onItemOrFailure()
                .transformToUni((ok, failure) -> connection.close())
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(PATIENCE);
    }

    /** A row not yet acknowledged by the broker. */
    record Unsent(long seq, Envelope envelope) {}
}
