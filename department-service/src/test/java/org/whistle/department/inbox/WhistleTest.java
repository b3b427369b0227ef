package org.whistle.department.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.contracts.Position;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.department.Fixture;
import org.whistle.department.Issues;
import org.whistle.department.People;
import org.whistle.district.Coordinates;
import org.whistle.district.Datum;
import org.whistle.testkit.Story;
import org.whistle.testkit.WithWhistle;

/** Whistles and identifications on the desk. */
@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class WhistleTest extends Fixture {

    private static final String MINE = "{\"mine\": false, \"basis\": \"管网图上此处无本单位管线。\"}";

    @Test
    void whistle_isShown_withItsMeetingPoint() {
        Story story = called();

        People.handler()
                .get(ASSIGNMENT, story.assignmentId())
                .then()
                .body("whistle.kind", equalTo("emergency"))
                .body("whistle.subject", equalTo("井盖缺失，请到场围护"))
                .body("whistle.venue", equalTo("甸新东路与文化东路路口"))
                .body("whistle.position.longitude", equalTo(117.06f))
                .body("whistle.meetAt", equalTo(story.minute(10).toString()))
                .body("whistle.checkInBy", equalTo(story.minute(40).toString()))
                .body("checkInMetres", equalTo(500))
                .body("task", nullValue())
                .body("availableActions", not(hasItem("check-in")));
    }

    @Test
    void whistles_areListed_byTimeLeft() {
        Story plain = issued();
        Story later = called();
        Story sooner = now();
        issued(
                sooner,
                Issues.with(
                        sooner.assignment().handling(Duration.ofMinutes(30)).build(),
                        null,
                        Issues.whistle(sooner),
                        Issues.terms(sooner)));

        List<String> whistles = People.handler()
                .get(ASSIGNMENTS + "?whistle=true&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(whistles)
                .containsSubsequence(
                        sooner.assignmentId().toString(), later.assignmentId().toString())
                .doesNotContain(plain.assignmentId().toString());
        People.handler()
                .get(ASSIGNMENTS + "?whistle=false&ticket={t}", plain.ticketId())
                .then()
                .body("items.id", contains(plain.assignmentId().toString()));
        People.handler().get(ASSIGNMENTS + "?whistle=loud").then().statusCode(400);
    }

    @Test
    void checkIn_isTaken_inTheDatumStated() {
        Story story = signedFor();
        Coordinates map = Datum.GCJ02.fromWgs84(
                new Coordinates(Issues.MEETING_POINT.longitude(), Issues.MEETING_POINT.latitude()));

        command(People.handler(), story, "check-in", at(map.longitude(), map.latitude(), "gcj02"))
                .statusCode(200)
                .body("checkedIn.metres", equalTo(0))
                .body("checkedIn.by.account", equalTo("water-supply-1"))
                .body("checkedIn.at", notNullValue())
                .body("state", equalTo("accepted"))
                .body("availableActions", not(hasItem("check-in")));

        CheckedIn checkedIn = journal.await(CheckedIn.class, story.ticketId());
        Position position = checkedIn.position();
        assertThat(new Coordinates(position.longitude(), position.latitude())
                        .metresTo(new Coordinates(Issues.MEETING_POINT.longitude(), Issues.MEETING_POINT.latitude())))
                .isLessThan(0.5);
        command(People.handler(), story, "check-in", at(117.06, 36.66, "wgs84"))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:already-checked-in"));
        command(People.handler(), story, "completion", "{\"result\": \"已围护。\"}").statusCode(200);
    }

    @Test
    void checkIn_isRefused_fromTwoKilometresAway_withDistanceAndBound() {
        Story story = signedFor();

        command(People.handler(), story, "check-in", at(117.06, 36.67802, "wgs84"))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:check-in-too-far"))
                .body("detail", containsString("2004 米"))
                .body("detail", containsString("500 米以内"));
        command(People.handler().header("Accept-Language", "en"), story, "check-in", at(117.06, 36.67802, "wgs84"))
                .statusCode(422)
                .body("detail", containsString("2004 metres from the meeting point"));
        // The same figures of the other datum lie half a kilometre off.
        command(People.handler(), story, "check-in", at(117.06, 36.66, "gcj02"))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:check-in-too-far"));
        read(story.assignmentId()).header("ETag", "\"1\"").body("checkedIn", nullValue());
    }

    @Test
    void checkIn_isRefused_beforeSigning_andWithoutAWhistle() {
        command(People.handler(), called(), "check-in", at(117.06, 36.66, "wgs84"))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:not-accepted-yet"));
        command(People.handler(), accepted(), "check-in", at(117.06, 36.66, "wgs84"))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:no-whistle"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|position",
                "{\"position\": {}}|position.longitude,position.latitude,position.datum",
                "{\"position\": {\"longitude\": 181, \"latitude\": 36, \"datum\": \"wgs84\"}}|position.longitude",
                "{\"position\": {\"longitude\": 117, \"latitude\": -91, \"datum\": \"wgs84\"}}|position.latitude",
                "{\"position\": {\"longitude\": 117, \"latitude\": 36, \"datum\": \"bd09\"}}|position.datum",
                "{\"position\": {\"longitude\": 117, \"latitude\": 36}}|position.datum",
            })
    void badPosition_isRefused_withItsFields(String body, String fields) {
        command(People.handler(), signedFor(), "check-in", body)
                .statusCode(400)
                .body("errors.field", equalTo(List.of(fields.split(","))));
    }

    @Test
    void ownership_isAnswered_withoutAcceptingFirst() {
        Story story = toIdentify();
        People.handler()
                .get(ASSIGNMENT, story.assignmentId())
                .then()
                .body("task", equalTo("identify"))
                .body("availableActions", hasItems("acceptance", "ownership"));

        command(People.handler(), story, "ownership", MINE)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("completed"))
                .body("mine", equalTo(false))
                .body("handler", equalTo("water-supply-1"))
                .body("availableActions", equalTo(List.of()));

        assertThat(journal.await(OwnershipAnswered.class, story.ticketId()).mine())
                .isFalse();
        assertThat(journal.allAbout(story.ticketId()))
                .extracting(received -> received.type())
                .containsExactly(
                        "whistle.department.assignment-accepted.v1", "whistle.department.ownership-answered.v1");
        read(story.assignmentId()).body("history.version", contains(1, 2));
        command(People.handler(), story, "ownership", MINE)
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:already-completed"));
    }

    @Test
    void identification_isNotCompleted_andNothingElseIsAnswered() {
        Story story = toIdentify();
        accept(story).statusCode(200).body("availableActions", not(hasItem("completion")));
        command(People.handler(), story, "completion", "{\"result\": \"不是我们的。\"}")
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:ownership-to-answer"))
                .body("detail", containsString("认领"));
        command(People.handler(), story, "ownership", MINE).statusCode(200).header("ETag", "\"2\"");

        command(People.handler(), accepted(), "ownership", MINE)
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:not-an-identification"));
    }

    @Test
    void badAnswer_isRefused_withItsFields() {
        Story story = toIdentify();

        command(People.handler(), story, "ownership", "{}")
                .statusCode(400)
                .body("errors.field", contains("mine", "basis"));
        command(People.handler(), story, "ownership", "{\"mine\": \"maybe\", \"basis\": \"x\"}")
                .statusCode(400)
                .body("errors.field", contains("mine"));
        read(story.assignmentId()).header("ETag", "\"0\"");
    }

    private Story called() {
        Story story = now();
        return issued(story, Issues.whistled(story));
    }

    private Story signedFor() {
        Story story = called();
        accept(story).statusCode(200).body("availableActions", hasItem("check-in"));
        return story;
    }

    private Story toIdentify() {
        Story story = now();
        return issued(story, Issues.toIdentify(story));
    }

    private static String at(double longitude, double latitude, String datum) {
        return "{\"position\": {\"longitude\": " + longitude + ", \"latitude\": " + latitude + ", \"datum\": \"" + datum
                + "\"}}";
    }
}
