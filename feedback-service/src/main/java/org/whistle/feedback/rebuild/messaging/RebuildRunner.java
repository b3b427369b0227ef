package org.whistle.feedback.rebuild.messaging;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.whistle.chassis.work.WorkUnderWay;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.rebuild.store.Differences;
import org.whistle.feedback.rebuild.store.RebuildJobs;
import org.whistle.feedback.rebuild.store.RebuildJobs.Job;
import org.whistle.feedback.rebuild.store.RebuildJobs.Phase;
import org.whistle.feedback.rebuild.store.Shadow;
import org.whistle.feedback.sla.store.TallyCheck;

/**
 * Works on the rebuild that runs, on a thread of its own beside everything else. When this instance stops or dies, the
 * next one that looks goes on from what is noted.
 */
@ApplicationScoped
public class RebuildRunner {

    private static final Logger LOG = Logger.getLogger(RebuildRunner.class);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Duration WHOLE_TABLES = Duration.ofHours(2);

    /** After so many failures it is given up. */
    private static final int MOST_FAILURES = 5;

    private final Pool pool;
    private final Shadow shadow;
    private final Differences differences;
    private final RebuildJobs jobs;
    private final TallyCheck check;
    private final Districts districts;
    private final WorkUnderWay underWay;
    private final String bootstrapServers;
    private final String group;
    private final UUID me = UUID.randomUUID();
    private final AtomicBoolean busy = new AtomicBoolean();

