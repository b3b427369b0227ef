package org.whistle.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Topics;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class SliceTest {

    private Journal topics;
    private TopicReader journal;

    @BeforeEach
    void open() {
        topics = Journal.open();
        journal = TopicReader.fromNow(Topics.JOURNAL);
    }

    @AfterEach
    void close() {
        topics.close();
        journal.close();
    }

    @Test
    void issuedAssignment_standsOnTheDesk_andItsAcceptanceOnTheJournal() {
        Story story = Story.begin(Instant.now());
        topics.publish(story.assignmentIssued());

        await().untilAsserted(() -> People.handler()
                .get("/api/department/assignments?ticket={t}", story.ticketId())
                .then()
                .statusCode(200)
                .body("items.id", contains(story.assignmentId().toString())));
        String etag = People.handler()
                .get("/api/department/assignments/{id}", story.assignmentId())
                .then()
                .statusCode(200)
                .body("state", equalTo("issued"))
                .body("availableActions", contains("acceptance", "returns"))
                .extract()
                .header("ETag");

        People.handler()
                .header("If-Match", etag)
                .post("/api/department/assignments/{id}/acceptance", story.assignmentId())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("accepted"))
                .body("handler", equalTo("water-supply-1"))
                .body("availableActions", hasItems("progress-notes", "completion"));

        AssignmentAccepted accepted = journal.await(AssignmentAccepted.class, story.ticketId());
        assertThat(accepted.assignmentId()).isEqualTo(story.assignmentId());
        assertThat(accepted.by()).isEqualTo(new Actor("water-supply-1", Story.LEAD));
        People.handler()
                .get("/api/department/assignments/{id}", story.assignmentId())
                .then()
                .body("history.type", contains("whistle.department.assignment-accepted.v1"))
                .body("history[0].event.by.account", equalTo("water-supply-1"));
    }
}
