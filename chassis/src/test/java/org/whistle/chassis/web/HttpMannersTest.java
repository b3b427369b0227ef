package org.whistle.chassis.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.whistle.chassis.web.Asking.ROOT;
import static org.whistle.chassis.web.Asking.SAMPLES;
import static org.whistle.chassis.web.Asking.dispatcher;
import static org.whistle.chassis.web.Asking.english;
import static org.whistle.chassis.web.Asking.refusal;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every refusal reads, whatever the service. */
@QuarkusTest
@TestProfile(WebOnly.class)
class HttpMannersTest {

    private static ValidatableResponse post(String json) {
        return english()
                .contentType("application/json")
                .body(json)
                .post(SAMPLES)
                .then();
    }

    @Test
    void unknownPathsAndIds_are404() {
        refusal(dispatcher().get(ROOT + "/nowhere").then(), 404, "not-found");
        refusal(dispatcher().get("/nowhere").then(), 404, "not-found");
        refusal(dispatcher().get(SAMPLES + "/not-a-uuid").then(), 404, "not-found");
    }

    @Test
    void anUnknownMethodOrForm_isRefused() {
        refusal(dispatcher().delete(SAMPLES).then(), 405, "method-not-allowed");
        refusal(dispatcher().accept("image/gif").get(SAMPLES + "/me").then(), 406, "not-acceptable");
        refusal(dispatcher().contentType("text/xml").body("<a/>").post(SAMPLES).then(), 415, "unsupported-media-type");
    }

