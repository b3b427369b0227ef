package org.whistle.feedback.rebuild.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.whistle.feedback.rebuild.store.Differences;
import org.whistle.feedback.rebuild.store.Differences.Difference;
import org.whistle.feedback.rebuild.store.RebuildJobs;
import org.whistle.feedback.rebuild.store.RebuildJobs.Job;

/**
 * Looks again at tickets that seemed to differ, while nobody can change them. A ticket is settled when what is kept and
 * what was rebuilt know the same: its loop is locked, nothing of it waits in the outbox, the journal has been read to its
 * end, and the running service has worked through all that was read of it. Only then a difference is one.
 */
final class Settling {

    private static final int BATCH = 100;

    /** After so many looks a ticket that never rests is told as unsettled. */
    private static final int TRIES = 20;

    private static final Duration REST = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final Pool pool;
    private final JournalReader reader;
    private final Reading reading;
    private final Differences differences;
    private final RebuildJobs jobs;
    private final String group;
    private final Job job;

    Settling(
            Pool pool,
            JournalReader reader,
            Reading reading,
            Differences differences,
            RebuildJobs jobs,
            String group,
            Job job) {
        this.pool = pool;
        this.reader = reader;
        this.reading = reading;
        this.differences = differences;
        this.jobs = jobs;
        this.group = group;
        this.job = job;
    }

    /** Looks at some; answers whether there are more. */
    boolean some() throws InterruptedException {
        List<UUID> tickets =
                await(pool.preparedQuery("select ticket_id from rebuild.candidate order by tries, ticket_id limit $1")
                        .execute(Tuple.of(BATCH))
                        .map(Settling::ids));
        if (tickets.isEmpty()) {
            return false;
        }
        if (!settled(tickets)) {
            // They are being worked on; let them come to rest.
            Thread.sleep(REST.toMillis());
        }
        return true;
    }

    /** Whether any of them could be settled. */
    private boolean settled(List<UUID> tickets) {
        SqlConnection connection = await(pool.getConnection());
        try {
            Transaction transaction = await(connection.begin());
            try {
                boolean any = settle(connection, tickets);
                await(transaction.commit());
                return any;
            } catch (RuntimeException e) {
                transaction.rollbackAndForget();
                throw e;
            }
        } finally {
            connection.closeAndForget();
        }
    }

    private boolean settle(SqlConnection tx, List<UUID> tickets) {
        await(tx.preparedQuery("select ticket_id from loop where ticket_id = any($1) order by ticket_id for update")
                .execute(ids(tickets)));
        Set<UUID> busy = new HashSet<>(
                await(tx.preparedQuery("select distinct aggregateid from outbox where aggregateid = any($1)")
                        .execute(ids(tickets))
                        .map(Settling::ids)));
        reading.toEnd();
        Map<Integer, Long> committed = reader.committed(group);
        Set<UUID> gone = new HashSet<>();
        await(tx.preparedQuery(
                        "select ticket_id, \"partition\", last_offset, gap from rebuild.seen where ticket_id = any($1)")
                .execute(ids(tickets))
                .invoke(rows -> {
                    for (Row row : rows) {
                        if (row.getString("gap") != null) {
                            gone.add(row.getUUID("ticket_id"));
                        } else if (committed.getOrDefault(row.getInteger("partition"), 0L)
                                <= row.getLong("last_offset")) {
                            busy.add(row.getUUID("ticket_id"));
                        }
                    }
                }));
        List<UUID> settled = tickets.stream()
                .filter(id -> !busy.contains(id) && !gone.contains(id))
                .toList();
        List<Difference> found = await(differences.of(tx, settled));
        if (job.repair() && !found.isEmpty()) {
            await(differences.repair(
                    tx, found.stream().map(Difference::ticketId).distinct().toList()));
        }
        await(jobs.keep(tx, job.id(), found, job.repair() ? "repaired" : "found"));
        List<UUID> done = new ArrayList<>(settled);
        done.addAll(gone);
        await(tx.preparedQuery("delete from rebuild.candidate where ticket_id = any($1)")
                .execute(ids(done)));
        giveUp(tx, List.copyOf(busy));
        return !done.isEmpty();
    }

    private void giveUp(SqlConnection tx, List<UUID> busy) {
        await(tx.preparedQuery("update rebuild.candidate set tries = tries + 1 where ticket_id = any($1)")
                .execute(ids(busy)));
        List<UUID> never = await(tx.preparedQuery("delete from rebuild.candidate where tries >= $1 returning ticket_id")
                .execute(Tuple.of(TRIES))
                .map(Settling::ids));
        if (!never.isEmpty()) {
            await(jobs.keep(tx, job.id(), await(differences.of(tx, never)), "unsettled"));
        }
    }

    private static List<UUID> ids(Iterable<Row> rows) {
        List<UUID> found = new ArrayList<>();
        rows.forEach(row -> found.add(row.getUUID(0)));
        return found;
    }

    private static Tuple ids(List<UUID> tickets) {
        return Tuple.tuple().addArrayOfUUID(tickets.toArray(UUID[]::new));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(ANSWER);
    }
}