    RebuildRunner(
            Pool pool,
            Shadow shadow,
            Differences differences,
            RebuildJobs jobs,
            TallyCheck check,
            Districts districts,
            WorkUnderWay underWay,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "whistle.service") String service) {
        this.pool = pool;
        this.shadow = shadow;
        this.differences = differences;
        this.jobs = jobs;
        this.check = check;
        this.districts = districts;
        this.underWay = underWay;
        this.bootstrapServers = bootstrapServers;
        this.group = service + "-service";
    }

    /** Takes up what waits, or gives a sign of life of what is being worked on. */
    @Scheduled(
            every = "{whistle.rebuild.every:5s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> look() {
        Uni<Void> work = busy.get()
                ? jobs.renew(me)
                : jobs.isWaiting()
                        .chain(waiting -> waiting && busy.compareAndSet(false, true)
                                ? jobs.claim(me)
                                        .invoke(found -> found.ifPresentOrElse(this::start, () -> busy.set(false)))
                                        .onFailure()
                                        .invoke(() -> busy.set(false))
                                        .replaceWithVoid()
                                : Uni.createFrom().voidItem());
        return work.onFailure()
                .invoke(failure -> LOG.debugf("rebuilds could not be looked at: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private void start(Job job) {
        if (!underWay.begin()) {
            return;
        }
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            try {
                work(job);
            } catch (Reading.Stopped stopped) {
                LOG.infof("rebuild %s stops here and goes on with the next start", job.id());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                if (underWay.isEnding()) {
                    LOG.infof("rebuild %s is cut off here and goes on with the next start", job.id());
                } else {
                    failed(job, failure);
                }
            } finally {
                underWay.end();
                busy.set(false);
            }
        });
    }

    private void failed(Job job, RuntimeException failure) {
        LOG.warnf(failure, "rebuild %s failed", job.id());
        try {
            Job now = await(jobs.find(job.id())).orElseThrow();
            int failures = now.findings().getInteger("failures", 0) + 1;
            if (failures >= MOST_FAILURES) {
                await(jobs.finish(me, job, String.valueOf(failure.getMessage())));
            } else {
                // The lease runs out, and it is tried again from where it is.
                await(jobs.note(
                        me, job, now.phase(), now.positions(), now.findings().put("failures", failures)));
            }
        } catch (RuntimeException e) {
            LOG.debugf("and could not be noted: %s", e.getMessage());
        }
    }

    private void work(Job job) throws InterruptedException {
        try (JournalReader reader = new JournalReader(bootstrapServers)) {
            JsonObject findings = job.findings();
            Map<Integer, Long> read = new HashMap<>();
            if (!job.positions().isEmpty() && await(shadow.exists())) {
                job.positions()
                        .forEach(entry -> read.put(
                                Integer.valueOf(entry.getKey()), ((JsonObject) entry.getValue()).getLong("read")));
            } else {
                await(shadow.create());
            }
            Map<Integer, Long> beginnings = reader.beginnings();
            JournalReader.Retention retention = reader.retention();
            findings.put("retentionMillis", retention.millis())
                    .put("compacted", retention.compacted())
                    .put(
                            "lost",
                            beginnings.values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                    .put(
                            "end",
                            reader.ends().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum());
            Phase[] phase = {Phase.READING};
            JsonObject[] positions = {Reading.document(beginnings, read)};
            Reading reading = new Reading(
                    reader,
                    shadow,
                    await(districts.figures()),
                    read,
                    findings.getLong("unreadable", 0L),
                    (tx, behind, unreadable) -> {
                        positions[0] = Reading.document(beginnings, behind);
                        return jobs.note(tx, me, job, phase[0], positions[0], findings.put("unreadable", unreadable));
                    },
                    underWay::isEnding);
            reading.toEnd();
            phase[0] = Phase.COMPARING;
            await(jobs.note(me, job, phase[0], positions[0], findings));
            findings.put("candidates", differences.find(job.place()).await().atMost(WHOLE_TABLES));
            phase[0] = Phase.SETTLING;
            await(jobs.note(me, job, phase[0], positions[0], findings));
            Settling settling = new Settling(pool, reader, reading, differences, jobs, group, job);
            while (settling.some()) {
                if (underWay.isEnding()) {
                    throw new Reading.Stopped();
                }
            }
            notRebuilt(job, findings);
            phase[0] = Phase.COUNTING;
            await(jobs.note(me, job, phase[0], positions[0], findings));
            count(job, findings);
            await(jobs.note(me, job, phase[0], positions[0], findings));
            await(jobs.finish(me, job, null));
            await(shadow.drop());
        }
    }

    /** Tickets that stay as they are, because the journal does not have them whole. */
    private void notRebuilt(Job job, JsonObject findings) {
        RowSet<Row> gaps = pool.preparedQuery("""
                        select count(*) over () as n, ticket_id, gap from rebuild.seen where gap is not null
                        order by ticket_id limit 200""").execute().await().atMost(WHOLE_TABLES);
        RowSet<Row> missing =
                pool.preparedQuery("""
                        select count(*) over () as n, l.ticket_id, null as gap from loop l
                        where ($1::text is null or l.grid like $1 || '%')
                          and not exists (select from rebuild.seen s where s.ticket_id = l.ticket_id)
                        order by l.ticket_id limit 200""").execute(Tuple.of(job.place())).await().atMost(WHOLE_TABLES);
        long rebuilt = pool.query("select count(*) from rebuild.seen where gap is null")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(WHOLE_TABLES);
        findings.put("rebuilt", rebuilt).put("gaps", told(gaps)).put("notOnJournal", told(missing));
    }

    private static JsonObject told(RowSet<Row> rows) {
        JsonArray first = new JsonArray();
        long count = 0;
        for (Row row : rows) {
            count = row.getLong("n");
            first.add(new JsonObject()
                    .put("ticketId", row.getUUID("ticket_id").toString())
                    .put("why", row.getString("gap")));
        }
        return new JsonObject().put("count", count).put("first", first);
    }

    private void count(Job job, JsonObject findings) {
        TallyCheck.Found found =
                (job.repair() ? check.repair() : check.differences()).await().atMost(WHOLE_TABLES);
        JsonArray first = new JsonArray();
        found.first()
                .forEach(difference -> first.add(new JsonObject()
                        .put("grain", difference.grain())
                        .put("day", difference.day().toString())
                        .put("place", difference.place())
                        .put("department", difference.department())
                        .put("type", difference.type())
                        .put("measure", difference.measure())
                        .put("kept", difference.kept())
                        .put("counted", difference.counted())));
        findings.put(
                "counts", new JsonObject().put("differences", found.total()).put("first", first));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(ANSWER);
    }
}
