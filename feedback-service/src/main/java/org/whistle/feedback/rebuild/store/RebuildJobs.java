package org.whistle.feedback.rebuild.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditEntry;
import org.whistle.chassis.audit.AuditTrail;
import org.whistle.chassis.id.Ids;
import org.whistle.feedback.Columns;
import org.whistle.feedback.rebuild.store.Differences.Difference;

/**
 * Rebuilds as they were asked for, and how far each is. One runs at a time; who works on it holds it by a lease, so that
 * another instance goes on when that one dies.
 */
@ApplicationScoped
public class RebuildJobs {

    private static final String COLUMNS = "id, state, phase, repair, place, requested_by, requested_at, finished_at,"
            + " positions::text as positions, findings::text as findings, error";

    private static final String LEASE = "now() + interval '30 seconds'";

    private static final String CLAIM = "update rebuild set runner = $1, leased_until = " + LEASE
            + " where state = 'running' and (runner = $1 or leased_until < now()) returning " + COLUMNS;

    private final Pool pool;
    private final Clock clock;
    private final AuditTrail audit;

    RebuildJobs(Pool pool, Clock clock, AuditTrail audit) {
        this.pool = pool;
        this.clock = clock;
        this.audit = audit;
    }

    /** What a rebuild goes through. */
    public enum Phase {
        READING,
        COMPARING,
        SETTLING,
        COUNTING,
        FINISHED;

        /** Its word in the database and the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Phase of(String word) {
            return Arrays.stream(values())
                    .filter(phase -> phase.word().equals(word))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * A rebuild.
     *
     * @param state {@code running}, {@code done} or {@code failed}
     * @param repair whether what differs is put right, or only told
     * @param place beneath which tickets are compared; null for all
     * @param positions by partition, {@code begin} and {@code read}
     * @param findings figures and first finds
     */
    public record Job(
            UUID id,
            String state,
            Phase phase,
            boolean repair,
            @Nullable String place,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant finishedAt,
            JsonObject positions,
            JsonObject findings,
            @Nullable String error) {}

    /** Asks for one; empty when one is running. It goes on record who did. */
    public Uni<Optional<Job>> request(boolean repair, @Nullable String place, String by) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        return pool.withTransaction(tx -> tx.preparedQuery(
                        "insert into rebuild (id, state, phase, repair, place, requested_by, requested_at, leased_until)"
                                + " values ($1, 'running', 'reading', $2, $3, $4, $5, '-infinity')"
                                + " on conflict (state) where state = 'running' do nothing returning " + COLUMNS)
                .execute(Tuple.of(id, repair, place, by, Columns.at(now)))
                .map(RebuildJobs::one)
                .call(made -> made.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : audit.append(
                                tx,
                                List.of(AuditEntry.of(
                                        now,
                                        by,
                                        null,
                                        "rebuild-requested",
                                        "rebuild",
                                        id,
                                        new JsonObject().put("repair", repair).put("place", place))))));
    }

    /** One by its id. */
    public Uni<Optional<Job>> find(UUID id) {
        return pool.preparedQuery("select " + COLUMNS + " from rebuild where id = $1")
                .execute(Tuple.of(id))
                .map(RebuildJobs::one);
    }

    /** The latest, at most 50. */
    public Uni<List<Job>> latest() {
        return pool.query("select " + COLUMNS + " from rebuild order by requested_at desc, id desc limit 50")
                .execute()
                .map(rows -> {
                    List<Job> jobs = new ArrayList<>();
                    rows.forEach(row -> jobs.add(job(row)));
                    return jobs;
                });
    }

