package org.whistle.intake.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class BadInputTest {

    private static final String REPORTS = Intake.BASE + "/reports";

    private final String account = Intake.someone("bad");
    private final String token = Intake.worker(account);

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(Database.of("intake").number("select count(*) from report where account = ?", account))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"clientId\": 1}",
                "{\"position\": \"here\"}",
                "{\"nonsense\": 1}",
                "{\"matter\": \"loud\"}",
                "{\"matter\": 0}",
                "{\"photos\": [\"x\"]}",
                "{\"joins\": \"x\"}",
                "{\"position\": {\"longitude\": \"117\", \"latitude\": 36, \"datum\": \"wgs84\"}}",
                "{\"position\": {\"longitude\": 1e999, \"latitude\": 36, \"datum\": \"wgs84\"}}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{} {}"
            })
    void body_isRefused_whenItIsNoReport(String body) {
        Intake.as(token).body(body).post(REPORTS).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void everyMissingField_isNamedAtOnce() {
        refused(new Intake.Body(Map.of())).body("errors.field", hasItems("clientId", "text", "position"));
    }

    @Test
    void texts_areRefused_whenTheyAreTooLongOrNoTexts() {
        refused(Intake.body().with("text", "长".repeat(2001)), "text");
        refused(Intake.body().with("text", " \n "), "text");
        refused(Intake.body().with("text", "a\u0000b"), "text");
        refused(Intake.body().with("text", "a\u001bb"), "text");
        refused(Intake.body().with("address", "a\nb"), "address");
        refused(Intake.body().with("address", "a".repeat(201)), "address");
        refused(Intake.body().with("assetId", "a".repeat(65)), "assetId");
        refused(Intake.body().with("assetMark", "a\u0085b"), "assetMark");
        refused(Intake.body().with("clientId", "a".repeat(101)), "clientId");
        refused(Intake.body().with("clientId", ""), "clientId");
        refused(Intake.body().with("type", "C".repeat(17)), "type");
        refused(Intake.body().with("matter", "routine").with("outcome", "长".repeat(2001)), "outcome");
        refused(Intake.body().with("reporter", Map.of("name", "长".repeat(65))), "reporter.name");
        refused(Intake.body().with("reporter", Map.of("phone", "call me")), "reporter.phone");
    }

    @Test
    void halfACharacter_isRefused() {
        Intake.as(token)
                .body("{\"clientId\": \"1\", \"text\": \"a\\ud83d b\","
                        + " \"position\": {\"longitude\": 117, \"latitude\": 36, \"datum\": \"wgs84\"}}")
                .post(REPORTS)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("text"));
    }

    @Test
    void positions_areRefused_whenTheyAreNone() {
        refused(Intake.body().at(180.1, 36.6, "wgs84"), "position.longitude");
        refused(Intake.body().at(117.0, -90.5, "wgs84"), "position.latitude");
        refused(Intake.body().at(117.0, 36.6, "bd09"), "position.datum");
        refused(Intake.body().with("position", Map.of("longitude", 117.0, "latitude", 36.6)), "position.datum");
        refused(Intake.body().with("position", Map.of("datum", "wgs84")), "position.longitude");
    }

    @Test
    void photos_areRefused_whenTheyAreTooManyOrTwice() {
        UUID photo = UUID.randomUUID();
        refused(Intake.body().photos(Collections.nCopies(10, photo)), "photos");
        refused(Intake.body().photos(List.of(photo, photo)), "photos[1]");
    }

    @Test
    void hugeText_isRefused_beforeItIsRead() {
        Intake.as(token)
                .body(Intake.body().with("text", "长".repeat(1024 * 1024 / 3)).fields())
                .post(REPORTS)
                .then()
                .statusCode(oneOf(400, 413))
                .contentType("application/problem+json");
    }

    @Test
    void otherMedia_areRefused() {
        given().auth()
                .oauth2(token)
                .contentType("text/plain")
                .body("hello")
                .post(REPORTS)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void strangers_areRefused() {
        Tokens worker = Tokens.forAccount(account).roles("grid-worker").areas(Intake.GRID);
        Stream.of(
                        worker.expired().sign(),
                        Tokens.forAccount(account).roles("grid-worker").forged().sign(),
                        Tokens.forAccount(account)
                                .roles("grid-worker")
                                .issuer("http://elsewhere")
                                .sign(),
                        "nonsense")
                .forEach(bad -> Intake.file(bad, Intake.body()).then().statusCode(401));
        given().contentType("application/json")
                .body(Intake.body().fields())
                .post(REPORTS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void rolesThatDoNotFile_areRefused() {
        for (String role : List.of("handler", "manager", "supervisor", "leader", "administrator", "operator")) {
            Intake.file(Tokens.forAccount(account).roles(role).areas("370102").sign(), Intake.body())
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void everyEndpoint_needsAToken_butHealthAndDocuments() {
        for (String path : List.of(
                "/reports",
                "/reports/" + UUID.randomUUID(),
                "/reports/nearby",
                "/grids/at",
                "/photos/x",
                "/catalogue",
                "/district",
                "/dead-letters")) {
            given().get(Intake.BASE + path).then().statusCode(401);
        }
        given().get(Intake.BASE + "/q/health").then().statusCode(200);
        given().get(Intake.BASE + "/q/openapi").then().statusCode(200);
        given().get(Intake.BASE + "/q/metrics").then().statusCode(401);
    }

    @Test
    void queries_areRefused_whenTheyMakeNoSense() {
        badQuery("/reports?limit=0", "limit");
        badQuery("/reports?limit=201", "limit");
        badQuery("/reports?state=lost", "state");
        badQuery("/reports/nearby?latitude=36&datum=wgs84&type=C0101", "longitude");
        badQuery("/reports/nearby?longitude=117&latitude=36&datum=wgs84", "type");
        badQuery("/reports/nearby?longitude=117&latitude=36&datum=wgs84&type=C0101&radius=501", "radius");
        badQuery("/grids/at?longitude=NaN&latitude=36&datum=wgs84", "longitude");
        badQuery("/grids/at?longitude=117&latitude=36", "datum");
        Intake.as(token).get(REPORTS + "?cursor=nonsense").then().statusCode(400);
    }

    private void badQuery(String path, String field) {
        Intake.as(token).get(Intake.BASE + path).then().statusCode(400).body("errors.field", hasItem(field));
    }

    private void refused(Intake.Body body, String field) {
        refused(body).body("errors.field", hasItem(field));
    }

    private ValidatableResponse refused(Intake.Body body) {
        return Intake.file(token, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whistle:problem:invalid-field"));
    }
}
