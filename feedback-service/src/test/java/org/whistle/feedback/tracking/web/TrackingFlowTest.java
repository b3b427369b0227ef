package org.whistle.feedback.tracking.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.contracts.Topics;
import org.whistle.contracts.TrackingCode;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.Reporter;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** What whoever has a code can do, with nothing but the code. */
@QuarkusTest
@WithWhistle(service = "feedback")
class TrackingFlowTest {

    private final Database database = Database.of("feedback");

    private static Given ticket() {
        return Given.ticket(Instant.now().minus(Duration.ofMinutes(10)));
    }

    private static Response look(TrackingCode code) {
        return look(code.text());
    }

    private static Response look(String code) {
        return given().header("Accept-Language", "en").get("/api/feedback/tracking/{code}", code);
    }

    private static Response awaitState(TrackingCode code, String state) {
        return Api.await(() -> look(code), answer -> answer.statusCode() == 200 && state.equals(answer.path("state")));
    }

    private static Response rate(TrackingCode code, Map<String, ?> body) {
        return given().header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/feedback/tracking/{code}/rating", code.text());
    }

    private static Map<String, ?> solved(boolean solved) {
        return Map.of("solved", solved, "stars", solved ? 5 : 2, "comment", "还行");
    }

    private static Given handled(Journal journal) {
        Given g = ticket();
        journal.publish(g.filed());
        journal.publish(g.dispatched("water", 1));
        journal.publish(g.accepted(g.lead, "water", 2));
        journal.publish(g.completed(g.lead, "water", 9));
        return g;
    }

    private static void verify(Given g) {
        String etag = Api.awaitState(g.ticketId, "awaiting-verification");
        Response verified =
                Api.post(Api.gridWorker(), "/loops/" + g.ticketId + "/verification", etag, Api.fixed(Given.SITE));
        assertThat(verified.statusCode()).as(verified.asString()).isEqualTo(200);
    }

    @Test
    void codeAlone_showsTheWholeWay_andNothingOfAnybody() {
        try (Journal journal = Journal.open()) {
            Given g = handled(journal);
            Response waiting = awaitState(g.code, "awaiting-verification");
            assertThat(waiting.header("Cache-Control")).isEqualTo("no-store");
            assertThat(waiting.<Boolean>path("ratingWanted")).isFalse();
            assertThat(waiting.<String>path("says")).isEqualTo("Handled; it will be checked on site");
            assertThat(waiting.<String>path("type.code")).isEqualTo("C0101");
            assertThat(waiting.<String>path("street.code")).isEqualTo("370102009");
            assertThat(waiting.<List<String>>path("stages.stage"))
                    .containsExactly("reported", "dispatched", "accepted", "handled");
            assertThat(waiting.<String>path("results[0].text")).isEqualTo("已更换井盖");
            assertThat(waiting.<String>path("results[0].department.code")).isEqualTo("water");

            verify(g);

            Response asked = awaitState(g.code, "awaiting-answer");
            assertThat(asked.<Boolean>path("ratingWanted")).isTrue();
            assertThat(asked.asString())
                    .doesNotContain(
                            g.filedBy, "grid-1", "h-water", "井盖破损", "photo", "longitude", g.ticketId.toString());
        }
    }

    @Test
    void solvedAnswer_closes_once() {
        try (Journal journal = Journal.open();
                TopicReader told = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = handled(journal);
            awaitState(g.code, "awaiting-verification");
            Response early = rate(g.code, solved(true));
            assertThat(early.statusCode()).isEqualTo(409);
            assertThat(early.<String>path("type")).isEqualTo("urn:whistle:problem:rating-not-wanted");
            verify(g);

            Response thanked = rate(g.code, solved(true));

            assertThat(thanked.statusCode()).as(thanked.asString()).isEqualTo(200);
            assertThat(thanked.<String>path("state")).isEqualTo("solved");
            assertThat(thanked.<Boolean>path("ratingWanted")).isFalse();
            assertThat(rate(g.code, solved(false)).statusCode()).isEqualTo(409);
            Response loop = Api.get(Api.supervisor(), "/loops/" + g.ticketId);
            assertThat(loop.<String>path("loop.outcome")).isEqualTo("solved");
            assertThat(loop.<String>path("callbacks[0].channel")).isEqualTo("web");
            assertThat(loop.<String>path("callbacks[0].satisfaction")).isEqualTo("satisfied");
            assertThat(loop.<String>path("callbacks[0].by")).isEqualTo("reporter");
            assertThat(told.await(ReporterAnswered.class, g.ticketId).comment()).isEqualTo("还行");
        }
    }

    @Test
    void unsolvedAnswer_opensTheSameTicketAgain_andTheNextRoundIsAskedAnew() {
        try (Journal journal = Journal.open()) {
            Given g = handled(journal);
            verify(g);

            assertThat(rate(g.code, solved(false)).<String>path("state")).isEqualTo("reopened");

            assertThat(look(g.code).<List<String>>path("stages.stage")).contains("reopened");
            Api.awaitState(g.ticketId, "reopened");
            journal.publish(g.dispatched(2, 11, g.leg(g.second, "gas", LegRole.LEAD, 11, 120)));
            journal.publish(g.completed(g.second, "gas", 12));
            verify(g);
            assertThat(rate(g.code, solved(true)).<String>path("state")).isEqualTo("solved");
        }
    }