    @Test
    void aGoodBody_isTaken_withAnyOffset() {
        post("""
                {"text": "cover", "count": 2, "colour": "dark-red", "at": "2026-01-05T09:00:00+08:00",
                 "position": {"longitude": 117.1, "latitude": 36.6}, "photos": []}""")
                .statusCode(200)
                .body("at", equalTo("2026-01-05T01:00:00Z"))
                .body("colour", equalTo("dark-red"))
                .body("urgent", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\": \"a\", \"count\": \"two\"}|count|must be a whole number",
                "{\"text\": \"a\", \"count\": \"2\"}|count|must be a whole number",
                "{\"text\": \"a\", \"count\": 2.5}|count|must be a whole number",
                "{\"text\": \"a\", \"count\": null}|count|is required",
                "{\"text\": \"a\"}|count|is required",
                "{\"text\": \"a\", \"count\": 99999999999}|count|is a number out of range",
                "{\"text\": 5, \"count\": 1}|text|must be a text",
                "{\"text\": {}, \"count\": 1}|text|must be a text",
                "{\"text\": \"a\", \"count\": 1, \"colour\": \"green\"}|colour|must be one of: dark-red, blue",
                "{\"text\": \"a\", \"count\": 1, \"at\": \"yesterday\"}|at|must be an ISO 8601 time, for example 2026-01-05T09:00:00+08:00",
                "{\"text\": \"a\", \"count\": 1, \"position\": {\"longitude\": \"x\"}}|position.longitude|must be a number",
                "{\"text\": \"a\", \"count\": 1, \"position\": {\"longitude\": 1, \"latitude\": 2, \"height\": 2}}|position.height|is not a field known here",
                "{\"text\": \"a\", \"count\": 1, \"position\": 7}|position|must be a JSON object",
                "{\"text\": \"a\", \"count\": 1, \"photos\": [\"x\"]}|photos[0]|must be a UUID",
                "{\"text\": \"a\", \"count\": 1, \"photos\": \"x\"}|photos|must be an array",
                "{\"text\": \"a\", \"count\": 1, \"urgent\": \"yes\"}|urgent|must be true or false",
                "{\"text\": \"a\", \"count\": 1, \"$where\": 1}|$where|is not a field known here",
                "[]|body|must be a JSON object",
            })
    void aWrongField_isNamed(String json, String field, String message) {
        refusal(post(json), 400, "invalid-field")
                .body("errors.size()", equalTo(1))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", equalTo(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"a\",\n \"count\": }",
                "{",
                "{\"text\": \"a\", \"text\": \"b\", \"count\": 1}",
                "{\"text\": \"a\", \"count\": 1} x",
                "{\"text\": \"a\", \"count\": NaN}",
                "nonsense"
            })
    void malformedJson_isRefused_withItsPlace(String json) {
        refusal(post(json), 400, "malformed-json").body("detail", containsString("line "));
    }

    @Test
    void malformedJson_givesLineAndColumn() {
        refusal(post("{\"text\": \"a\",\n \"count\": }"), 400, "malformed-json")
                .body("detail", equalTo("The body is not valid JSON: look near line 2, column 11."));
    }

    @Test
    void whatIsNoUtf8_isRefused() {
        for (byte[] body : List.of(
                new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'},
                new byte[] {0, 0, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
                new byte[] {0, 0, 0, '{', (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff})) {
            refusal(
                    dispatcher()
                            .contentType("application/json")
                            .body(body)
                            .post(SAMPLES)
                            .then(),
                    400,
                    "malformed-json");
        }
    }

    @Test
    void jsonOfOurOwn_thatFails_isNoFaultOfTheCaller() {
        refusal(dispatcher().get(SAMPLES + "/own-json").then(), 500, "internal-error");
        dispatcher().get(SAMPLES + "/own-answer").then().statusCode(500).body(not(containsString("secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void aMissingBody_isRefused(String body) {
        refusal(post(body), 400, "invalid-field").body("errors[0].field", equalTo("body"));
    }

    @Test
    void tooDeepAndTooLong_areRefused() {
        refusal(post("[".repeat(5000)), 400, "invalid-field");
        refusal(post("{\"count\": " + "9".repeat(5000) + "}"), 400, "invalid-field");
    }

    @Test
    void brokenConstraints_areNamed_allAtOnce_inBothLanguages() {
        String json = "{\"text\": \" \", \"count\": 0}";
        refusal(post(json), 400, "invalid-field")
                .body("errors.field", contains("count", "text"))
                .body("errors.message", hasItems("must be greater than or equal to 1", "must not be blank"));
        refusal(
                        dispatcher()
                                .contentType("application/json")
                                .body(json)
                                .post(SAMPLES)
                                .then(),
                        400,
                        "invalid-field")
                .body("errors.message", hasItems("最小不能小于1", "不能为空"));
    }

    @Test
    void aJsonBody_isReadOnTheEventLoop_upToItsLimit() {
        String text = "{\"text\": \"井盖\", \"count\": 1" + " ".repeat(200_000) + "}";
        dispatcher()
                .contentType("application/json")
                .body(text)
                .post(SAMPLES + "/thread")
                .then()
                .statusCode(200)
                .body(containsString("eventloop"));
    }

    @Test
    void jsonOverTheLimit_isRefused_statedAndChunked() {
        String json = "{\"text\": \"" + "a".repeat(1_000_000) + "\", \"count\": 1}";
        refusal(post(json), 413, "body-too-large").body("detail", containsString("256 kB"));
        refusal(
                english()
                        .contentType("application/json")
                        .body(new ByteArrayInputStream(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .post(SAMPLES)
                        .then(),
                413,
                "body-too-large");
    }

    @Test
    void otherBodies_areTakenTo10Megabytes() {
        byte[] most = new byte[10 * 1024 * 1024];
        dispatcher()
                .contentType("image/jpeg")
                .body(most)
                .post(SAMPLES + "/picture")
                .then()
                .statusCode(200);
        byte[] more = new byte[10 * 1024 * 1024 + 1];
        refusal(
                dispatcher()
                        .contentType("image/jpeg")
                        .body(more)
                        .post(SAMPLES + "/picture")
                        .then(),
                413,
                "body-too-large");
        refusal(
                dispatcher()
                        .contentType("image/jpeg")
                        .body(new ByteArrayInputStream(more))
                        .post(SAMPLES + "/picture")
                        .then(),
                413,
                "body-too-large");
        byte[] farMore = new byte[12 * 1024 * 1024];
        refusal(
                dispatcher()
                        .contentType("image/jpeg")
                        .body(farMore)
                        .post(SAMPLES + "/picture")
                        .then(),
                413,
                "body-too-large");
    }

    @Test
    void pages_areLinked() {
        String next = dispatcher()
                .queryParam("limit", 3)
                .queryParam("q", "a&b 井")
                .get(SAMPLES)
                .then()
                .statusCode(200)
                .body("items", contains(0, 1, 2))
                .body("next", startsWith(SAMPLES + "?"))
                .body("next", containsString("q=a%26b+%E4%BA%95"))
                .extract()
                .path("next");
        next = dispatcher()
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("items", contains(3, 4, 5))
                .extract()
                .path("next");
        dispatcher()
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("items", contains(6))
                .body("$", org.hamcrest.Matchers.hasKey("next"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "x", "1e3", "99999999999999"})
    void anAbsurdLimit_isRefused(String limit) {
        refusal(dispatcher().queryParam("limit", limit).get(SAMPLES).then(), 400, "invalid-field")
                .body("errors[0].field", equalTo("limit"));
    }

    @Test
    void aStrangeCursor_isRefused() {
        refusal(dispatcher().queryParam("cursor", "AAAA").get(SAMPLES).then(), 400, "invalid-cursor");
    }

    @Test
    void changes_needThePresentVersion() {
        String thing = SAMPLES + "/0197a5d0-0000-7000-8000-000000000001";
        refusal(dispatcher().put(thing).then(), 428, "version-required");
        refusal(dispatcher().header("If-Match", "\"6\"").put(thing).then(), 412, "stale-version")
                .header("ETag", equalTo("\"7\""));
        refusal(dispatcher().header("If-Match", "7").put(thing).then(), 400, "invalid-field")
                .body("errors[0].field", equalTo("If-Match"));
        dispatcher().header("If-Match", "W/\"7\"").put(thing).then().statusCode(204);
    }

    @Test
    void anUnexpectedFailure_isNumbered_andShowsNothingOfItsInside() {
        refusal(english().get(SAMPLES + "/broken").then(), 500, "internal-error")
                .body("instance", startsWith("urn:uuid:"))
                .body("detail", startsWith("Something unexpected went wrong, number "))
                .body(not(containsString("secret")))
                .body(not(containsString("IllegalState")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-database", "pool-timeout"})
    void anAbsentDatabase_is503_withRetryAfter(String path) {
        refusal(dispatcher().get(SAMPLES + "/" + path).then(), 503, "unavailable")
                .header("Retry-After", equalTo("5"))
                .body(not(containsString("10.0.0.1")));
    }
}
