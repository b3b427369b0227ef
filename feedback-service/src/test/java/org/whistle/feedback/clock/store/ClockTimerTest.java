package org.whistle.feedback.clock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;
import org.whistle.contracts.Topics;
import org.whistle.contracts.feedback.ClockBreached;
import org.whistle.contracts.feedback.ClockWarned;
import org.whistle.contracts.feedback.Stage;
import org.whistle.contracts.feedback.SupervisionOrdered;
import org.whistle.feedback.Api;
import org.whistle.feedback.FeedbackMetrics;
import org.whistle.feedback.Given;
import org.whistle.feedback.TestClock;
import org.whistle.feedback.clock.messaging.JournalProgress;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Received;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class ClockTimerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    TestClock clock;

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    JournalProgress journal;

    @Inject
    FeedbackMetrics metrics;

    private final Database database = Database.of("feedback");

    @AfterEach
    void reset() {
        clock.reset();
    }

    private long alerts(UUID ticket, String stage) {
        return database.number("select count(*) from alert where ticket_id = ? and stage = ?", ticket, stage);
    }

    @Test
    void running_clock_isWarnedBreachedAndSupervised_asTimePasses_eachOnce() {
        try (Journal topic = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = Given.ticket(Instant.now().truncatedTo(ChronoUnit.SECONDS));
            topic.publish(g.filed());
            Api.awaitState(g.ticketId, "reported");
            assertThat(alerts(g.ticketId, "dispatch")).isZero();

            clock.advance(Duration.ofMinutes(13));
            ClockWarned warned = reader.await(ClockWarned.class, g.ticketId);
            assertThat(warned.stage()).isEqualTo(Stage.DISPATCH);
            assertThat(warned.thresholdAt()).isEqualTo(g.at(12));
            clock.advance(Duration.ofMinutes(3));
            assertThat(reader.await(ClockBreached.class, g.ticketId).thresholdAt())
                    .isEqualTo(g.at(15));
            clock.advance(Duration.ofMinutes(30));
            reader.await(SupervisionOrdered.class, g.ticketId);
            clock.advance(Duration.ofHours(5));

            Response alerts =
                    Api.get(Api.supervisor(), "/alerts?stage=dispatch&kind=breach&open=true&street=" + Given.GRID);
            assertThat(alerts.<List<String>>path("items.ticketId")).contains(g.ticketId.toString());
            assertThat(reader.allAbout(g.ticketId).stream().filter(r -> r.type().startsWith("whistle.feedback")))
                    .hasSize(3);
        }
    }

    @Test
    void hoursOfDowntime_loseNoAlarm_andGiveEachOnce_withItsTrueInstant() {
        try (Journal topic = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = Given.ticket(Instant.now().minus(Duration.ofHours(9)).truncatedTo(ChronoUnit.SECONDS));
            topic.publish(g.filed());

            assertThat(reader.await(ClockBreached.class, g.ticketId).thresholdAt())
                    .isEqualTo(g.at(15));
            reader.await(SupervisionOrdered.class, g.ticketId);
            topic.publish(g.dispatched("water", 400));
            Api.awaitState(g.ticketId, "handling");
            assertThat(alerts(g.ticketId, "dispatch")).isEqualTo(3);
        }
    }

    @Test
    void nothingFires_whileTheStopEventIsStillInTheJournal() throws SQLException {
        try (Journal topic = Journal.open();
                Connection hold = database.connect();
                Statement statement = hold.createStatement()) {
            Given g = Given.ticket(Instant.now().truncatedTo(ChronoUnit.SECONDS));
            topic.publish(g.filed());
            Api.awaitState(g.ticketId, "reported");
            // The consumer waits for this lock, as it would for a database or a broker that was away.
            hold.setAutoCommit(false);
            statement.execute("select * from loop where ticket_id = '" + g.ticketId + "' for update");
            topic.publish(g.dispatched("water", 5));
            await().atMost(PATIENCE)
                    .until(() -> database.number("select count(*) from pg_locks where not granted") > 0);

            clock.advance(Duration.ofMinutes(40));
            await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> alerts(g.ticketId, "dispatch") == 0);
            hold.rollback();

            Api.awaitState(g.ticketId, "handling");
            // Accept ran out at minute 20: now that the news is in, that is told, and of dispatch nothing ever is.
            await().atMost(PATIENCE).until(() -> alerts(g.ticketId, "accept") == 3);
            assertThat(alerts(g.ticketId, "dispatch")).isZero();
        }
    }

    @Test
    void racingInstances_tellEachThresholdOnce() {
        try (Journal topic = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            clock.stopAt(Instant.parse("2026-03-02T01:00:00Z"));
            List<Given> tickets = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Given g = Given.ticket(Instant.parse("2026-03-02T01:00:00Z"));
                tickets.add(g);
                topic.publish(g.filed());
            }
            String ids = tickets.stream().map(g -> "'" + g.ticketId + "'").collect(Collectors.joining(","));
            await().atMost(PATIENCE)
                    .until(() -> database.number("select count(*) from loop where ticket_id in (" + ids + ")") == 200);

            clock.advance(Duration.ofHours(1));
            Map<Integer, Instant> marks = new HashMap<>();
            for (int partition = 0; partition < 12; partition++) {
                marks.put(partition, clock.instant());
            }
            ClockTimer other = new ClockTimer(pool, transactions, outbox, journal, metrics, clock, Duration.ZERO, 17);
            ClockTimer third = new ClockTimer(pool, transactions, outbox, journal, metrics, clock, Duration.ZERO, 23);
            Uni.join()
                    .all(other.pass(marks), third.pass(marks), other.pass(marks))
                    .andFailFast()
                    .await()
                    .atMost(PATIENCE);

            await().atMost(PATIENCE)
                    .until(() -> database.number("select count(*) from alert where ticket_id in (" + ids + ")") == 600);
            List<UUID> wanted = tickets.stream().map(g -> g.ticketId).toList();
            List<Received> told = reader.awaitAll(
                    "thresholds",
                    600,
                    r -> r.type().startsWith("whistle.feedback.") && wanted.contains(UUID.fromString(r.key())));
            assertThat(told).hasSize(600);
        }
    }

    @Test
    void oneFailingTicket_neverStopsTheRest() {
        try (Journal topic = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            clock.stopAt(Instant.parse("2026-03-03T01:00:00Z"));
            Given bad = Given.ticket(Instant.parse("2026-03-03T01:00:00Z"));
            Given good = Given.ticket(Instant.parse("2026-03-03T01:00:00Z"));
            topic.publish(bad.filed());
            topic.publish(good.filed());
            Api.awaitState(bad.ticketId, "reported");
            Api.awaitState(good.ticketId, "reported");
            database.execute("update stage_clock set department = repeat('x', 100) where ticket_id = ?", bad.ticketId);

            clock.advance(Duration.ofMinutes(13));
            reader.await(ClockWarned.class, good.ticketId);
            await().atMost(PATIENCE)
                    .until(() ->
                            database.number("select failures from stage_clock where ticket_id = ?", bad.ticketId) > 0);
            database.execute("update stage_clock set department = null where ticket_id = ?", bad.ticketId);
            clock.advance(Duration.ofMinutes(2));
            reader.await(ClockWarned.class, bad.ticketId);
        }
    }
}
