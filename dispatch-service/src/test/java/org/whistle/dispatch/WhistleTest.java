package org.whistle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.testkit.Database;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

/** Whistles on the real broker and the real database. */
@QuarkusTest
@WithWhistle(service = "dispatch")
class WhistleTest extends ServiceTest {

    @Test
    void emergencyWhistle_isSignedFor_checkedIn_reportedAndRated() {
        Story story = Story.begin();
        journal.publish(story.report().unclassified().build());
        long version = awaitState(story.ticketId(), "queued");
        blow(story, version, Map.of()).statusCode(200).body("lead", equalTo("emergency"));
        Whistle whistle = events.await(TicketDispatched.class, story.ticketId()).whistle();
        assertThat(whistle).isNotNull();
        Instant now = clock.instant();
        assertThat(whistle.checkInBy()).isEqualTo(now.plus(Duration.ofMinutes(30)));
        AssignmentIssued gas = issued("gas", story.ticketId(), 1);
        AssignmentIssued fire = issued("fire", story.ticketId(), 1);
        AssignmentIssued lead = issued("emergency", story.ticketId(), 1);
        assertThat(List.of(gas, fire, lead))
                .allSatisfy(issued -> assertThat(issued.whistle()).isEqualTo(whistle));
        for (AssignmentIssued issued : List.of(lead, gas, fire)) {
            journal.publish(new AssignmentAccepted(
                    issued.ticketId(), issued.assignmentId(), issued.department(), by(issued), now));
        }
        journal.publish(checkedIn(gas, 35, now.plus(Duration.ofMinutes(20))));
        journal.publish(checkedIn(fire, 12, now.plus(Duration.ofMinutes(31))));
        journal.publish(completed(gas, now.plus(Duration.ofMinutes(50))));
        awaitReported(story.ticketId(), 1);
        ticket(story.ticketId())
                .body("state", equalTo("dispatched"))
                .body("whistle.kind", equalTo("emergency"))
                .body("whistle.venue", equalTo("甸柳新村一区3号楼北侧路口"))
                .body("whistle.parts.department", contains("emergency", "gas", "fire"))
                .body("whistle.parts.signedAt", everyItem(notNullValue()))
                .body("whistle.parts[1].checkIn.metres", equalTo(35))
                .body("whistle.parts[1].checkIn.inTime", equalTo(true))
                .body("whistle.parts[2].checkIn.inTime", equalTo(false))
                .body("whistle.parts[0].checkIn", nullValue())
                .body("whistle.parts[1].state", equalTo("completed"))
                .body("whistle.parts[1].result.text", equalTo("阀门已关闭。"))
                .body("availableActions", hasItems("dispatch", "whistles", rating(gas)))
                .body("availableActions", not(hasItem(rating(fire))));
        as(dispatcher())
                .get("/api/dispatch/whistles?kind=emergency&street=" + STREET)
                .then()
                .statusCode(200)
                .body("items[0].ticketId", equalTo(story.ticketId().toString()))
                .body("items[0].invited", equalTo(3))
                .body("items[0].signed", equalTo(3))
                .body("items[0].checkedIn", equalTo(2))
                .body("items[0].reported", equalTo(1));
        String path = "/tickets/" + story.ticketId() + "/" + rating(gas);
        long rated = version(story.ticketId());
        post(dispatcher(), path, rated, Map.of("rating", "satisfied", "comment", "到场及时"))
                .statusCode(200)
                .header("ETag", "\"" + (rated + 1) + "\"");
        LegRated event = events.await(LegRated.class, story.ticketId());
        assertThat(event.rating()).isEqualTo(Satisfaction.SATISFIED);
        assertThat(event.ratedBy().account()).isEqualTo("dispatcher-009");
        ticket(story.ticketId())
                .body("whistle.parts[1].rating.rating", equalTo("satisfied"))
                .body("legs[1].rating.comment", equalTo("到场及时"))
                .body("availableActions", not(hasItem(rating(gas))));
        post(dispatcher(), path, rated + 1, Map.of("rating", "fair"))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:already-rated"));
        post(dispatcher(), "/tickets/" + story.ticketId() + "/" + rating(fire), rated + 1, Map.of("rating", "fair"))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:leg-not-completed"))
                .body("detail", containsString("fire"));
        journal.publish(completed(lead, now.plus(Duration.ofMinutes(60))));
        journal.publish(completed(fire, now.plus(Duration.ofMinutes(70))));
        awaitState(story.ticketId(), "completed");
    }

