package org.whistle.feedback.clock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.outbox.Outbox;
import org.whistle.chassis.store.Transactions;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Topics;
import org.whistle.contracts.feedback.BulletinIssued;
import org.whistle.contracts.feedback.CheckInMissed;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.feedback.Api;
import org.whistle.feedback.FeedbackMetrics;
import org.whistle.feedback.Given;
import org.whistle.feedback.TestClock;
import org.whistle.feedback.clock.messaging.JournalProgress;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** What the timer tells beyond warning, breach and supervision, and that it tells everybody. */
@QuarkusTest
@WithWhistle(service = "feedback")
class EscalationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A partition that the journal does not have, so that only this test's timer passes its clocks. */
    private static final int NOWHERE = 99;

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

    private List<String> kinds(UUID ticket, String stage) {
        return database
                .rows("select kind from alert where ticket_id = ? and stage = ? order by threshold_at", ticket, stage)
                .stream()
                .map(row -> (String) row.get("kind"))
                .toList();
    }

    private static long events(TopicReader reader, UUID ticket, String type) {
        return reader.allAbout(ticket).stream()
                .filter(received -> received.type().equals(type))
                .count();
    }

    @Test
    void chasingAndBulletin_afterDowntime_areToldOnce_inTheOrderOfTheirInstants() {
        try (Journal topic = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = Given.ticket(Instant.now().minus(Duration.ofHours(9)).truncatedTo(ChronoUnit.SECONDS));
            topic.publish(g.filed());
            // Due at 121, supervised at 181; chased between the two, made public at 400.
            topic.publish(g.dispatched("water", 1, g.chased(g.clock(1, 120), 150, 400)));

            assertThat(reader.await(TicketChased.class, g.ticketId)).satisfies(chased -> {
                assertThat(chased.by()).isEqualTo(Actor.SYSTEM);
                assertThat(chased.chasedAt()).isEqualTo(g.at(150));
                assertThat(chased.assignmentId()).isEqualTo(g.lead);
            });
            assertThat(reader.await(BulletinIssued.class, g.ticketId).thresholdAt())
                    .isEqualTo(g.at(400));
            await().atMost(PATIENCE).until(() -> alerts(g.ticketId, "handle") == 5);
            assertThat(kinds(g.ticketId, "handle"))
                    .containsExactly("warning", "breach", "chasing", "supervision", "bulletin");
            // What comes later finds nothing more to tell.
            topic.publish(g.completed(g.lead, "water", 500));
            Api.awaitState(g.ticketId, "awaiting-verification");
            assertThat(alerts(g.ticketId, "handle")).isEqualTo(5);
            assertThat(events(reader, g.ticketId, "whistle.feedback.ticket-chased.v1"))
                    .isEqualTo(1);
            assertThat(events(reader, g.ticketId, "whistle.feedback.bulletin-issued.v1"))
                    .isEqualTo(1);
            assertThat(Api.get(Api.supervisor(), "/loops/" + g.ticketId)
                            .<List<String>>path("clocks.find { it.stage == 'handle' }.told"))
                    .containsExactly("warning", "breach", "supervision", "chasing", "bulletin");
        }
    }

    @Test
    void missedCheckIn_isToldOnce_perBody_andNotOfWhoCameInTime() {
        try (Journal topic = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = Given.ticket(Instant.now().truncatedTo(ChronoUnit.SECONDS));
            topic.publish(g.filed());
            topic.publish(g.whistled("water", "power", 1, g.at(31)));
            topic.publish(g.checkedIn(g.second, "power", 20));
            await().atMost(PATIENCE)
                    .until(() -> database.number(
                                    "select count(*) from leg where ticket_id = ? and checked_in_at is not null",
                                    g.ticketId)
                            == 1);
            assertThat(alerts(g.ticketId, "check-in")).isZero();

            clock.advance(Duration.ofMinutes(32));
            CheckInMissed missed = reader.await(CheckInMissed.class, g.ticketId);
            assertThat(missed.assignmentId()).isEqualTo(g.lead);
            assertThat(missed.dueAt()).isEqualTo(g.at(31));
            clock.advance(Duration.ofHours(3));
            topic.publish(g.checkedIn(g.lead, "water", 40));
            // The lead has passed all three thresholds, the other body its first.
            await().atMost(PATIENCE).until(() -> alerts(g.ticketId, "handle") == 4);

            assertThat(kinds(g.ticketId, "check-in")).containsExactly("check-in-missed");
            assertThat(events(reader, g.ticketId, "whistle.feedback.check-in-missed.v1"))
                    .isEqualTo(1);
            assertThat(Api.get(Api.dispatcher(), "/alerts?kind=check-in-missed&stage=check-in&audience=mine&limit=200")
                            .<List<String>>path("items.ticketId"))
                    .contains(g.ticketId.toString());
        }
    }

    @Test
    void suspendedClock_tellsNothing_untilItIsResumed() {
        try (Journal topic = Journal.open()) {
            Given g = Given.ticket(Instant.now().minus(Duration.ofHours(9)).truncatedTo(ChronoUnit.SECONDS));
            Given other = Given.ticket(Instant.now().minus(Duration.ofHours(9)).truncatedTo(ChronoUnit.SECONDS));
            topic.publish(g.filed());
            topic.publish(g.dispatched("water", 1));
            topic.publish(g.accepted(g.lead, "water", 2));
            topic.publish(g.suspended(g.lead, "water", 100_000, 60));
            Api.awaitState(g.ticketId, "handling");
            topic.publish(other.filed());
            topic.publish(other.dispatched("water", 1));
            // The timer has been at work past all of its instants.
            await().atMost(PATIENCE).until(() -> alerts(other.ticketId, "handle") == 3);
            assertThat(alerts(g.ticketId, "handle")).isZero();

            topic.publish(g.resumed(g.lead, "water", g.clock(140, 120), 200));
            await().atMost(PATIENCE).until(() -> alerts(g.ticketId, "handle") == 3);
            assertThat(database.rows("select due_at from leg where assignment_id = ?", g.lead))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("due_at")).isEqualTo(Timestamp.from(g.at(260))));
        }
    }

    @Test
    void thousandsOfDueClocks_areAllTold_oldestFirst_whateverFailsAmongThem() {
        int count = 3_000;
        int unfit = 30;
        int refused = 6;
        Instant first = Instant.parse("2026-03-04T01:00:00Z");
        clock.stopAt(first.plus(Duration.ofDays(1)));
        String grid = "370102779001001";
        database.execute("""
                with n as (select i, md5('starve' || i)::uuid as id, ?::timestamptz + i * interval '1 second' as warn_at
                           from generate_series(1, ?::int) as s (i)),
                     l as (insert into loop (ticket_id, version, state, ticket_no, matter, type, grid, longitude, latitude,
                                             filed_by, filed_at, journal_partition, round, reopened, reworks, returns,
                                             attempts, since)
                           select id, 1, 'handling', 'n' || i, 'coordination', 'C0101', ?::text, 117, 36, 'resident-1',
                                  warn_at, ?::int, 1, 0, 0, 0, 0, warn_at from n)
                insert into stage_clock (ticket_id, stage, round, leg, run, department, started_at, warn_at, due_at,
                                         supervise_at, told, next_at)
                select id, 'handle', 1, id, 1, case when i % 100 = 50 then repeat('x', 100) else 'water' end,
                       warn_at, warn_at, warn_at + interval '9 days', warn_at + interval '9 days', 0, warn_at
                from n""", Timestamp.from(first), count, grid, NOWHERE);

        // What only the database notices: these were told already, so the whole batch fails with them.
        database.execute("""
                insert into alert (id, ticket_id, stage, round, leg, run, kind, grid, due_at, threshold_at, noticed_at)
                select gen_random_uuid(), ticket_id, stage, round, leg, run, 'warning', 'told', due_at, warn_at, warn_at
                from stage_clock where ticket_id in (select md5('starve' || (i * 500 - 250 + 1))::uuid
                                                     from generate_series(1, ?::int) as s (i))""", refused);

        new ClockTimer(pool, transactions, outbox, journal, metrics, clock, Duration.ZERO, 500)
                .pass(Map.of(NOWHERE, clock.instant()))
                .await()
                .atMost(PATIENCE);

        assertThat(database.number("select count(*) from alert where grid = ?", grid))
                .isEqualTo(count - unfit - refused);
        assertThat(database.number(
                        "select count(*) from stage_clock where failures = 1 and next_at > ?::timestamptz"
                                + " and ticket_id in (select ticket_id from loop where grid = ?)",
                        Timestamp.from(clock.instant()),
                        grid))
                .isEqualTo(unfit + refused);
        // Each transaction told only what is younger than what those before it told.
        assertThat(database.number("""
                        select count(*) from (
                            select min(threshold_at) as oldest,
                                   lag(max(threshold_at)) over (order by xmin::text::bigint) as before
                            from alert where grid = ? group by xmin::text::bigint) as told
                        where oldest < before""", grid)).isZero();

        // Those that failed are tried again later, in their turn, and are told once what was wrong is put right.
        database.execute("update stage_clock set department = 'water' where department = repeat('x', 100)");
        database.execute("delete from alert where grid = 'told'");
        clock.advance(Duration.ofMinutes(2));
        new ClockTimer(pool, transactions, outbox, journal, metrics, clock, Duration.ZERO, 500)
                .pass(Map.of(NOWHERE, clock.instant()))
                .await()
                .atMost(PATIENCE);
        assertThat(database.number("select count(*) from alert where grid = ?", grid))
                .isEqualTo(count);
    }
}
