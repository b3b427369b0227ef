package org.whistle.department.inbox;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.department.Issues;
import org.whistle.department.People;
import org.whistle.testkit.Story;
import org.whistle.testkit.WithWhistle;

/** Extensions and suspensions that cannot be asked for, or not endorsed: by time, state, person or body of the request. */
@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class RequestRefusalTest extends RequestFixture {

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
}
