package org.whistle.department.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.department.Issues;
import org.whistle.department.People;
import org.whistle.testkit.Story;
import org.whistle.testkit.WithWhistle;

/** Extensions and suspensions on the desk, from the handler over the manager to the street and back. */
@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class RequestTest extends RequestFixture {

    @Test
    void extension_goesFromTheHandler_overTheManager_toTheStreet_andComesBack() throws IOException {
        Story story = handled();
        String photo = upload(People.handler());
        command(People.handler(), story, "extensions", "{\"reason\": \"管件需定制。\", \"photos\": [\"" + photo + "\"]}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("accepted"))
                .body("request.state", equalTo("waiting"))
                .body("request.kind", equalTo("extension"))
                .body("request.by.account", equalTo("water-supply-1"))
                .body("availableActions", equalTo(List.of("progress-notes", "completion", "returns")));
        UUID request = requestOf(story);
        People.manager()
                .get(ASSIGNMENT, story.assignmentId())
                .then()
                .body("availableActions", hasItems("endorsement", "decline"))
                .body("history[-1].type", equalTo("department.request-raised"))
                .body("history[-1].event.request.reason", equalTo("管件需定制。"));
        JsonPath waiting = line("waiting", request);
        assertThat(waiting.getString("reason")).isEqualTo("管件需定制。");
        assertThat(waiting.getInt("assignmentVersion")).isEqualTo(2);
        assertThat(waiting.getString("ticketNo"))
                .isEqualTo(story.assignmentIssued().ticketNo());
        assertThat(waiting.getString("type")).isEqualTo(story.assignmentIssued().type());
        assertThat(waiting.getString("place.grid"))
                .isEqualTo(story.assignmentIssued().place().grid());
        assertThat(waiting.getString("assignmentId"))
                .isEqualTo(story.assignmentId().toString());
        assertThat(journal.allAbout(story.ticketId())).as("only the acceptance").hasSize(1);

        endorse(People.manager(), story, request)
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("request.state", equalTo("sent"))
                .body("request.endorsedBy.account", equalTo("water-supply-m"))
                .body("availableActions", not(hasItem("returns")));
        ExtensionRequested sent = journal.await(ExtensionRequested.class, story.ticketId());
        assertThat(sent.requestId()).isEqualTo(request);
        assertThat(sent.by()).isEqualTo(HANDLER);
        assertThat(sent.endorsedBy()).isEqualTo(MANAGER);
        assertThat(sent.photos()).containsExactly(UUID.fromString(photo));
        assertThat(line("sent", request).getString("endorsedBy.account")).isEqualTo("water-supply-m");

        topics.publish(Issues.extended(story, request));
        awaitVersion(story, 4);
        read(story.assignmentId())
                .body("state", equalTo("accepted"))
                .body("extensionsLeft", equalTo(1))
                .body("request", nullValue())
                .body("history[-1].event.reason", equalTo("同意延期一次。"));
        assertThat(due(story))
                .isEqualTo(Issues.extended(story, request).handle().dueAt());
        JsonPath granted = line("granted", request);
        assertThat(granted.getString("answer.reason")).isEqualTo("同意延期一次。");
        assertThat(granted.getString("reason")).isEqualTo("管件需定制。");
    }

    @Test
    void decline_comesBack_withItsReason_andTheHandlerMayAskAgain() {
        Story story = handled();
        UUID request = asked(story);

        command(People.manager(), story, "requests/" + request + "/decline", "{\"reason\": \"可调用备件。\"}")
                .statusCode(200)
                .body("request", nullValue())
                .body("availableActions", hasItem("extensions"));

        People.handler()
                .get(ASSIGNMENT, story.assignmentId())
                .then()
                .body("history[-1].type", equalTo("department.request-declined"))
                .body("history[-1].event.reason", equalTo("可调用备件。"))
                .body("history[-1].event.by.account", equalTo("water-supply-m"));
        assertThat(line("declined", request).getString("answer.reason")).isEqualTo("可调用备件。");
        assertThat(line("declined", request).getString("answer.by.account")).isEqualTo("water-supply-m");
        command(People.handler(), story, "extensions", EXTENSION).statusCode(200);
        assertThat(journal.allAbout(story.ticketId())).as("only the acceptance").hasSize(1);
    }

    @Test
    void suspension_rests_untilItIsResumed() {
        Story story = handled();
        command(People.manager(), story, "suspensions", suspension(Issues.until(story)))
                .statusCode(200)
                .body("request.state", equalTo("sent"));
        SuspensionRequested sent = journal.await(SuspensionRequested.class, story.ticketId());
        assertThat(sent.by()).isEqualTo(MANAGER);
        assertThat(sent.endorsedBy()).isEqualTo(MANAGER);
        assertThat(sent.until()).isEqualTo(Issues.until(story));

        topics.publish(Issues.suspended(story, sent.requestId()));
        awaitState(story.assignmentId(), "suspended");
        People.handler()
                .get(ASSIGNMENT, story.assignmentId())
                .then()
                .body("suspendedUntil", equalTo(Issues.until(story).toString()))
                .body("suspensionsLeft", equalTo(0))
                .body("overdue", equalTo(false))
                .body("availableActions", contains("progress-notes"));
        People.handler()
                .get(ASSIGNMENTS + "?ticket={t}&state=open", story.ticketId())
                .then()
                .body("items.size()", equalTo(0));
        People.handler()
                .get(ASSIGNMENTS + "?ticket={t}&state=suspended", story.ticketId())
                .then()
                .body("items.id", contains(story.assignmentId().toString()));
        for (String action : List.of("acceptance", "extensions")) {
            command(People.handler(), story, action, EXTENSION)
                    .statusCode(409)
                    .body("type", equalTo("urn:whistle:problem:suspended"))
                    .body("detail", containsString("挂账至"));
        }
        command(People.handler().header("Accept-Language", "en"), story, "completion", "{\"result\": \"x\"}")
                .statusCode(409)
                .body("detail", containsString("nobody handles it until then"));
        command(People.handler(), story, "progress-notes", "{\"note\": \"现场已围挡。\"}")
                .statusCode(200)
                .body("state", equalTo("suspended"))
                .body("suspendedUntil", equalTo(Issues.until(story).toString()));

        topics.publish(Issues.resumed(story, sent.requestId()));
        awaitState(story.assignmentId(), "accepted");
        assertThat(due(story))
                .isEqualTo(Issues.resumed(story, sent.requestId()).handle().dueAt());
        read(story.assignmentId()).body("handler", equalTo("water-supply-1")).body("suspendedUntil", nullValue());
        command(People.handler(), story, "completion", "{\"result\": \"已更换。\"}").statusCode(200);
    }

    @Test
    void streetsRefusal_isShown_andRepeatsChangeNothing() {
        Story story = handled();
        command(People.manager(), story, "extensions", EXTENSION).statusCode(200);
        UUID request = requestOf(story);

        topics.publish(Issues.refused(story, request));
        topics.publish(Issues.refused(story, request));
        awaitVersion(story, 3);
        topics.publish(story.settled());
        awaitState(story.assignmentId(), "settled");

        read(story.assignmentId())
                .header("ETag", "\"4\"")
                .body("history[2].type", equalTo("whistle.assignment.request-refused.v1"))
                .body("history[2].event.reason", equalTo("物料已到，应按期完成。"))
                .body("extensionsLeft", equalTo(2));
        assertThat(line("refused", request).getString("answer.reason")).isEqualTo("物料已到，应按期完成。");
    }

    @Test
    void impossibleAnswer_isADeadLetter() {
        Story story = handled();
        topics.publish(Issues.extended(story, UUID.randomUUID()));

        await().untilAsserted(() -> assertThat(database.number(
                        "select count(*) from dead_letter where cause like ?",
                        "%AssignmentExtended cannot follow on accepted, assignment " + story.assignmentId() + "%"))
                .isEqualTo(1));
        read(story.assignmentId()).header("ETag", "\"1\"");
    }

    @Test
    void completion_andRecall_withdrawWhatWaits() {
        Story completed = handled();
        UUID first = asked(completed);
        command(People.handler(), completed, "completion", "{\"result\": \"已更换。\"}")
                .statusCode(200)
                .body("request", nullValue());
        Story settled = handled();
        UUID second = asked(settled);
        topics.publish(settled.settled());
        awaitState(settled.assignmentId(), "settled");

        assertThat(line("withdrawn", first)).isNotNull();
        assertThat(line("withdrawn", second)).isNotNull();
        read(settled.assignmentId()).body("request", nullValue());
        endorse(People.manager(), completed, first)
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:already-completed"));
    }

    /** A row of before the documents, as the migration leaves it. */
    @Test
    void assignmentOfBefore_isHandled_andItsTermsAreDispatchsToJudge() {
        Story story = accepted();
        database.execute("update assignment set details = null, whistle = null where id = ?", story.assignmentId());

        read(story.assignmentId()).body("extensionsLeft", nullValue()).body("whistle", nullValue());
        command(
                        People.manager(),
                        story,
                        "suspensions",
                        suspension(story.filedAt().plus(Duration.ofDays(700))))
                .statusCode(200);
        UUID request = requestOf(story);
        topics.publish(Issues.suspended(story, request));
        awaitState(story.assignmentId(), "suspended");
    }
}