    /** Takes the one that runs, when nobody else works on it. */
    public Uni<Optional<Job>> claim(UUID runner) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of(runner)).map(RebuildJobs::one);
    }

    /** Whether one waits for somebody to work on it. */
    public Uni<Boolean> isWaiting() {
        return pool.query("select exists (select from rebuild where state = 'running' and leased_until < now())")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /**
     * Notes how far it is, in the transaction of that work.
     *
     * @return fails when somebody else works on it by now, so that nothing of this work is kept
     */
    public Uni<Void> note(
            SqlConnection tx, UUID runner, Job job, Phase phase, JsonObject positions, JsonObject findings) {
        return tx.preparedQuery("update public.rebuild set phase = $3, positions = $4::text::jsonb,"
                        + " findings = $5::text::jsonb, leased_until = " + LEASE
                        + " where id = $1 and runner = $2 and state = 'running'")
                .execute(Tuple.of(job.id(), runner, phase.word(), positions.encode(), findings.encode()))
                .invoke(done -> {
                    if (done.rowCount() != 1) {
                        throw new IllegalStateException("the rebuild " + job.id() + " is another's by now");
                    }
                })
                .replaceWithVoid();
    }

    /** Notes how far it is. */
    public Uni<Void> note(UUID runner, Job job, Phase phase, JsonObject positions, JsonObject findings) {
        return pool.withTransaction(tx -> note(tx, runner, job, phase, positions, findings));
    }

    /** Gives a sign of life while something takes long. */
    public Uni<Void> renew(UUID runner) {
        return pool.preparedQuery(
                        "update rebuild set leased_until = " + LEASE + " where runner = $1 and state = 'running'")
                .execute(Tuple.of(runner))
                .replaceWithVoid();
    }

    /** Ends it; without an error it is done. */
    public Uni<Void> finish(UUID runner, Job job, @Nullable String error) {
        return pool.preparedQuery("update rebuild set state = $3, phase = case when $4::text is null then 'finished'"
                        + " else phase end, error = $4, finished_at = $5 where id = $1 and runner = $2 and state ="
                        + " 'running'")
                .execute(Tuple.of(
                        job.id(), runner, error == null ? "done" : "failed", error, Columns.at(clock.instant())))
                .replaceWithVoid();
    }

    /** Keeps differences; the outcome is {@code found}, {@code repaired} or {@code unsettled}. */
    public Uni<Void> keep(SqlConnection tx, UUID job, List<Difference> differences, String outcome) {
        if (differences.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = new Columns<>(differences)
                .uuid(Difference::ticketId)
                .text(Difference::fact)
                .text(Difference::factId)
                .text(Difference::kept)
                .text(Difference::journal)
                .tuple();
        columns.addUUID(job).addString(outcome);
        return tx.preparedQuery("""
                        insert into public.rebuild_difference (rebuild_id, ticket_id, fact, fact_id, kept, journal, outcome)
                        select $6, n.ticket_id, n.fact, n.fact_id, n.kept::jsonb, n.journal::jsonb, $7
                        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
                             as n (ticket_id, fact, fact_id, kept, journal)
                        on conflict do nothing""").execute(columns).replaceWithVoid();
    }

    /** Kept differences with their outcome, the first so many. */
    public Uni<List<Kept>> differences(UUID job, int most) {
        return pool.preparedQuery(
                        "select ticket_id, fact, fact_id, kept::text as kept, journal::text as journal, outcome"
                                + " from rebuild_difference where rebuild_id = $1 order by ticket_id, fact, fact_id limit $2")
                .execute(Tuple.of(job, most))
                .map(rows -> {
                    List<Kept> found = new ArrayList<>();
                    rows.forEach(row -> found.add(new Kept(
                            new Difference(
                                    row.getUUID("ticket_id"),
                                    row.getString("fact"),
                                    row.getString("fact_id"),
                                    row.getString("kept"),
                                    row.getString("journal")),
                            row.getString("outcome"))));
                    return found;
                });
    }

    /** How many differences there are, by outcome. */
    public Uni<JsonObject> outcomes(UUID job) {
        return pool.preparedQuery(
                        "select outcome, count(*) as n from rebuild_difference where rebuild_id = $1 group by 1")
                .execute(Tuple.of(job))
                .map(rows -> {
                    JsonObject counts = new JsonObject();
                    rows.forEach(row -> counts.put(row.getString("outcome"), row.getLong("n")));
                    return counts;
                });
    }

    /** A difference and what became of it. */
    public record Kept(Difference difference, String outcome) {}

    private static Optional<Job> one(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(job(rows.iterator().next()));
    }

    private static Job job(Row row) {
        return new Job(
                row.getUUID("id"),
                row.getString("state"),
                Phase.of(row.getString("phase")),
                row.getBoolean("repair"),
                row.getString("place"),
                row.getString("requested_by"),
                Objects.requireNonNull(Columns.instant(row, "requested_at")),
                Columns.instant(row, "finished_at"),
                new JsonObject(row.getString("positions")),
                new JsonObject(row.getString("findings")),
                row.getString("error"));
    }
}