    @Test
    void joinedReportsCode_andAMergedTicketsCode_showTheTicketTheyGoOnIn() {
        TrackingCode joined = TrackingCode.of(ByteBuffer.allocate(32)
                .putLong(Journal.newId().getLeastSignificantBits())
                .array());
        try (Journal journal = Journal.open()) {
            Given into = ticket();
            journal.publish(into.filed());
            journal.publish(into.dispatched("water", 1));
            Given g = ticket();
            journal.publish(g.filed());
            Instant later = Instant.now();
            journal.publish(new ReportJoined(
                    g.ticketId,
                    Journal.newId(),
                    "同一处",
                    Given.SITE,
                    List.of(),
                    new Reporter(Journal.newId(), Reporter.Kind.RESIDENT),
                    "resident-2",
                    later,
                    joined.digest()));
            awaitState(joined, "reported");
            Api.awaitState(into.ticketId, "handling");
            journal.publish(g.merged(into.ticketId, 2));

            for (TrackingCode code : List.of(joined, g.code)) {
                Response answer = awaitState(code, "handling");
                assertThat(answer.<String>path("ticketNo"))
                        .isEqualTo(look(into.code).path("ticketNo"));
            }
            assertThat(OffsetDateTime.parse(awaitState(joined, "handling").path("reportedAt"))
                            .toInstant())
                    .isCloseTo(later, within(1, ChronoUnit.MILLIS));
            journal.publish(into.completed(into.lead, "water", 9));
            verify(into);
            assertThat(rate(joined, solved(true)).<String>path("state")).isEqualTo("solved");
            assertThat(look(g.code).<String>path("state")).isEqualTo("solved");
        }
    }

    @Test
    void whistleblowersCode_showsTheStateAlone_andMayAnswer() {
        try (Journal journal = Journal.open()) {
            Given g = Given.ticket(Instant.now().minus(Duration.ofMinutes(10)), Given.GRID, Reporter.HIDDEN);
            journal.publish(g.filed());
            journal.publish(g.dispatched("water", 1));
            journal.publish(g.completed(g.lead, "water", 9));
            verify(g);

            Map<String, Object> seen =
                    awaitState(g.code, "awaiting-answer").jsonPath().getMap("");

            assertThat(seen).containsOnlyKeys("state", "says", "stages", "results", "ratingWanted", "ratingUntil");
            assertThat(seen).containsEntry("stages", List.of()).containsEntry("results", List.of());
            assertThat(rate(g.code, solved(true)).<String>path("state")).isEqualTo("solved");
        }
    }

    @Test
    void matterBelowTheStreet_isFollowedToo() {
        try (Journal journal = Journal.open()) {
            Given g = ticket();
            journal.publish(g.opened());
            awaitState(g.code, "community");

            journal.publish(new MatterAnswered(g.ticketId, ChainLevel.BRANCH, "双方同意共同维修", Given.STREET, g.at(5)));

            assertThat(awaitState(g.code, "settled").<String>path("results[0].text"))
                    .isEqualTo("双方同意共同维修");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7ZKX0M41QW9TRB3HC6YV2D8NEP", "7ZKX", "not-a-code", "井盖", "%27%20or%201=1"})
    void whatNoReportHas_isNotThere(String code) {
        assertThat(look(code).statusCode()).isEqualTo(404);
        assertThat(look(code).contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void code_isReadAsItIsTyped_andTheDigestIsNone() {
        try (Journal journal = Journal.open()) {
            Given g = ticket();
            journal.publish(g.filed());
            awaitState(g.code, "reported");

            String typed = g.code.text().toLowerCase(Locale.ROOT).replaceAll("(.{4})", "$1-");
            assertThat(look(typed).statusCode()).isEqualTo(200);
            assertThat(look(g.code.digest()).statusCode()).isEqualTo(404);
            assertThat(database.number("select count(*) from tracking where digest = ?", g.code.text()))
                    .isZero();
        }
    }

    @Test
    void badRating_namesItsFields_andChangesNothing() {
        try (Journal journal = Journal.open()) {
            Given g = handled(journal);
            verify(g);

            Response empty = rate(g.code, Map.of("comment", "x".repeat(501)));
            assertThat(empty.statusCode()).isEqualTo(400);
            assertThat(empty.<List<String>>path("errors.field")).containsExactly("solved", "stars", "comment");
            assertThat(rate(g.code, Map.of("solved", true, "stars", 6)).statusCode())
                    .isEqualTo(400);
            assertThat(rate(g.code, Map.of("solved", true, "stars", 5, "ticketId", "x"))
                            .statusCode())
                    .isEqualTo(400);
            awaitState(g.code, "awaiting-answer");
        }
    }

    @Test
    void nothingElse_isOpen_alsoBeside() {
        for (String path : List.of("/tracking", "/loops/x", "/alerts", "/q/metrics", "/trackings/x")) {
            assertThat(given().get("/api/feedback" + path).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void document_saysThatNoTokenIsNeeded() {
        given().accept("application/json")
                .get("/api/feedback/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/feedback/tracking/{code}'.get.security.size()", equalTo(0));
    }
}
