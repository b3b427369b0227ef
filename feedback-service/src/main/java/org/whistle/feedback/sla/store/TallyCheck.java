package org.whistle.feedback.sla.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts everything again from the facts and compares it with what is kept, in every cut; on demand it puts right what
 * differs. One snapshot, so changes meanwhile do not disturb, and nobody who changes facts waits; only the taking in of
 * changes rests. It reads whole tables: an operator's command, no report.
 */
@ApplicationScoped
public class TallyCheck {

    private static final String LOCK = "select pg_advisory_lock(hashtext('tally_roll'))";
    private static final String UNLOCK = "select pg_advisory_unlock(hashtext('tally_roll'))";
    private static final String BEGIN = "begin isolation level repeatable read";
    private static final String RECOUNT = "select * from tally_recount(false)";

    private final Pool pool;

    TallyCheck(Pool pool) {
        this.pool = pool;
    }

    /**
     * A count that is not as it should be.
     *
     * @param grain {@code d} for a day, {@code w} or {@code m} for the week or month that begins with it
     */
    public record Difference(
            String grain,
            LocalDate day,
            String place,
            String department,
            String type,
            String measure,
            long kept,
            long counted) {}

    /**
     * What was found.
     *
     * @param total how many counts differ, each measure in each cut
     * @param first the first of them, at most {@value TallyRecount#TOLD}
     */
    public record Found(long total, List<Difference> first) {
        public Found {
            first = List.copyOf(first);
        }
    }

    /** Every difference; changes nothing. */
    public Uni<Found> differences() {
        return recount("rollback");
    }

    /** Every difference, and all of them are gone at once. */
    public Uni<Found> repair() {
        return recount("commit");
    }

    private Uni<Found> recount(String end) {
        // The snapshot must come after the lock: a session's own lock, and then the transaction.
        return pool.withConnection(
                connection -> connection.query(LOCK).execute().chain(() -> recount(connection, end)
                        .onItemOrFailure()
                        .call((found, failure) -> connection.query(UNLOCK).execute())));
    }

    private static Uni<Found> recount(SqlConnection connection, String end) {
        return connection
                .query(BEGIN)
                .execute()
                .chain(() -> connection.query(RECOUNT).execute())
                .map(TallyCheck::found)
                .onItemOrFailure()
                .call((found, failure) ->
                        connection.query(failure == null ? end : "rollback").execute());
    }

    private static Found found(RowSet<Row> rows) {
        List<Difference> first = new ArrayList<>();
        long total = 0;
        for (Row row : rows) {
            total = row.getLong("total");
            first.add(new Difference(
                    row.getString("grain"),
                    row.getLocalDate("day"),
                    row.getString("place"),
                    row.getString("department"),
                    row.getString("type"),
                    row.getString("measure"),
                    row.getLong("kept"),
                    row.getLong("counted")));
        }
        return new Found(total, first);
    }
}
