package org.whistle.feedback.loop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.photo.CleanPhoto;
import org.whistle.chassis.photo.PhotoStore;
import org.whistle.contracts.Topics;
import org.whistle.contracts.feedback.ReporterAnswered.Channel;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.Party;
import org.whistle.feedback.loop.Refusal;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** Commands that travel in one transaction. */
@QuarkusTest
@WithWhistle(service = "feedback")
class LoopCommandsTest {

    private static final Party GRID_WORKER = new Party("grid-1", null, false);
    private static final Party CALL_AGENT = new Party("call-1", null, false);

    @Inject
    LoopCommands commands;

    @Inject
    PhotoStore photos;

    private final Database database = Database.of("feedback");

    @Test
    void secondCommand_ofOneBatch_seesWhatTheFirstDid() throws Exception {
        try (TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = handled();
            long version = version(g);
            List<Outcome> outcomes = together(List.of(
                    new Sent(g, version, fixed()),
                    new Sent(g, version, fixed()),
                    new Sent(g, version + 1, fixed()),
                    new Sent(g, version + 1, new LoopCommand.NoteAttempt(Channel.PHONE, CALL_AGENT, now())),
                    new Sent(
                            g,
                            version + 2,
                            new LoopCommand.TakeAnswer(
                                    Channel.PHONE, true, Satisfaction.SATISFIED, "谢谢", CALL_AGENT, now()))));

            LoopRow verified = done(outcomes.get(0));
            assertThat(verified.state).isEqualTo("awaiting-answer");
            assertThat(verified.version).isEqualTo(version + 1);
            assertThat(outcomes.get(1)).isEqualTo(new Outcome.Stale(version + 1));
            assertThat(outcomes.get(2)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                            refused.refusal().refusal())
                    .isEqualTo(Refusal.NOT_AWAITING_VERIFICATION));
            assertThat(done(outcomes.get(3)).attempts).isEqualTo(1);
            assertThat(done(outcomes.get(4)).state).isEqualTo("closed");
            assertThat(done(outcomes.get(4)).version).isEqualTo(version + 3);

            assertThat(transactions(g)).hasSize(1);
            assertThat(database.rows(
                            "select solved, satisfaction, comment, answered_by from callback where ticket_id = ?",
                            g.ticketId))
                    .containsExactly(Map.of(
                            "solved", true, "satisfaction", "satisfied", "comment", "谢谢", "answered_by", "call-1"));
            assertThat(database.number("select count(*) from verification where ticket_id = ?", g.ticketId))
                    .isEqualTo(1);
            assertThat(database.number("select count(*) from callback_attempt where ticket_id = ?", g.ticketId))
                    .isEqualTo(1);
            assertThat(database.number(
                            "select count(*) from stage_clock where ticket_id = ? and stopped_at is null", g.ticketId))
                    .isZero();
            reader.await(TicketClosed.class, g.ticketId);
            assertThat(reader.allAbout(g.ticketId).stream()
                            .map(received -> received.type())
                            .filter(type -> type.startsWith("whistle.feedback.")))
                    .containsExactly(
                            "whistle.feedback.verification-passed.v1",
                            "whistle.feedback.reporter-answered.v1",
                            "whistle.feedback.ticket-closed.v1");
        }
    }

    @Test
    void wrongPhoto_refusesItsOwnCommandOnly() throws Exception {
        Given good = handled();
        Given foreign = handled();
        Given taken = handled();
        Given unknown = handled();
        Given without = handled();
        UUID first = photo("grid-1");
        UUID second = photo("grid-1");
        UUID others = photo("grid-2");

        List<Outcome> outcomes = together(List.of(
                new Sent(good, version(good), fixed(first)),
                new Sent(foreign, version(foreign), fixed(second, others)),
                new Sent(taken, version(taken), fixed(first)),
                new Sent(unknown, version(unknown), fixed(UUID.randomUUID())),
                new Sent(without, version(without), fixed())));

        assertThat(done(outcomes.get(0)).state).isEqualTo("awaiting-answer");
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.NoSuchPhoto(1));
        assertThat(outcomes.get(2)).isEqualTo(new Outcome.NoSuchPhoto(0));
        assertThat(outcomes.get(3)).isEqualTo(new Outcome.NoSuchPhoto(0));
        assertThat(done(outcomes.get(4)).state).isEqualTo("awaiting-answer");
        assertThat(transactions(good)).isEqualTo(transactions(without)).hasSize(1);
        assertThat(boundTo(first)).isEqualTo(good.ticketId);
        assertThat(boundTo(second)).isNull();
        assertThat(boundTo(others)).isNull();
        for (Given refused : List.of(foreign, taken, unknown)) {
            Api.awaitState(refused.ticketId, "awaiting-verification");
            assertThat(database.number("select count(*) from verification where ticket_id = ?", refused.ticketId))
                    .isZero();
        }
        assertThat(Api.get(Api.supervisor(), "/loops/" + good.ticketId).<List<String>>path("verifications[0].photos"))
                .containsExactly(first.toString());
    }

    @Test
    void hiddenForbiddenAndUnknownLoops_areAnswered_andTheRestIsDone() throws Exception {
        Given hidden = handled();
        Given forbidden = handled();
        Given good = handled();

        List<Outcome> outcomes = together(List.of(
                new Sent(hidden, version(hidden), fixed(), Access.HIDDEN),
                new Sent(forbidden, 0, fixed(), Access.FORBIDDEN),
                new Sent(Given.ticket(Instant.now()), 0, fixed()),
                new Sent(good, version(good), fixed())));

        assertThat(outcomes.subList(0, 3))
                .containsExactly(new Outcome.Unseen(), new Outcome.Forbidden(), new Outcome.Unseen());
        assertThat(done(outcomes.get(3)).state).isEqualTo("awaiting-answer");
    }

    /** Sends one that holds the only transaction until all the others wait behind it. */
    private List<Outcome> together(List<Sent> all) throws Exception {
        Given leader = handled();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from loop where ticket_id = '" + leader.ticketId + "' for update");
            CompletableFuture<Outcome> led = send(new Sent(leader, version(leader), fixed()));
            await().until(() ->
                    database.number("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                            > 0);
            List<CompletableFuture<Outcome>> answers = new ArrayList<>();
            all.forEach(one -> answers.add(send(one)));
            other.rollback();
            done(led.get(20, TimeUnit.SECONDS));
            List<Outcome> outcomes = new ArrayList<>();
            for (CompletableFuture<Outcome> answer : answers) {
                outcomes.add(answer.get(20, TimeUnit.SECONDS));
            }
            return outcomes;
        }
    }

    private CompletableFuture<Outcome> send(Sent sent) {
        return commands.execute(sent.ticket().ticketId, sent.version(), matter -> sent.access(), sent.command())
                .subscribeAsCompletionStage();
    }

    private static LoopRow done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).row();
    }

    private static Given handled() {
        Given g = Given.ticket(Instant.now().minus(Duration.ofMinutes(10)));
        try (Journal journal = Journal.open()) {
            journal.publish(g.filed());
            journal.publish(g.dispatched("water", 1));
            journal.publish(g.completed(g.lead, "water", 9));
        }
        Api.awaitState(g.ticketId, "awaiting-verification");
        return g;
    }

    private static LoopCommand fixed(UUID... photos) {
        return new LoopCommand.Verify(true, "ok", Given.NEAR, List.of(photos), null, GRID_WORKER, now());
    }

    private static Instant now() {
        return Instant.now();
    }

    private UUID photo(String owner) {
        return photos.save(new CleanPhoto("image/png", new byte[] {1}, 1, 1), owner)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private UUID boundTo(UUID photo) {
        return (UUID) database.rows("select bound_to from photo where id = ?", photo)
                .getFirst()
                .get("bound_to");
    }

    private long version(Given g) {
        return database.number("select version from loop where ticket_id = ?", g.ticketId);
    }

    /** Those that wrote the loop and what was found and answered. */
    private List<Object> transactions(Given g) {
        return database.rows("""
                select xmin::text as tx from loop where ticket_id = ?
                union select xmin::text from verification where ticket_id = ?
                union select xmin::text from callback where ticket_id = ?""", g.ticketId, g.ticketId, g.ticketId).stream()
                .map(row -> row.get("tx"))
                .toList();
    }

    private record Sent(Given ticket, long version, LoopCommand command, Access access) {
        Sent(Given ticket, long version, LoopCommand command) {
            this(ticket, version, command, Access.GRANTED);
        }
    }
}
