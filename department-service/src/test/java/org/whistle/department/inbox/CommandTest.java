package org.whistle.department.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.department.Fixture;
import org.whistle.department.People;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class CommandTest extends Fixture {

    private static final String RETURN = "{\"reason\": \"非供水设施。\", \"legalBasis\": \"排水条例第三十九条\"}";

    @Test
    void wholeLife_isWritten_onDeskAndJournal() {
        Story story = accepted();
        command(People.handler(), story, "progress-notes", "{\"note\": \"已围挡。\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("accepted"))
                .body("notedAt", notNullValue());
        command(People.manager(), story, "completion", "{\"result\": \"已更换。\"}")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("state", equalTo("completed"))
                .body("availableActions", equalTo(java.util.List.of()));

        ProgressNoted noted = journal.await(ProgressNoted.class, story.ticketId());
        AssignmentCompleted completed = journal.await(AssignmentCompleted.class, story.ticketId());
        assertThat(noted.note()).isEqualTo("已围挡。");
        assertThat(completed.result()).isEqualTo("已更换。");
        assertThat(completed.by().account()).isEqualTo("water-supply-m");
        assertThat(journal.allAbout(story.ticketId()))
                .extracting(received -> received.type())
                .containsExactly(
                        "whistle.department.assignment-accepted.v1",
                        "whistle.department.progress-noted.v1",
                        "whistle.department.assignment-completed.v1");
        read(story.assignmentId())
                .body("history.version", contains(1, 2, 3))
                .body("history[2].event.result", equalTo("已更换。"));
    }

    @Test
    void return_isAsked_andPausesTheRest() {
        Story story = accepted();
        command(People.handler(), story, "returns", RETURN)
                .statusCode(200)
                .body("state", equalTo("return-pending"))
                .body("returnsLeft", equalTo(0))
                .body("availableActions", contains("progress-notes"));

        ReturnRequested requested = journal.await(ReturnRequested.class, story.ticketId());
        assertThat(requested.legalBasis()).isEqualTo("排水条例第三十九条");
        command(People.handler(), story, "completion", "{\"result\": \"x\"}")
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:return-pending"));
    }

    @Test
    void return_isRefused_afterItsWindow() {
        Story story = now();
        issued(
                story,
                story.assignment()
                        .issuedAt(story.filedAt().minusSeconds(5))
                        .returns(Duration.ZERO, 1)
                        .build());

        command(People.handler(), story, "returns", RETURN)
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:return-too-late"));
    }

    @Test
    void refusal_speaksTheCallersLanguage() {
        Story story = accepted();

        command(People.handler(), story, "acceptance", "{}")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whistle:problem:already-accepted"))
                .body("title", equalTo("已接单"))
                .body("detail", containsString("water-supply-1"));
        command(People.handler().header("Accept-Language", "en"), story, "acceptance", "{}")
                .statusCode(409)
                .body("title", equalTo("Already accepted"));
    }

    @Test
    void completion_isRefused_beforeAcceptance() {
        command(People.handler(), issued(), "completion", "{\"result\": \"x\"}")
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:not-accepted-yet"));
    }

    @Test
    void change_isRefused_withoutAVersion_orWithAnOldOne() {
        Story story = issued();
        String old = etag(story.assignmentId());
        People.handler()
                .post(ASSIGNMENT + "/acceptance", story.assignmentId())
                .then()
                .statusCode(428);
        accept(story).statusCode(200);

        People.handler()
                .header("If-Match", old)
                .contentType("application/json")
                .body("{\"result\": \"x\"}")
                .post(ASSIGNMENT + "/completion", story.assignmentId())
                .then()
                .statusCode(412)
                .header("ETag", "\"1\"");
    }

    @Test
    void otherDepartments_findNothing() {
        Story story = issued();

        People.handlerOf("gas").get(ASSIGNMENT, story.assignmentId()).then().statusCode(404);
        command(People.handlerOf("gas"), story, "acceptance", "{}").statusCode(404);
        People.of(Tokens.forAccount("elsewhere")
                        .roles("handler")
                        .areas("370103")
                        .department(Story.LEAD))
                .get(ASSIGNMENT, story.assignmentId())
                .then()
                .statusCode(404);
        People.handler().get(ASSIGNMENT, UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void handlerWithoutADepartment_findsNothing() {
        Story story = issued();

        command(People.of(Tokens.forAccount("lost").roles("handler").areas(People.DISTRICT)), story, "acceptance", "{}")
                .statusCode(404);
    }

    @Test
    void otherRoles_areForbidden() {
        Story story = issued();

        command(People.supervisor(People.DISTRICT), story, "acceptance", "{}").statusCode(403);
        People.of(Tokens.forAccount("r").roles("resident").areas(People.DISTRICT))
                .get(ASSIGNMENTS)
                .then()
                .statusCode(403);
        io.restassured.RestAssured.given().get(ASSIGNMENTS).then().statusCode(401);
    }

    @Test
    void badBodies_areRefused_withTheirFields() {
        Story story = accepted();

        command(People.handler(), story, "completion", "{}").statusCode(400).body("errors.field", contains("result"));
        command(People.handler(), story, "completion", "{\"result\": \"" + "x".repeat(2001) + "\"}")
                .statusCode(400)
                .body("errors.field", contains("result"));
        command(People.handler(), story, "completion", "{\"result\": \"a\\u0000b\"}")
                .statusCode(400);
        command(People.handler(), story, "completion", "{\"result\": ").statusCode(400);
        command(People.handler(), story, "completion", "").statusCode(400);
        command(People.handler(), story, "returns", "{\"reason\": \" \"}")
                .statusCode(400)
                .body("errors.field", contains("reason", "legalBasis"));
        command(
                        People.handler(),
                        story,
                        "completion",
                        "{\"result\": \"x\", \"photos\": [\"" + UUID.randomUUID() + "\"]}")
                .statusCode(400)
                .body("errors.field", contains("photos"));
        read(story.assignmentId()).body("state", equalTo("accepted")).header("ETag", "\"1\"");
    }

    @Test
    void unchangedAssignment_isNotSentAgain() {
        Story story = issued();

        People.handler()
                .header("If-None-Match", etag(story.assignmentId()))
                .get(ASSIGNMENT, story.assignmentId())
                .then()
                .statusCode(304);
    }

    @Test
    void openApi_isOpen_andShowsExamples() {
        io.restassured.RestAssured.given()
                .get("/api/department/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItem("/api/department/assignments/{id}/acceptance"))
                .body("paths.keySet()", everyItem(not(nullValue())));
    }
}
