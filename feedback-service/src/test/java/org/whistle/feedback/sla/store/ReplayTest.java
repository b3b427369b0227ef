package org.whistle.feedback.sla.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Topics;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.contracts.feedback.VerificationPassed;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.feedback.Api;
import org.whistle.feedback.Columns;
import org.whistle.feedback.Given;
import org.whistle.feedback.TestClock;
import org.whistle.feedback.Wording;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopLeg;
import org.whistle.feedback.loop.Matter;
import org.whistle.feedback.loop.Progress;
import org.whistle.feedback.loop.messaging.JournalRecorder;
import org.whistle.feedback.loop.store.LoopBatch;
import org.whistle.feedback.loop.store.MergedRows;
import org.whistle.feedback.loop.store.OpenLoop;
import org.whistle.feedback.policy.FeedbackPolicy;
import org.whistle.feedback.policy.Policies;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Received;
import org.whistle.testkit.Stores;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/**
 * The numbers are what the journal says: lives of every kind are lived through the service, then everything the journal
 * has about them is replayed through the same evolution into empty tables of the same form, and every count is compared.
 */
@QuarkusTest
@WithWhistle(service = "feedback")
class ReplayTest {

    private static final String STREET = "370102731";
    private static final String GRID = STREET + "001001";
    private static final Instant MORNING = Instant.parse("2026-05-06T01:00:00Z");

    @Inject
    Counting counting;

    @Inject
    TallyCheck check;

    @Inject
    TallyKeeper keeper;

    @Inject
    Policies policies;

    @Inject
    TestClock clock;

    @Inject
    @All
    List<JournalRecorder> recorders;

    @AfterEach
    void reset() {
        clock.reset();
    }

    private final List<Given> lives = new ArrayList<>();

    private Given ticket(int community, int dayLater) {
        Given g = Given.ticket(
                MORNING.plus(Duration.ofDays(dayLater)),
                STREET + String.format("%03d", community) + "001",
                "resident-1");
        lives.add(g);
        return g;
    }

