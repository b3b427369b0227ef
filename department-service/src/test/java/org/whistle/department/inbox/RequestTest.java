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
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.contracts.Actor;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.department.Fixture;
import org.whistle.department.Issues;
import org.whistle.department.People;
import org.whistle.testkit.Database;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

/** Extensions and suspensions on the desk, from the handler over the manager to the street and back. */
@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class RequestTest extends Fixture {

    private static final String REQUESTS = "/api/department/requests";
    private static final String EXTENSION = "{\"reason\": \"管件需定制。\"}";
    private static final Actor HANDLER = new Actor("water-supply-1", Story.LEAD);
    private static final Actor MANAGER = new Actor("water-supply-m", Story.LEAD);

    private final Database database = Database.of("department");

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

    @Test
    void extension_isRefused_afterTheLimit_asAlsoItsEndorsement() {
        Story late = now();
        issued(
                late,
                late.assignment()
                        .issuedAt(late.filedAt().minus(Duration.ofHours(5)))
                        .build());
        accept(late).statusCode(200).body("availableActions", not(hasItem("extensions")));
        command(People.handler(), late, "extensions", EXTENSION)
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:extension-too-late"))
                .body("detail", containsString("之前申请"));

        Story story = handled();
        UUID request = asked(story);
        database.execute(
                "update assignment set handle_warn_at = now() - interval '2 seconds', handle_due_at = now() - interval '1 second' where id = ?",
                story.assignmentId());
        endorse(People.manager().header("Accept-Language", "en"), story, request)
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:extension-too-late"))
                .body("detail", containsString("and endorsed, before the handling limit"));
    }

    @ParameterizedTest
    @CsvSource({"-1, suspension-end-past", "366, suspension-too-long"})
    void suspension_isRefused_whenItsEndIsWrong(int days, String rule) {
        Story story = handled();

        command(
                        People.handler(),
                        story,
                        "suspensions",
                        suspension(story.filedAt().plus(Duration.ofDays(days))))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:" + rule));
    }

    @Test
    void request_isRefused_byTheStateOfTheAssignment() {
        Story untouched = issued();
        command(People.handler(), untouched, "extensions", EXTENSION)
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:not-accepted-yet"));
        Story story = handled();
        asked(story);
        command(People.handler(), story, "suspensions", suspension(Issues.until(story)))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:request-waiting"))
                .body("detail", containsString("water-supply-1"));
        endorse(People.manager(), story, UUID.randomUUID())
                .statusCode(404)
                .body("type", equalTo("urn:whistle:problem:no-such-request"));
    }

    @Test
    void endorsement_isTheManagersOfTheDepartment_underTheVersionSeen() {
        Story story = handled();
        UUID request = asked(story);

        endorse(People.handler(), story, request).statusCode(403);
        endorse(managerOf("gas"), story, request).statusCode(404);
        People.manager()
                .post(ASSIGNMENT + "/requests/" + request + "/endorsement", story.assignmentId())
                .then()
                .statusCode(428);
        People.manager()
                .header("If-Match", "\"1\"")
                .post(ASSIGNMENT + "/requests/" + request + "/endorsement", story.assignmentId())
                .then()
                .statusCode(412);
        endorse(People.manager(), story, request).statusCode(200);
        endorse(People.manager(), story, request)
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:already-endorsed"));
    }

    @Test
    void badBodies_areRefused_withTheirFields() {
        Story story = handled();
        command(People.handler(), story, "extensions", "{}").statusCode(400).body("errors.field", contains("reason"));
        command(People.handler(), story, "extensions", "").statusCode(400);
        command(People.handler(), story, "extensions", "{\"reason\": \"a\\u0000b\"}")
                .statusCode(400);
        command(
                        People.handler(),
                        story,
                        "extensions",
                        "{\"reason\": \"x\", \"photos\": [\"" + UUID.randomUUID() + "\"]}")
                .statusCode(400)
                .body("errors.field", contains("photos"));
        command(People.handler(), story, "suspensions", "{}")
                .statusCode(400)
                .body("errors.field", contains("reason", "until"));
        command(People.handler(), story, "suspensions", "{\"reason\": \"x\", \"until\": \"soon\"}")
                .statusCode(400)
                .body("errors.field", contains("until"));
        UUID request = asked(story);
        command(People.manager(), story, "requests/" + request + "/decline", "{\"reason\": \" \"}")
                .statusCode(400)
                .body("errors.field", contains("reason"));
        command(People.manager(), story, "requests/nonsense/endorsement", "").statusCode(404);
        read(story.assignmentId()).header("ETag", "\"2\"");
    }

    @Test
    void requests_areSeen_byTheirDepartmentsManagers_andTheAreasSupervisors() {
        Story story = handled();
        UUID request = asked(story);

        managerOf("gas")
                .get(REQUESTS + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(request.toString())));
        People.supervisor(People.DISTRICT)
                .get(REQUESTS + "?limit=200&department=water-supply")
                .then()
                .body("items.id", hasItem(request.toString()));
        People.supervisor("370103").get(REQUESTS).then().statusCode(200).body("items.size()", equalTo(0));
        People.handler().get(REQUESTS).then().statusCode(403);
    }

    @Test
    void requests_arePaged() {
        asked(handled());
        asked(handled());

        JsonPath page = People.manager()
                .get(REQUESTS + "?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(page.getList("items")).hasSize(1);
        JsonPath next = People.manager()
                .urlEncodingEnabled(false)
                .get(page.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(Instant.parse(next.getString("items[0].askedAt")))
                .isAfterOrEqualTo(Instant.parse(page.getString("items[0].askedAt")));
        assertThat(next.getString("items[0].id")).isNotEqualTo(page.getString("items[0].id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=lost", "limit=0", "cursor=x"})
    void badQuery_isRefused(String query) {
        People.manager().get(REQUESTS + "?" + query).then().statusCode(400).contentType("application/problem+json");
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

    private Story handled() {
        Story story = now();
        issued(story, Issues.withTerms(story));
        accept(story).statusCode(200).body("availableActions", hasItems("extensions", "suspensions"));
        return story;
    }

    private UUID asked(Story story) {
        command(People.handler(), story, "extensions", EXTENSION).statusCode(200);
        return requestOf(story);
    }

    private UUID requestOf(Story story) {
        return UUID.fromString(read(story.assignmentId()).extract().path("request.id"));
    }

    private ValidatableResponse endorse(RequestSpecification who, Story story, UUID request) {
        return command(who, story, "requests/" + request + "/endorsement", "");
    }

    private static JsonPath line(String state, UUID request) {
        return People.manager()
                .get(REQUESTS + "?limit=200&state=" + state)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(request.toString()))
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.id == '" + request + "' }");
    }

    private void awaitVersion(Story story, int version) {
        await().untilAsserted(() -> read(story.assignmentId()).header("ETag", "\"" + version + "\""));
    }

    private Instant due(Story story) {
        return Instant.parse(read(story.assignmentId()).extract().path("handle.dueAt"));
    }

    private static String suspension(Instant until) {
        return "{\"reason\": \"道路整体改造。\", \"until\": \"" + until + "\"}";
    }

    private static RequestSpecification managerOf(String department) {
        return People.of(Tokens.forAccount(department + "-m")
                .roles("manager")
                .areas(People.DISTRICT)
                .department(department));
    }
}
