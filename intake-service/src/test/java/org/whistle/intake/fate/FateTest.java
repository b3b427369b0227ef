package org.whistle.intake.fate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.Stage;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class FateTest {

    private static final Database DATABASE = Database.of("intake");

    private final String reporter = Intake.resident(Intake.someone("resident"));

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void reporter_followsTheReport_throughTheLoop() {
        Story story = story();
        List<UUID> evidence = List.of(UUID.randomUUID(), UUID.randomUUID());
        try (Journal journal = Journal.open()) {
            journal.publish(story.ticketQueued(TicketQueued.Reason.NO_ANSWER));
            awaitState(story, "queued").then().body("stage", equalTo("dispatch"));

            journal.publish(story.ticketDispatched());
            Response dispatched = awaitState(story, "dispatched");
            dispatched.then().body("department", equalTo(Story.LEAD)).body("stage", equalTo("accept"));
            assertThat(OffsetDateTime.parse(dispatched.path("due")).toInstant())
                    .isEqualTo(story.handle().dueAt());

            journal.publish(story.accepted());
            awaitState(story, "accepted");
            journal.publish(story.progressNoted());
            journal.publish(showing(story.completed(), evidence));
            journal.publish(story.reworkOrdered());
            journal.publish(story.reworkAssigned());
            awaitState(story, "rework");
            journal.publish(story.clockWarned(Stage.HANDLE));
            journal.publish(story.verificationPassed());
            awaitState(story, "verified");
            journal.publish(story.reporterAnswered(true));
            journal.publish(story.ticketClosed(TicketClosed.Outcome.SOLVED));
            Response closed = awaitState(story, "closed");

            assertThat(closed.<List<String>>path("timeline.event"))
                    .containsExactly(
                            "queued",
                            "dispatched",
                            "accepted",
                            "progress-noted",
                            "completed",
                            "rework-ordered",
                            "rework-assigned",
                            "verified",
                            "answered",
                            "closed");
            assertThat(closed.<List<String>>path("timeline.find { it.event == 'completed' }.photos"))
                    .containsExactlyElementsOf(
                            evidence.stream().map(UUID::toString).toList());
            assertThat(closed.<List<String>>path("timeline.find { it.event == 'accepted' }.photos"))
                    .isEmpty();
            assertThat(DATABASE.number("select count(*) from report where id = ? and not open", story.ticketId()))
                    .isEqualTo(1);
        }
    }

    @Test
    void correctedType_isTheOneThatCounts_forJoining() {
        UUID id = Intake.filed(reporter, Intake.body().without("type", "condition"));
        Story story = new Story(id, Journal.newId(), Journal.newId(), Story.LEAD, Instant.now());
        try (Journal journal = Journal.open()) {
            journal.publish(story.ticketDispatched());
            awaitState(story, "dispatched");
        }

        Intake.file(reporter, Intake.body().with("joins", id.toString())).then().statusCode(201);
    }

    @Test
    void sameEvent_changesNothing_howeverOftenItComes() {
        Story story = story();
        UUID event = Journal.newId();
        try (Journal journal = Journal.open()) {
            journal.publish(Topics.JOURNAL, event, story.ticketDispatched());
            journal.publish(Topics.JOURNAL, event, story.ticketDispatched());
            // The same fact under another id is known, too.
            journal.publish(story.ticketDispatched());
            journal.publish(story.accepted());
            Response accepted = awaitState(story, "accepted");

            assertThat(accepted.<List<String>>path("timeline.event")).containsExactly("dispatched", "accepted");
        }
    }

    @Test
    void garbage_goesToTheDeadLetters_andTheRestFlowsOn() {
        Story story = story();
        String ticket = story.ticketId().toString();
        Map<String, String> wrongKey = Journal.headers(Journal.newId(), story.ticketDispatched());
        try (Journal journal = Journal.open();
                TopicReader deadLetters = TopicReader.fromNow(Topics.deadLetter("intake"))) {
            journal.publish(story.ticketQueued(TicketQueued.Reason.NO_ANSWER));
            journal.publishGarbage(Topics.JOURNAL, ticket, new byte[] {1, 2, 3});
            journal.publishBroken(
                    Topics.JOURNAL, "whistle.dispatch.ticket-dispatched.v1", story.ticketId(), "{nonsense");
            journal.publishBroken(Topics.JOURNAL, "whistle.dispatch.ticket-dispatched.v1", story.ticketId(), "{}");
            journal.publishBroken(Topics.JOURNAL, "whistle.future.unheard-of.v9", story.ticketId(), "{}");
            journal.publishRaw(Topics.JOURNAL, UUID.randomUUID().toString(), wrongKey, new byte[0]);
            journal.publish(story.ticketDispatched());

            awaitState(story, "dispatched");
            deadLetters.awaitAll("dead letter", 5, letter -> true);
        }
        String operator = Tokens.forAccount("operator").roles("operator").sign();
        assertThat(Intake.as(operator)
                        .get(Intake.BASE + "/dead-letters?limit=200")
                        .<List<String>>path("items.cause"))
                .anySatisfy(cause -> assertThat(cause).contains("ce_type is missing"))
                .anySatisfy(cause -> assertThat(cause).contains("not known to this version"));
    }

    @Test
    void strayEvents_changeNothing() {
        Story story = story();
        Story stranger = Story.begin();
        try (Journal journal = Journal.open()) {
            journal.publish(stranger.ticketDispatched());
            journal.publish(story.completed());
            journal.publish(story.ticketDispatched());
            awaitState(story, "dispatched");
        }
        assertThat(DATABASE.number("select count(*) from fate where ticket_id = ?", stranger.ticketId()))
                .isZero();
        assertThat(DATABASE.number("select count(*) from timeline where ticket_id = ?", story.ticketId()))
                .isEqualTo(1);
    }

    private static AssignmentCompleted showing(AssignmentCompleted done, List<UUID> photos) {
        return new AssignmentCompleted(
                done.ticketId(),
                done.assignmentId(),
                done.department(),
                done.result(),
                photos,
                done.by(),
                done.completedAt());
    }

    private Story story() {
        UUID id = Intake.filed(reporter, Intake.body());
        // The database keeps microseconds.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Story(id, Journal.newId(), Journal.newId(), Story.LEAD, now);
    }

    private Response awaitState(Story story, String state) {
        return await().until(
                        () -> Intake.as(reporter).get(Intake.BASE + "/reports/" + story.ticketId()),
                        answer -> state.equals(answer.path("state")));
    }
}
