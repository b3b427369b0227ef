package org.whistle.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whistle.chassis.messaging.Records.noted;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.event.Envelope;
import org.whistle.chassis.id.Ids;
import org.whistle.chassis.messaging.MessagingApp;
import org.whistle.chassis.store.Transactions;
import org.whistle.testkit.Database;
import org.whistle.testkit.Received;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** One relay at a time, whatever happens to its connection. */
@QuarkusTest
@WithWhistle(service = MessagingApp.SERVICE, topics = MessagingApp.STORY)
@TestProfile(MessagingApp.class)
class OutboxRelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration INTERVAL = Duration.ofMillis(25);
    private static final String TOPIC = "chassis.relay";
    private static final String LEADERS = """
            from pg_locks where locktype = 'advisory' and granted
            and database = (select oid from pg_database where datname = current_database())""";

    private static final String TRIES = """
            from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
            and query like 'select pg_try_advisory_lock%'""";

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @Inject
    CountingPublisher inService;

    @Inject
    Pool pool;

    @Inject
    TopicCreator topics;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final Database database = Database.of(MessagingApp.SERVICE);

    @BeforeEach
    void aRelayLeads() {
        leader();
        await().atMost(PATIENCE).until(relay::leads);
    }

    private void append(Envelope... events) {
        transactions
                .inTransaction(tx -> outbox.append(tx, List.of(events)))
                .await()
                .atMost(PATIENCE);
    }

    private CountingPublisher publisher() {
        return new CountingPublisher(bootstrapServers, MessagingApp.SERVICE, topics, metrics);
    }

    private long leader() {
        return await().atMost(PATIENCE)
                .until(
                        () -> database.rows("select pid " + LEADERS).stream()
                                .map(row -> ((Number) row.get("pid")).longValue())
                                .findFirst()
                                .orElse(0L),
                        pid -> pid > 0);
    }

    private void terminate(long pid) {
        database.rows("select pg_terminate_backend(?::int)", pid);
    }

    private static void stop(OutboxRelay relay) {
        try {
            relay.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void exactly(TopicReader reader, UUID subject, String... texts) {
        reader.await(
                texts[texts.length - 1],
                r -> subject.toString().equals(r.key()) && r.text().equals(texts[texts.length - 1]));
        assertThat(reader.allAbout(subject)).extracting(Received::text).containsExactly(texts);
    }

    @Test
    void relay_goesOn_afterItsConnectionWasTerminated() {
        UUID subject = Ids.next();
        try (TopicReader reader = TopicReader.fromNow(TOPIC)) {
            append(noted(TOPIC, subject, "before"));
            exactly(reader, subject, "before");
            await().atMost(PATIENCE).until(() -> database.number("select count(*) from outbox") == 0);

            long lost = leader();
            terminate(lost);
            append(noted(TOPIC, subject, "after"));

            exactly(reader, subject, "before", "after");
            assertThat(leader()).isNotEqualTo(lost);
        }
    }

    /** Twenty one after the other; each would wait for the poll of a second, were the relay not woken. */
    private void eachLeavesAtOnce(BiConsumer<UUID, String> put) {
        UUID subject = Ids.next();
        try (TopicReader reader = TopicReader.fromNow(TOPIC)) {
            append(noted(TOPIC, subject, "first"));
            exactly(reader, subject, "first");
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                String text = "n" + i;
                put.accept(subject, text);
                reader.await(text, r -> r.text().equals(text));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void notify_fromAnotherConnection_wakesTheRelay() {
        eachLeavesAtOnce((subject, text) -> {
            database.execute("""
                    insert into outbox (id, aggregatetype, aggregateid, type, source, occurred_at, payload)
                    values (?, ?, ?, 'whistle.test.noted.v1', '/test', now(), convert_to(?, 'UTF8'))""", Ids.next(), TOPIC, subject, text);
            database.execute("notify whistle_outbox");
        });
    }

    @Test
    void commit_wakesTheRelay_whenItPutSomethingIntoTheOutbox() {
        eachLeavesAtOnce((subject, text) -> append(noted(TOPIC, subject, text)));
    }

    @Test
    void commit_leavesTheRelayAlone_whenItPutNothingIntoTheOutbox() {
        await().atMost(PATIENCE).until(() -> database.number("select count(*) from outbox") == 0);
        int before = inService.calls();
        long start = System.nanoTime();
        for (int i = 0; i < 300; i++) {
            transactions
                    .inTransaction(tx -> tx.query("select 1").execute().replaceWithVoid())
                    .await()
                    .atMost(PATIENCE);
        }
        // It looks once a second by itself; woken, it would look every 25 ms.
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertThat(inService.calls() - before).isLessThanOrEqualTo((int) seconds + 3);
    }

    @Test
    void nothing_isPublished_whileAnotherHoldsTheLock() throws Exception {
        UUID subject = Ids.next();
        Long lock = ((Number) database.rows("select (classid::bigint << 32) | objid::bigint as lock " + LEADERS)
                        .getFirst()
                        .get("lock"))
                .longValue();
        try (TopicReader reader = TopicReader.fromNow(TOPIC);
                Connection other = database.connect()) {
            CompletableFuture<Void> taken = CompletableFuture.runAsync(() -> lock(other, lock));
            await().atMost(PATIENCE).until(() -> database.number("""
                            select count(*) from pg_locks where locktype = 'advisory' and not granted""") == 1);
            terminate(leader());
            taken.get();
            await().atMost(PATIENCE).until(() -> !relay.leads());

            append(noted(TOPIC, subject, "held"));
            // The relay has tried again since, and more than once.
            for (int i = 0; i < 2; i++) {
                Object now = database.rows("select clock_timestamp() as now")
                        .getFirst()
                        .get("now");
                relay.wake();
                await().atMost(PATIENCE)
                        .until(() -> database.number("select count(*) " + TRIES + " and query_start > ?", now) > 0);
            }
            assertThat(relay.leads()).isFalse();
            assertThat(reader.allAbout(subject)).isEmpty();
            assertThat(database.number("select count(*) from outbox where aggregateid = ?", subject))
                    .isEqualTo(1);

            other.close();
            exactly(reader, subject, "held");
        }
    }

    private static void lock(Connection connection, long lock) {
        try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_lock(?)")) {
            statement.setLong(1, lock);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void relayThatStandsBy_publishesNothing_whenItIsStopped() throws Exception {
        CountingPublisher publisher = publisher();
        OutboxRelay standby = new OutboxRelay(pool, publisher, true, INTERVAL);
        standby.start(new StartupEvent());
        await().atMost(PATIENCE).until(() -> database.number("select count(*) " + TRIES) > 0);
        standby.stop(new ShutdownEvent());

        assertThat(standby.leads()).isFalse();
        assertThat(publisher.calls()).isZero();
        assertThat(relay.leads()).isTrue();
    }

    @Test
    void nothingIsLostOrOvertaken_whenLeadersAreCutOffInTheMiddle() throws Exception {
        List<UUID> subjects = IntStream.range(0, 5).mapToObj(i -> Ids.next()).toList();
        int perKey = 400;
        OutboxRelay second = new OutboxRelay(pool, publisher(), true, INTERVAL);
        try (TopicReader reader = TopicReader.fromNow(TOPIC)) {
            second.start(new StartupEvent());
            for (int n = 0; n < perKey; n++) {
                String text = String.valueOf(n);
                append(subjects.stream()
                        .map(subject -> noted(TOPIC, subject, text))
                        .toArray(Envelope[]::new));
                if (n % 80 == 40) {
                    long lost = leader();
                    terminate(lost);
                    await().atMost(PATIENCE).until(() -> leader() != lost);
                }
            }
            await().atMost(PATIENCE).until(() -> database.number("select count(*) from outbox") == 0);
            // A batch that was sent but not yet deleted when the connection went is sent again; the inbox expects it.
            List<String> expected =
                    IntStream.range(0, perKey).mapToObj(String::valueOf).toList();
            for (UUID subject : subjects) {
                List<String> firsts = new ArrayList<>(new LinkedHashSet<>(
                        reader.allAbout(subject).stream().map(Received::text).toList()));
                assertThat(firsts).containsExactlyElementsOf(expected);
            }
        } finally {
            second.stop(new ShutdownEvent());
        }
    }

    /**
     * For longer than the first one rests before it tries again: one that was cut off believes in its lead until it
     * looks, and the other must not be cut off for that.
     */
    private void handOverTo(OutboxRelay other) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .during(Duration.ofSeconds(1))
                .until(() -> {
                    // Woken, it notices soon that its connection is gone.
                    relay.wake();
                    if (relay.leads() && !other.leads()) {
                        terminate(leader());
                    }
                    return other.leads() && !relay.leads();
                });
    }

    @Test
    void whatIsCommittedWithinTheInterval_leavesTogether() throws Exception {
        Duration interval = Duration.ofMillis(500);
        CountingPublisher publisher = publisher();
        OutboxRelay slow = new OutboxRelay(pool, publisher, true, interval);
        UUID subject = Ids.next();
        // Fewer than a whole batch, which would not wait for the interval.
        int count = 90;
        try (TopicReader reader = TopicReader.fromNow(TOPIC)) {
            slow.start(new StartupEvent());
            handOverTo(slow);
            int before = publisher.calls();
            long start = System.nanoTime();
            for (int n = 0; n < count; n++) {
                append(noted(TOPIC, subject, String.valueOf(n)));
            }
            exactly(
                    reader,
                    subject,
                    IntStream.range(0, count).mapToObj(String::valueOf).toArray(String[]::new));
            long intervals = (System.nanoTime() - start) / interval.toNanos();
            assertThat(publisher.calls() - before).isLessThanOrEqualTo((int) intervals + 2);
        } finally {
            slow.stop(new ShutdownEvent());
        }
    }

    @Test
    void twoRelays_neverPublishAtTheSameTime_whenOneHandsOverToTheOther() throws Exception {
        UUID subject = Ids.next();
        int count = 300;
        OutboxRelay second = new OutboxRelay(pool, publisher(), true, INTERVAL);
        try (TopicReader reader = TopicReader.fromNow(TOPIC)) {
            second.start(new StartupEvent());
            handOverTo(second);
            CountingPublisher.countAnew();
            CompletableFuture<Void> stopping = CompletableFuture.completedFuture(null);
            for (int n = 0; n < count; n++) {
                append(noted(TOPIC, subject, String.valueOf(n)));
                if (n == count / 2) {
                    stopping = CompletableFuture.runAsync(() -> stop(second));
                }
            }
            stopping.get();
            await().atMost(PATIENCE).until(relay::leads);
            append(noted(TOPIC, subject, String.valueOf(count)));
            exactly(
                    reader,
                    subject,
                    IntStream.rangeClosed(0, count).mapToObj(String::valueOf).toArray(String[]::new));
            assertThat(CountingPublisher.mostAtWork()).isEqualTo(1);
        } finally {
            second.stop(new ShutdownEvent());
        }
    }
}