    @Test
    void whistles_areListedNewestFirst_pageByPage_withinOnesArea() {
        for (int i = 0; i < 3; i++) {
            Story story = Story.begin();
            journal.publish(story.report().unclassified().build());
            long version = awaitState(story.ticketId(), "queued");
            clock.stopAt(MONDAY_NINE.plusSeconds(60L * (i + 1)));
            blow(story, version, Map.of("kind", "branch", "meetAt", "2026-03-02T09:30:00+08:00"))
                    .statusCode(200);
        }
        String next = as(dispatcher())
                .get("/api/dispatch/whistles?kind=branch&limit=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].calledAt", equalTo("2026-03-02T01:03:00Z"))
                .extract()
                .path("next");
        as(dispatcher()).get(next).then().statusCode(200).body("items[0].calledAt", equalTo("2026-03-02T01:01:00Z"));
        as(Tokens.forAccount("dispatcher-001").roles("dispatcher").areas("370102001"))
                .get("/api/dispatch/whistles?kind=branch")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as(dispatcher()).get("/api/dispatch/whistles?kind=loud").then().statusCode(400);
        as(Tokens.forAccount("gas-1").roles("handler").areas("370102"))
                .get("/api/dispatch/whistles")
                .then()
                .statusCode(403);
    }

    @Test
    void badWhistle_isRefusedInWords_andTheTicketStaysAsItIs() {
        Story story = Story.begin();
        journal.publish(story.report().unclassified().build());
        long version = awaitState(story.ticketId(), "queued");
        blow(story, version, Map.of("meetAt", "2026-03-02T08:00:00+08:00"))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:whistle-past"))
                .body("detail", containsString("不能早于现在"));
        blow(story, version, Map.of("invitees", List.of("emergency")))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:lead-invited"));
        blow(story, version, Map.of("invitees", List.of()))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:no-invitees"));
        blow(story, version, Map.of("invitees", List.of("nobody")))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:unknown-department"));
        blow(story, version, Map.of("checkInBy", "2026-03-02T11:00:00+08:00"))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:check-in-fixed"));
        blow(story, version, Map.of("kind", "identification")).statusCode(400).body("errors.field", contains("kind"));
        blow(story, version, Map.of("kind", "loud")).statusCode(400);
        blow(story, version, Map.of("position", Map.of("longitude", 181, "latitude", 36)))
                .statusCode(400)
                .body("errors.field", contains("position"));
        post(dispatcher(), "/tickets/" + story.ticketId() + "/whistles", version, Map.of())
                .statusCode(400)
                .body("errors.field", hasItems("kind", "subject", "venue", "meetAt", "lead", "reason"));
        post(
                        dispatcher(),
                        "/tickets/" + story.ticketId() + "/legs/" + UUID.randomUUID() + "/rating",
                        version,
                        Map.of("rating", "fair"))
                .statusCode(404);
        post(
                        dispatcher(),
                        "/tickets/" + story.ticketId() + "/legs/" + UUID.randomUUID() + "/rating",
                        version,
                        Map.of("comment", "x"))
                .statusCode(400)
                .body("errors.field", contains("rating"));
        assertThat(version(story.ticketId())).isEqualTo(version);
        as(dispatcher())
                .body(Map.of("rating", "fair"))
                .post("/api/dispatch/tickets/" + story.ticketId() + "/legs/" + UUID.randomUUID() + "/rating")
                .then()
                .statusCode(428);
    }

    private ValidatableResponse blow(Story story, long version, Map<String, ?> changes) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "kind", "emergency",
                "subject", "燃气管道被挖断，需现场处置。",
                "venue", "甸柳新村一区3号楼北侧路口",
                "meetAt", clock.instant().toString(),
                "lead", "emergency",
                "invitees", List.of("gas", "fire"),
                "type", "C0111",
                "condition", "a",
                "reason", "须同时到场"));
        body.putAll(changes);
        return post(dispatcher(), "/tickets/" + story.ticketId() + "/whistles", version, body);
    }

    private ValidatableResponse ticket(UUID id) {
        return as(dispatcher()).get("/api/dispatch/tickets/" + id).then().statusCode(200);
    }

    private void awaitReported(UUID ticket, int bodies) {
        Awaitility.await(bodies + " reported")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.of("dispatch").number("select reported from whistle where ticket_id = ?", ticket)
                        == bodies);
    }

    private static String rating(AssignmentIssued issued) {
        return "legs/" + issued.assignmentId() + "/rating";
    }

    private static Actor by(AssignmentIssued issued) {
        return new Actor(issued.department() + "-1", issued.department());
    }

    private static CheckedIn checkedIn(AssignmentIssued issued, int metres, Instant at) {
        return new CheckedIn(
                issued.ticketId(), issued.assignmentId(), issued.department(), Story.POSITION, metres, by(issued), at);
    }

    private static AssignmentCompleted completed(AssignmentIssued issued, Instant at) {
        return new AssignmentCompleted(
                issued.ticketId(), issued.assignmentId(), issued.department(), "阀门已关闭。", List.of(), by(issued), at);
    }
}
