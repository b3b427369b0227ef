package org.whistle.feedback.loop.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class LoopRulesTest {

    private static String type(Response response) {
        return response.path("type");
    }

    private static Given handled() {
        Given g = Given.ticket(Instant.now().minus(Duration.ofMinutes(10)));
        try (Journal journal = Journal.open()) {
            journal.publish(g.filed());
            journal.publish(g.dispatched("water", 1));
            journal.publish(g.completed(g.lead, "water", 9));
        }
        return g;
    }

    private static String verification(Given g) {
        return "/loops/" + g.ticketId + "/verification";
    }

    private static String callback(Given g) {
        return "/loops/" + g.ticketId + "/callback";
    }

    private static String verified(Given g) {
        String etag = Api.awaitState(g.ticketId, "awaiting-verification");
        Response response = Api.post(Api.gridWorker(), verification(g), etag, Api.fixed(Given.SITE));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.header("ETag");
    }

    @Test
    void verifierTooFarOff_isToldTheDistance() {
        Given g = handled();
        String etag = Api.awaitState(g.ticketId, "awaiting-verification");

        Response far = Api.post(Api.gridWorker(), verification(g), etag, Api.fixed(Given.FAR));

        assertThat(far.statusCode()).isEqualTo(422);
        assertThat(type(far)).isEqualTo("urn:whistle:problem:too-far-from-site");
        assertThat(far.<String>path("detail"))
                .containsPattern("(9|10)\\d\\d|1,00\\d")
                .contains("500");
    }

    @Test
    void handlerAndManager_neverVerifyCallBackOrClose() {
        Given g = handled();
        String etag = Api.awaitState(g.ticketId, "awaiting-verification");
        Tokens manager = Tokens.forAccount("m-water")
                .roles("manager")
                .areas(Api.DISTRICT)
                .department("water");
        for (Tokens who : List.of(Api.handler("water"), manager)) {
            Response verify = Api.post(who, verification(g), etag, Api.fixed(Given.SITE));
            assertThat(verify.statusCode()).isEqualTo(403);
            assertThat(type(verify)).isEqualTo("urn:whistle:problem:handler-may-not-close");
        }
        String next = verified(g);
        for (Tokens who : List.of(Api.handler("water"), manager)) {
            assertThat(Api.post(who, callback(g), next, Api.answer(true, "satisfied"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(Api.post(who, "/loops/" + g.ticketId + "/closing", next, "{\"reason\": \"x\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
        Api.awaitState(g.ticketId, "awaiting-answer");
    }

    @Test
    void staleVersion_isRefused_andAMissingOneIsAskedFor() {
        Given g = handled();
        String etag = Api.awaitState(g.ticketId, "awaiting-verification");

        // How many versions there were depends on how the events fell into batches.
        String before = "\"" + (Long.parseLong(etag.replace("\"", "")) - 1) + "\"";
        Response stale = Api.post(Api.gridWorker(), verification(g), before, Api.fixed(Given.SITE));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo(etag);
        assertThat(given().auth()
                        .oauth2(Api.gridWorker().sign())
                        .contentType(ContentType.JSON)
                        .body(Api.fixed(Given.SITE))
                        .post("/api/feedback" + verification(g))
                        .statusCode())
                .isEqualTo(428);
    }

    @Test
    void somebodyElsesTicket_isNotThere() {
        Given g = handled();
        String etag = Api.awaitState(g.ticketId, "awaiting-verification");
        Tokens neighbour = Tokens.forAccount("grid-2").roles("grid-worker").areas("370102009001002");

        assertThat(Api.post(neighbour, verification(g), etag, Api.fixed(Given.SITE))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.get(neighbour, "/loops/" + g.ticketId).statusCode()).isEqualTo(404);
        assertThat(Api.get(Api.handler("gas"), "/loops/" + g.ticketId).statusCode())
                .isEqualTo(404);
        assertThat(Api.get(Api.handler("water"), "/loops/" + g.ticketId).statusCode())
                .isEqualTo(200);
        assertThat(Api.get(neighbour, "/loops/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(Api.get(neighbour, "/loops/nonsense").statusCode()).isEqualTo(404);
        assertThat(Api.get(Api.gridWorker(), "/verifications?limit=200").<List<String>>path("items.ticketId"))
                .contains(g.ticketId.toString());
        assertThat(Api.get(neighbour, "/verifications?limit=200").<List<String>>path("items.ticketId"))
                .doesNotContain(g.ticketId.toString());
        assertThat(given().get("/api/feedback/loops/" + g.ticketId).statusCode())
                .isEqualTo(401);
    }

    @Test
    void reporter_mayAnswer_butNobodyElseWithoutARoleForIt() {
        Given g = handled();
        String etag = verified(g);
        Tokens stranger = Tokens.forAccount("resident-2").roles("resident");
        Tokens leader = Tokens.forAccount("leader-1").roles("leader").areas(Api.DISTRICT);
        Tokens reporter = Tokens.forAccount("resident-1").roles("resident");

        assertThat(Api.post(stranger, callback(g), etag, Api.answer(true, "fair"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Api.post(leader, callback(g), etag, Api.answer(true, "fair")).statusCode())
                .isEqualTo(403);
        assertThat(Api.post(reporter, callback(g), etag, Api.answer(true, "fair"))
                        .<String>path("state"))
                .isEqualTo("closed");
    }

    @Test
    void unreachableReporter_isClosedBySupervisor_afterThreeCalls() {
        try (TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = handled();
            String etag = verified(g);
            String closing = "/loops/" + g.ticketId + "/closing";
            for (int call = 1; call <= 3; call++) {
                Response early = Api.post(Api.supervisor(), closing, etag, "{\"reason\": \"未接通\"}");
                assertThat(type(early)).isEqualTo("urn:whistle:problem:too-few-attempts");
                Response attempt = Api.post(Api.callAgent(), callback(g), etag, Api.NOT_REACHED);
                assertThat(attempt.<Integer>path("attempts"))
                        .as(attempt.asString())
                        .isEqualTo(call);
                etag = attempt.header("ETag");
            }
            Response closed = Api.post(Api.supervisor(), closing, etag, "{\"reason\": \"未接通\"}");
            assertThat(closed.<String>path("outcome")).as(closed.asString()).isEqualTo("unreachable");
            assertThat(reader.await(TicketClosed.class, g.ticketId).reason()).isEqualTo("未接通");
            assertThat(Api.get(Api.supervisor(), "/loops/" + g.ticketId).<List<Object>>path("attempts"))
                    .hasSize(3);
        }
    }

    @Test
    void photo_isShownToWhoSeesTheTicket_andIsTheVerifiersOwn() throws IOException {
        Given g = handled();
        String etag = Api.awaitState(g.ticketId, "awaiting-verification");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        String id = given().auth()
                .oauth2(Api.gridWorker().sign())
                .contentType("image/png")
                .body(png.toByteArray())
                .post("/api/feedback/photos")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String body = """
                {"outcome": "fixed", "position": {"longitude": 117.0568, "latitude": 36.6752}, "photos": ["%s"]}""";

        Response foreign = Api.post(Api.gridWorker(), verification(g), etag, body.formatted(UUID.randomUUID()));
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(foreign.<String>path("errors[0].field")).isEqualTo("photos[0]");
        assertThat(Api.get(Api.supervisor(), "/photos/" + id).statusCode()).isEqualTo(404);
        assertThat(Api.post(Api.gridWorker(), verification(g), etag, body.formatted(id))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Api.get(Api.supervisor(), "/photos/" + id).contentType()).isEqualTo("image/png");
        assertThat(Api.get(Api.handler("gas"), "/photos/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void badBodies_nameTheirFields_andStoreNothing() {
        Given g = handled();
        String etag = Api.awaitState(g.ticketId, "awaiting-verification");
        Tokens worker = Api.gridWorker();

        assertThat(Api.post(worker, verification(g), etag, "{\"outcome\": \"fixed\"")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Api.post(worker, verification(g), etag, "{\"outcome\": \"perhaps\"}")
                        .statusCode())
                .isEqualTo(400);
        Response absurd = Api.post(
                worker,
                verification(g),
                etag,
                "{\"outcome\": \"fixed\", \"position\": {\"longitude\": 999, \"latitude\": 36}}");
        assertThat(absurd.<String>path("errors[0].field")).isEqualTo("position.longitude");
        assertThat(Api.post(worker, verification(g), etag, Api.fixed(Given.SITE).replace("ok", "x".repeat(2001)))
                        .<String>path("errors[0].field"))
                .isEqualTo("note");
        assertThat(Api.get(worker, "/verifications?limit=0").statusCode()).isEqualTo(400);
        assertThat(Api.get(worker, "/verifications?cursor=zzz").statusCode()).isEqualTo(400);
        assertThat(Api.awaitState(g.ticketId, "awaiting-verification")).isEqualTo(etag);
    }

    @Test
    void notAcceptedTicket_isClosedByItself() {
        try (Journal journal = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = Given.ticket(Instant.now().minus(Duration.ofMinutes(5)));
            journal.publish(g.filed(null));
            journal.publish(g.queued(TicketQueued.Reason.UNCLASSIFIED, 0, 1));
            journal.publish(g.notAccepted(3));

            assertThat(reader.await(TicketClosed.class, g.ticketId).outcome())
                    .isEqualTo(TicketClosed.Outcome.NOT_ACCEPTED);
            Api.awaitState(g.ticketId, "closed");
        }
    }
}
