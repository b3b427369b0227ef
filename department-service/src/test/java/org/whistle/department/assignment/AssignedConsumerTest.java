package org.whistle.department.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.assignment.AssignmentRecalled.Cause;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.department.Fixture;
import org.whistle.department.People;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class AssignedConsumerTest extends Fixture {

    private static final String TOPIC = Topics.assigned(Story.LEAD);

    private final Database database = Database.of("department");

    @Test
    void departmentOfTomorrow_isRead_withoutARestart() {
        Story story = now().ledBy("new-" + UUID.randomUUID().toString().substring(0, 8));

        issued(story, story.assignmentIssued());

        People.handlerOf(story.department())
                .get(ASSIGNMENTS)
                .then()
                .body("items.id", contains(story.assignmentId().toString()));
    }

    @Test
    void repeatedMessages_changeNothing() {
        Story story = now();
        UUID id = Journal.newId();
        topics.publish(TOPIC, id, story.assignmentIssued());
        topics.publish(TOPIC, id, story.assignmentIssued());
        topics.publish(story.assignmentIssued());
        topics.publish(story.settled());
        topics.publish(story.settled());

        awaitState(story.assignmentId(), "settled");

        settleMark(story);
        assertThat(database.number("select count(*) from assignment where id = ?", story.assignmentId()))
                .isEqualTo(1);
        read(story.assignmentId()).header("ETag", "\"1\"").body("history.size()", equalTo(1));
    }

    @Test
    void severalMessages_ofOneAssignment_buildOnEachOther() {
        Story story = now();
        List<AssignmentMessage> life =
                List.of(story.assignmentIssued(), story.recalled(Cause.RE_DISPATCHED), story.settled());
        life.forEach(topics::publish);

        awaitState(story.assignmentId(), "recalled");
        read(story.assignmentId()).header("ETag", "\"1\"");
    }

    @Test
    void rework_opensTheAssignmentAgain_andItCanBeCompletedAgain() {
        Story story = completed();
        topics.publish(story.reworked());

        awaitState(story.assignmentId(), "accepted");
        read(story.assignmentId())
                .body("handler", equalTo("water-supply-1"))
                .body("completedAt", nullValue())
                .body("history[-1].type", equalTo("whistle.assignment.reworked.v1"));
        command(People.handler(), story, "completion", "{\"result\": \"重新填平。\"}")
                .statusCode(200);
        journal.awaitAll("completions", 2, r -> r.is(AssignmentCompleted.class, story.ticketId()));
    }

    @Test
    void recall_endsAPendingReturn() {
        Story story = accepted();
        command(People.handler(), story, "returns", "{\"reason\": \"r\", \"legalBasis\": \"l\"}")
                .statusCode(200);
        topics.publish(story.recalled(Cause.RETURN_APPROVED));

        awaitState(story.assignmentId(), "recalled");
        accept(story).statusCode(409).body("type", equalTo("urn:whistle:problem:recalled"));
    }

    @Test
    void badRecords_goToTheDeadLetters_andTheRestFlowsOn() {
        Story foreign = now();
        Story unknown = now();
        try (TopicReader letters = TopicReader.fromNow(Topics.deadLetter("department"))) {
            topics.publishGarbage(TOPIC, "key", new byte[] {0, -1, 7});
            UUID broken = Journal.newId();
            topics.publishBroken(TOPIC, "whistle.assignment.issued.v1", broken, "{\"ticketId\": 5}");
            topics.publishBroken(TOPIC, "whistle.assignment.unheard-of.v9", Journal.newId(), "{}");
            topics.publish(TOPIC, foreign.ledBy("gas").assignmentIssued());
            topics.publish(TOPIC, unknown.reworked());
            Story good = issued();

            letters.awaitAll("dead letters", 5, record -> true);
            assertThat(Stream.of(foreign, unknown).map(Story::assignmentId)).allSatisfy(id -> read(id).statusCode(404));
            accept(good).statusCode(200);
        }
        assertThat(database.rows("select cause from dead_letter").stream().map(row -> String.valueOf(row.get("cause"))))
                .anyMatch(cause -> cause.contains("was never issued"))
                .anyMatch(cause -> cause.contains("does not belong on this topic"));
    }

    @Test
    void receipt_isNumbered_inTheOrderOfTheTopic() {
        List<Story> stories = Stream.generate(Fixture::now).limit(50).toList();
        UUID ticket = stories.getFirst().ticketId();
        List<Story> ofOneTicket = stories.stream()
                .map(s -> new Story(ticket, s.assignmentId(), s.returnId(), s.department(), s.filedAt()))
                .toList();
        ofOneTicket.forEach(story -> topics.publish(TOPIC, story.assignmentIssued()));
        awaitState(ofOneTicket.getLast().assignmentId(), "issued");

        List<String> received = People.handler()
                .get(ASSIGNMENTS + "?ticket={t}&order=received&limit=200", ticket)
                .jsonPath()
                .getList("items.id");
        assertThat(received)
                .containsExactlyElementsOf(ofOneTicket.stream()
                        .map(story -> story.assignmentId().toString())
                        .toList());
    }

    /** Another instance holds the lock and draws a number meanwhile: the one who waited must not be before it. */
    @Test
    void number_isDrawn_onlyWhenNobodyElseIsInserting() throws SQLException {
        Story story = now();
        long others;
        try (Connection instance = database.connect();
                Statement statement = instance.createStatement()) {
            instance.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(7523377975159973987)");
            topics.publish(story.assignmentIssued());
            await().until(() ->
                    database.number("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0);
            try (ResultSet drawn = statement.executeQuery("select nextval('assignment_received')")) {
                drawn.next();
                others = drawn.getLong(1);
            }
            instance.commit();
        }

        awaitState(story.assignmentId(), "issued");
        assertThat(read(story.assignmentId()).extract().jsonPath().getLong("sequence"))
                .isGreaterThan(others);
    }

    /** A later record of the same ticket has been applied, so all before it have. */
    private void settleMark(Story story) {
        Story mark = new Story(story.ticketId(), Journal.newId(), Journal.newId(), story.department(), story.filedAt());
        issued(mark, mark.assignmentIssued());
    }
}