    private void verify(Given g, String body, long minute) {
        String etag = Api.awaitState(g.ticketId, "awaiting-verification");
        clock.stopAt(g.at(minute));
        Response response = Api.post(
                Tokens.forAccount("grid-7").roles("grid-worker").areas(STREET),
                "/loops/" + g.ticketId + "/verification",
                etag,
                body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    private void answer(Given g, boolean solved, String satisfaction, long minute) {
        String etag = Api.awaitState(g.ticketId, "awaiting-answer");
        clock.stopAt(g.at(minute));
        Response response =
                Api.post(Api.callAgent(), "/loops/" + g.ticketId + "/callback", etag, Api.answer(solved, satisfaction));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    /** In time, late, sent back, reopened, returned, whistled, extended, put off, merged, refused, routine, open. */
    private void live(Journal journal, TopicReader told) {
        Given good = ticket(1, 0);
        journal.publish(good.filed());
        journal.publish(good.dispatched("water", 1));
        journal.publish(good.completed(good.lead, "water", 60));
        verify(good, Api.fixed(Given.SITE), 80);
        answer(good, true, "satisfied", 100);
        journal.publish(
                new LegRated(good.ticketId, good.lead, "water", Satisfaction.FAIR, null, Given.STREET, good.at(200)));

        Response rated = Api.post(
                Tokens.forAccount("community-1").roles("community").areas(STREET + "001"),
                "/loops/" + good.ticketId + "/legs/" + good.lead + "/community-rating",
                "{\"rating\": \"satisfied\"}");
        assertThat(rated.statusCode()).as(rated.asString()).isEqualTo(201);

        Given bad = ticket(1, 1);
        journal.publish(bad.filed());
        journal.publish(bad.whistled("water", "gas", 1, null));
        journal.publish(bad.completed(bad.second, "gas", 50));
        journal.publish(bad.completed(bad.lead, "water", 300));
        verify(bad, Api.notFixed(Given.SITE), 310);
        // What follows on the service's own events stands behind them in the journal, as it does when others answer
        // them.
        told.await(ReworkOrdered.class, bad.ticketId);
        journal.publish(bad.reworkAssigned(bad.lead, "water", bad.clock(310, 60), 311));
        journal.publish(bad.completed(bad.lead, "water", 350));
        verify(bad, Api.fixed(Given.SITE), 360);
        answer(bad, false, "unsatisfied", 400);
        told.await(TicketReopened.class, bad.ticketId);
        journal.publish(bad.dispatched(2, 410, bad.leg(Journal.newId(), "power", LegRole.LEAD, 410, 120)));

        Given returned = ticket(2, 1);
        journal.publish(returned.filed());
        journal.publish(returned.dispatched("water", 1));
        journal.publish(returned.paused(returned.lead, 5));
        journal.publish(returned.returnApproved(returned.lead, "water", 20));
        journal.publish(returned.dispatched(2, 20, returned.leg(returned.second, "gas", LegRole.LEAD, 20, 120)));

        Given extended = ticket(2, 2);
        journal.publish(extended.filed());
        journal.publish(extended.dispatched("gas", 1));
        journal.publish(extended.extended(extended.lead, "gas", 1, extended.clock(1, 3000), 100));

        Given suspended = ticket(3, 2);
        journal.publish(suspended.filed());
        journal.publish(suspended.dispatched("gas", 1));
        journal.publish(suspended.suspended(suspended.lead, "gas", 20_000, 30));

        Given refused = ticket(3, 3);
        journal.publish(refused.filed(null));
        journal.publish(refused.queued(TicketQueued.Reason.UNCLASSIFIED, 0, 1));
        journal.publish(refused.notAccepted(9));

        Given routine = ticket(3, 3);
        journal.publish(routine.routine());

        Given into = ticket(4, 3);
        journal.publish(into.filed());
        journal.publish(into.dispatched("heat", 1));
        Given merged = ticket(4, 3);
        journal.publish(merged.filed());
        journal.publish(merged.dispatched("heat", 1));
        Api.awaitState(into.ticketId, "handling");
        Api.awaitState(merged.ticketId, "handling");
        journal.publish(merged.merged(into.ticketId, 10));
        Api.awaitState(merged.ticketId, "merged");
        journal.publish(into.completed(into.lead, "heat", 60));
        verify(into, Api.fixed(Given.SITE), 70);
        answer(into, true, "fair", 90);

        Given open = ticket(5, 4);
        journal.publish(open.filed());
        journal.publish(open.dispatched("gas", 1));

        Api.awaitState(bad.ticketId, "handling");
        Api.awaitState(open.ticketId, "handling");
        Api.awaitState(routine.ticketId, "registered");
        Api.awaitState(refused.ticketId, "closed");
        Api.awaitState(merged.ticketId, "closed");
        clock.reset();
    }

    @Test
    void everyNumber_isWhatTheReplayedJournalGives() throws SQLException, IOException {
        try (Journal journal = Journal.open();
                TopicReader told = TopicReader.fromNow(Topics.JOURNAL)) {
            live(journal, told);
        }
        Map<UUID, List<JournalEvent>> histories = histories();
        makeEmptyTables();
        Vertx vertx = Vertx.vertx();
        Pool replayed = replayed(vertx);
        try {
            replay(replayed, histories);
            Counting again = new Counting(replayed);
            for (Instant now : List.of(Instant.now(), MORNING.plus(Duration.ofDays(3)))) {
                for (Grouping grouping : Grouping.values()) {
                    assertThat(sameEverywhere(again, grouping, null, now)).isNotEmpty();
                }
                // A body's own are in cuts without days: part of a week is the week without its other days.
                for (Counting.Key key : sameEverywhere(again, Grouping.DEPARTMENT, null, now)) {
                    for (Grouping grouping : Grouping.values()) {
                        assertThat(sameEverywhere(again, grouping, key.group(), now))
                                .isNotEmpty();
                    }
                }
            }
            // Taken into the counts or not, the numbers are the same.
            assertThat(found(new TallyCheck(replayed))).isEmpty();
            keeper.roll().await().atMost(Duration.ofSeconds(20));
            assertThat(found(check)).isEmpty();
            damage();
        } finally {
            replayed.close().await().atMost(Duration.ofSeconds(30));
            vertx.close().await().atMost(Duration.ofSeconds(30));
        }
    }

    /** What there is, after the replayed, the running and the facts have told the same. */
    private Set<Counting.Key> sameEverywhere(
            Counting replayed, Grouping grouping, @Nullable String department, Instant now) {
        SlaFilter filter = new SlaFilter(
                List.of(
                        Instant.parse("2026-04-30T16:00:00Z"),
                        Instant.parse("2026-05-06T16:00:00Z"),
                        Instant.parse("2026-05-31T16:00:00Z")),
                STREET,
                department,
                null,
                new AreaScope(List.of("370102"), null));
        String which = grouping + " of " + department + " at " + now;
        var expected = counts(replayed, grouping, filter, now);
        // The service may still be taking the last records in; it has to arrive at the same.
        Awaitility.await().atMost(TopicReader.PATIENCE).untilAsserted(() -> assertThat(
                        counts(counting, grouping, filter, now))
                .as(which)
                .isEqualTo(expected));
        assertThat(counting.recount(EnumSet.allOf(Measure.class), grouping, filter, now)
                        .await()
                        .atMost(Duration.ofSeconds(20)))
                .as(which + ", counted from the facts")
                .isEqualTo(expected);
        return expected.keySet();
    }

    /** The check finds a count that is wrong. */
    private void damage() {
        Database database = Database.of("feedback");
        String wrong =
                "update tally set legs_due = legs_due %s 1 where cube = 3 and grain = 'd' and place = ? and legs_due > 0";
        int rows = database.execute(String.format(wrong, "+"), STREET);
        assertThat(rows).isPositive();
        assertThat(found(check)).anySatisfy(difference -> {
            assertThat(difference.measure()).isEqualTo("legs_due");
            assertThat(difference.kept()).isEqualTo(difference.counted() + 1);
        });
        // Looking changes nothing, putting right does, once.
        assertThat(found(check)).isNotEmpty();
        assertThat(check.repair().await().atMost(Duration.ofSeconds(20)).total())
                .isPositive();
        assertThat(found(check)).isEmpty();
    }

    private static List<TallyCheck.Difference> found(TallyCheck check) {
        return check.differences().await().atMost(Duration.ofSeconds(20)).first();
    }

    private static Map<Counting.Key, Map<Measure, Long>> counts(
            Counting counting, Grouping grouping, SlaFilter filter, Instant now) {
        return counting.count(EnumSet.allOf(Measure.class), grouping, filter, now)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    /** What the journal has about the lives, in its order; until every closing has been published. */
    private Map<UUID, List<JournalEvent>> histories() {
        // Other tests leave records on the journal that are no events, so the key is looked at first.
        Set<String> tickets = lives.stream().map(g -> g.ticketId.toString()).collect(Collectors.toSet());
        Map<UUID, List<JournalEvent>> histories = new LinkedHashMap<>();
        try (TopicReader reader = TopicReader.fromBeginning(Topics.JOURNAL)) {
            // Closed by an answer: the first, the one merged into; and by refusal.
            reader.awaitAll(
                    "closings of the lives, and a community's rating",
                    4,
                    record -> tickets.contains(record.key())
                            && (record.is(TicketClosed.class, record.ticketId())
                                    || record.is(CommunityRated.class, record.ticketId())));
            for (Received record : reader.all()) {
                if (tickets.contains(record.key()) && record.message() instanceof JournalEvent event) {
                    histories
                            .computeIfAbsent(event.ticketId(), id -> new ArrayList<>())
                            .add(event);
                }
            }
        }
        assertThat(histories).hasSize(lives.size());
        return histories;
    }

    private static void makeEmptyTables() throws SQLException, IOException {
        try (Connection connection = Database.of("feedback").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists replay cascade");
            statement.execute("create schema replay");
            statement.execute("set search_path = replay");
            for (String file : List.of(
                    "db/chassis/V0_1__outbox_inbox_dead_letter.sql",
                    "db/chassis/V0_2__photo.sql",
                    "db/migration/V1__loops_clocks_alerts.sql",
                    migration("V2__"),
                    "db/migration/V3__statistics.sql",
                    "db/migration/V4__counts_by_rule.sql",
                    "db/migration/V20__overall_clock.sql",
                    "db/migration/V21__tracking.sql")) {
                try (InputStream in = Objects.requireNonNull(
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(file), file)) {
                    statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            connection.setAutoCommit(false);
            TallyMigration.apply(connection);
            connection.commit();
        }
    }

    private static String migration(String prefix) {
        return "db/migration/"
                + Database.of("feedback")
                        .rows("select script from flyway_schema_history where script like '%" + prefix + "%'")
                        .getFirst()
                        .get("script")
                        .toString()
                        .replaceFirst(".*/", "");
    }

    private static Pool replayed(Vertx vertx) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(Stores.HOST)
                .setPort(Stores.shared().postgresPort())
                .setDatabase("feedback")
                .setUser("feedback")
                .setPassword(Database.PASSWORD)
                .addProperty("search_path", "replay");
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(options)
                .using(vertx.getDelegate())
                .build());
    }

    private void replay(Pool pool, Map<UUID, List<JournalEvent>> histories) {
        FeedbackPolicy policy = policies.current();
        List<TicketClosed> closings = new ArrayList<>();
        List<UUID> mergedTickets = new ArrayList<>();
        List<JournalEvent> all = new ArrayList<>();
        List<OpenLoop> loops = new ArrayList<>();
        List<Call> calls = new ArrayList<>();
        histories.forEach((id, events) -> {
            OpenLoop open = OpenLoop.unknown(0);
            for (JournalEvent event : events) {
                all.add(event);
                Progress before = open.progress();
                open.moveTo(before.follow(event, policy).progress());
                if (open.progress() != before) {
                    Call.follow(
                            calls, event, Objects.requireNonNull(open.progress().loop()));
                }
                if (event instanceof TicketClosed closed) {
                    closings.add(closed);
                } else if (event instanceof TicketMerged) {
                    mergedTickets.add(id);
                }
            }
            open.write();
            loops.add(open);
        });
        pool.withTransaction(tx -> LoopBatch.store(tx, loops, List.of())
                        .chain(() -> Uni.join()
                                .all(calls.stream().map(call -> call.store(tx)).toList())
                                .andFailFast())
                        .chain(() -> MergedRows.merged(tx, mergedTickets))
                        .chain(() -> MergedRows.close(tx, closings))
                        .chain(() -> Uni.join()
                                .all(recorders.stream()
                                        .map(recorder -> recorder.record(tx, all))
                                        .toList())
                                .andFailFast()))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    /** A call-back as the journal tells it. */
    private static final class Call {

        private final Matter matter;
        private final Instant openedAt;
        private final Instant dueAt;
        private @Nullable ReporterAnswered answer;

        private Call(Loop.AwaitingAnswer loop) {
            matter = loop.matter();
            openedAt = loop.verifiedAt();
            dueAt = loop.dueAt();
        }

        static void follow(List<Call> calls, JournalEvent event, Loop after) {
            if (event instanceof VerificationPassed && after instanceof Loop.AwaitingAnswer awaiting) {
                calls.add(new Call(awaiting));
            } else if (event instanceof ReporterAnswered answered) {
                calls.getLast().answer = answered;
            }
        }

        Uni<Void> store(SqlConnection tx) {
            return tx.preparedQuery("""
                            insert into callback (ticket_id, cycle, department, type, grid, opened_at, due_at,
                                                  contacted_at, channel, solved, satisfaction)
                            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""")
                    .execute(Tuple.tuple()
                            .addUUID(matter.ticketId())
                            .addInteger(matter.reopened() + 1)
                            .addString(matter.lead().map(LoopLeg::department).orElse(null))
                            .addString(matter.type())
                            .addString(matter.grid())
                            .addOffsetDateTime(Columns.at(openedAt))
                            .addOffsetDateTime(Columns.at(dueAt))
                            .addOffsetDateTime(Columns.at(answer == null ? null : answer.answeredAt()))
                            .addString(answer == null ? null : Wording.word(answer.channel()))
                            .addBoolean(answer == null ? null : answer.solved())
                            .addString(answer == null ? null : Wording.word(answer.satisfaction())))
                    .replaceWithVoid();
        }
    }
}
