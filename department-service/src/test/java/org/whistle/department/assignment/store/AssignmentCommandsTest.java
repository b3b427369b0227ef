package org.whistle.department.assignment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.contracts.Actor;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.department.Fixture;
import org.whistle.department.People;
import org.whistle.department.assignment.Command;
import org.whistle.department.assignment.Stage;
import org.whistle.testkit.Database;
import org.whistle.testkit.Story;
import org.whistle.testkit.WithWhistle;

/** Commands that travel in one transaction. */
@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class AssignmentCommandsTest extends Fixture {

    private static final Actor HANDLER = new Actor("water-supply-1", Story.LEAD);
    private static final Actor MANAGER = new Actor("water-supply-m", Story.LEAD);
    private static final AreaScope SCOPE = new AreaScope(List.of(People.DISTRICT), Story.LEAD);

    @Inject
    AssignmentCommands commands;

    private final Database database = Database.of("department");

    @Test
    void secondCommand_ofOneBatch_seesWhatTheFirstDid() throws Exception {
        Story story = issued();
        List<CompletableFuture<AssignmentRow>> answers = together(List.of(
                new Sent(story, 0, new Command.Accept(HANDLER, moment())),
                new Sent(story, 0, new Command.Accept(MANAGER, moment())),
                new Sent(story, 1, new Command.Accept(MANAGER, moment())),
                new Sent(story, 1, new Command.Complete("已更换。", List.of(), MANAGER, moment()))));

        assertThat(get(answers.get(0)).version()).isEqualTo(1);
        assertThat(get(answers.get(0)).stage()).isEqualTo(Stage.ACCEPTED);
        ProblemException stale = refusal(answers.get(1));
        assertThat(stale.code().status()).isEqualTo(412);
        assertThat(stale.headers()).containsEntry("ETag", "\"1\"");
        assertThat(refusal(answers.get(2)).code().code()).isEqualTo("already-accepted");
        assertThat(get(answers.get(3)).version()).isEqualTo(2);
        assertThat(get(answers.get(3)).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(get(answers.get(0)).stage()).as("the first answer stays").isEqualTo(Stage.ACCEPTED);

        assertThat(transactionsOf(story)).isEqualTo(1);
        read(story.assignmentId())
                .header("ETag", "\"2\"")
                .body("handler", equalTo("water-supply-1"))
                .body("history.version", contains(1, 2));
        journal.await(AssignmentCompleted.class, story.ticketId());
        assertThat(journal.allAbout(story.ticketId()))
                .extracting(received -> received.type())
                .containsExactly(
                        "whistle.department.assignment-accepted.v1", "whistle.department.assignment-completed.v1");
        assertThat(journal.await(AssignmentAccepted.class, story.ticketId())
                        .by()
                        .account())
                .isEqualTo("water-supply-1");
    }

    @Test
    void wrongPhoto_refusesItsOwnCommandOnly() throws Exception {
        Story good = accepted();
        Story foreign = accepted();
        Story taken = accepted();
        Story unknown = accepted();
        Story without = accepted();
        UUID own = UUID.fromString(upload(People.handler()));
        UUID managers = UUID.fromString(upload(People.manager()));

        List<CompletableFuture<AssignmentRow>> answers = together(List.of(
                new Sent(good, 1, complete(own)),
                new Sent(foreign, 1, complete(managers)),
                new Sent(taken, 1, complete(own)),
                new Sent(unknown, 1, complete(UUID.randomUUID())),
                new Sent(without, 1, complete())));

        assertThat(get(answers.get(0)).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(get(answers.get(4)).stage()).isEqualTo(Stage.COMPLETED);
        for (CompletableFuture<AssignmentRow> refused : answers.subList(1, 4)) {
            ProblemException problem = refusal(refused);
            assertThat(problem.code().status()).isEqualTo(400);
            assertThat(problem.fields()).extracting(field -> field.field()).containsExactly("photos");
        }
        assertThat(transactionsOf(good, without)).isEqualTo(1);
        assertThat(boundTo(own)).isEqualTo(good.assignmentId());
        assertThat(boundTo(managers)).isNull();
        for (Story refused : List.of(foreign, taken, unknown)) {
            read(refused.assignmentId()).header("ETag", "\"1\"").body("state", equalTo("accepted"));
        }
    }

    @Test
    void refusalOfTheDecider_goesBeforeThatOfAPhoto_andTakesNoPhoto() throws IOException {
        Story early = issued();
        UUID own = UUID.fromString(upload(People.handler()));

        assertThat(refusal(send(new Sent(early, 0, complete(own)))).code().code())
                .isEqualTo("not-accepted-yet");
        assertThat(refusal(send(new Sent(early, 0, complete(UUID.randomUUID()))))
                        .code()
                        .code())
                .isEqualTo("not-accepted-yet");
        assertThat(boundTo(own)).isNull();
    }

    /** Sends one that holds the only transaction until all the others wait behind it. */
    private List<CompletableFuture<AssignmentRow>> together(List<Sent> all) throws Exception {
        Story leader = issued();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from assignment where id = '" + leader.assignmentId() + "' for update");
            CompletableFuture<AssignmentRow> led = send(new Sent(leader, 0, new Command.Accept(HANDLER, moment())));
            await().until(() ->
                    database.number("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                            > 0);
            List<CompletableFuture<AssignmentRow>> answers = new ArrayList<>();
            all.forEach(one -> answers.add(send(one)));
            other.rollback();
            get(led);
            return answers;
        }
    }

    private CompletableFuture<AssignmentRow> send(Sent sent) {
        return commands.handle(sent.story().assignmentId(), SCOPE, sent.version(), sent.command())
                .subscribeAsCompletionStage();
    }

    private static Command complete(UUID... photos) {
        return new Command.Complete("已更换。", List.of(photos), HANDLER, moment());
    }

    private static Instant moment() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static AssignmentRow get(CompletableFuture<AssignmentRow> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    private static ProblemException refusal(CompletableFuture<AssignmentRow> answer) {
        CompletionException failure =
                catchThrowableOfType(CompletionException.class, () -> answer.orTimeout(20, TimeUnit.SECONDS)
                        .join());
        assertThat(failure).isNotNull();
        assertThat(failure.getCause()).isInstanceOf(ProblemException.class);
        return (ProblemException) failure.getCause();
    }

    private UUID boundTo(UUID photo) {
        return (UUID) database.rows("select bound_to from photo where id = ?", photo)
                .getFirst()
                .get("bound_to");
    }

    /** How many transactions wrote the latest versions of these. */
    private long transactionsOf(Story... stories) {
        return Arrays.stream(stories)
                .flatMap(story -> database
                        .rows(
                                "select xmin::text as tx from assignment_history where assignment_id = ? and version >"
                                        + " ?",
                                story.assignmentId(),
                                stories.length == 1 ? 0 : 1)
                        .stream())
                .map(row -> row.get("tx"))
                .distinct()
                .count();
    }

    private record Sent(Story story, long version, Command command) {}
}
