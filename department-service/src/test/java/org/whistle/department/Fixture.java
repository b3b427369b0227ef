package org.whistle.department;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.whistle.contracts.Topics;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;

/** What the tests of the running service share: topics to write to, the journal to read, an assignment on the desk. */
public abstract class Fixture {

    protected static final String ASSIGNMENTS = "/api/department/assignments";
    protected static final String ASSIGNMENT = ASSIGNMENTS + "/{id}";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    protected Journal topics;
    protected TopicReader journal;

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

    /** A story that begins now, so that its limits are not over; in microseconds, as the database keeps its limits. */
    protected static Story now() {
        return Story.begin(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** A story whose assignment has arrived. */
    protected Story issued() {
        Story story = now();
        return issued(story, story.assignmentIssued());
    }

    /** The same with an assignment of the test's own. */
    protected Story issued(Story story, AssignmentIssued assignment) {
        topics.publish(assignment);
        awaitState(story.assignmentId(), "issued");
        return story;
    }

    /** A story whose assignment was accepted. */
    protected Story accepted() {
        Story story = issued();
        accept(story).statusCode(200);
        return story;
    }

    /** A story whose assignment was completed. */
    protected Story completed() {
        Story story = accepted();
        command(People.handler(), story, "completion", "{\"result\": \"已更换。\"}").statusCode(200);
        return story;
    }

    protected ValidatableResponse accept(Story story) {
        return command(People.handler(), story, "acceptance", "{}");
    }

    /** A command under the version that is there now. */
    protected ValidatableResponse command(RequestSpecification who, Story story, String action, String body) {
        return who.header("If-Match", etag(story.assignmentId()))
                .contentType("application/json")
                .body(body)
                .post(ASSIGNMENT + "/" + action, story.assignmentId())
                .then();
    }

    protected String etag(UUID assignmentId) {
        return read(assignmentId).statusCode(200).extract().header("ETag");
    }

    protected ValidatableResponse read(UUID assignmentId) {
        return People.supervisor(People.DISTRICT).get(ASSIGNMENT, assignmentId).then();
    }

    protected void awaitState(UUID assignmentId, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> read(assignmentId).statusCode(200).body("state", equalTo(state)));
    }

    /** Uploads a photo; answers its id. */
    protected static String upload(RequestSpecification who) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        return who.contentType("image/png")
                .body(png.toByteArray())
                .post("/api/department/photos")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
