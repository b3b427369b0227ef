package org.whistle.feedback;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.whistle.contracts.Position;
import org.whistle.testkit.Tokens;

/** The service's own API as each role uses it. */
public final class Api {

    public static final String STREET = "370102009";
    public static final String DISTRICT = "370102";

    private Api() {}

    public static Tokens gridWorker() {
        return Tokens.forAccount("grid-1").roles("grid-worker").areas(Given.GRID);
    }

    public static Tokens callAgent() {
        return Tokens.forAccount("call-1").roles("call-agent").areas(DISTRICT);
    }

    public static Tokens supervisor() {
        return Tokens.forAccount("supervisor-1").roles("supervisor").areas(DISTRICT);
    }

    public static Tokens handler(String department) {
        return Tokens.forAccount("h-" + department)
                .roles("handler")
                .areas(DISTRICT)
                .department(department);
    }

    public static Response get(Tokens who, String path) {
        return given().auth().oauth2(who.sign()).header("Accept-Language", "en").get("/api/feedback" + path);
    }

    /**
     * The path a URI template stands for: its {@code {&…}} continued by values, in the order of its variables.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6570#section-3.2.9">RFC 6570</a>
     */
    public static String expand(String template, String... values) {
        int open = template.indexOf("{&");
        String[] names = template.substring(open + 2, template.length() - 1).split(",");
        if (names.length != values.length) {
            throw new IllegalArgumentException(template + " takes " + names.length + " values");
        }
        StringBuilder path = new StringBuilder(template.substring(0, open));
        for (int i = 0; i < names.length; i++) {
            path.append('&').append(names[i]).append('=').append(URLEncoder.encode(values[i], StandardCharsets.UTF_8));
        }
        return path.toString();
    }

    public static Response post(Tokens who, String path, String etag, String json) {
        return given().auth()
                .oauth2(who.sign())
                .header("Accept-Language", "en")
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(json)
                .post("/api/feedback" + path);
    }

    /** A command on what has no version. */
    public static Response post(Tokens who, String path, String json) {
        return in("en", who, json).post("/api/feedback" + path);
    }

    /** The same, by a caller of another language. */
    public static RequestSpecification in(String language, Tokens who, String json) {
        return given().auth()
                .oauth2(who.sign())
                .header("Accept-Language", language)
                .contentType(ContentType.JSON)
                .body(json);
    }

    public static Tokens administrator() {
        return Tokens.forAccount("admin-1").roles("administrator").areas(DISTRICT);
    }

    /** Uploads a city's data; the last upload stays for all tests after it. */
    public static Response putDistrict(Tokens who, byte[] zip) {
        return given().auth()
                .oauth2(who.sign())
                .header("Accept-Language", "en")
                .contentType("application/zip")
                .body(zip)
                .put("/api/feedback/district");
    }

    public static Tokens dispatcher() {
        return Tokens.forAccount("street-1").roles("dispatcher").areas(STREET);
    }

    public static Tokens leader() {
        return Tokens.forAccount("leader-1").roles("leader").areas(DISTRICT);
    }

    public static Tokens manager(String department) {
        return Tokens.forAccount("m-" + department)
                .roles("manager")
                .areas(DISTRICT)
                .department(department);
    }

    /** Verifies a ticket that was handled and closes it by a satisfied answer. */
    public static void close(UUID ticketId) {
        String etag = awaitState(ticketId, "awaiting-verification");
        Response verified = post(gridWorker(), "/loops/" + ticketId + "/verification", etag, fixed(Given.SITE));
        Response answered = post(
                callAgent(), "/loops/" + ticketId + "/callback", verified.header("ETag"), answer(true, "satisfied"));
        if (answered.statusCode() != 200) {
            throw new AssertionError(verified.asString() + answered.asString());
        }
    }

    /** Waits until the loop is in a state; answers its ETag. */
    public static String awaitState(UUID ticketId, String state) {
        Response last = await(
                () -> get(supervisor(), "/loops/" + ticketId),
                response -> response.statusCode() == 200 && state.equals(response.path("loop.state")));
        return last.header("ETag");
    }

    public static Response await(Supplier<Response> call, java.util.function.Predicate<Response> condition) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(call::get, condition);
    }

    public static String fixed(Position position) {
        return """
                {"outcome": "fixed", "note": "ok", "position": {"longitude": %s, "latitude": %s}}""".formatted(position.longitude(), position.latitude());
    }

    public static String notFixed(Position position) {
        return """
                {"outcome": "not-fixed", "note": "盖板仍然松动", "position": {"longitude": %s, "latitude": %s}}""".formatted(position.longitude(), position.latitude());
    }

    public static String answer(boolean solved, String satisfaction) {
        return """
                {"channel": "phone", "contacted": true, "solved": %s, "satisfaction": "%s", "comment": "c"}""".formatted(solved, satisfaction);
    }

    public static final String NOT_REACHED = """
            {"channel": "phone", "contacted": false}""";
}
