package org.whistle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.acceptance.client.Answer;
import org.whistle.acceptance.client.Matter;
import org.whistle.acceptance.client.Whistle;

/** What must not come in does not, through the real front door and with the real issuer's tokens. */
class BadInputTest {

    private final Whistle whistle = Running.whistle();
    private final Matter matter = new Matter(whistle, "370102009001003");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/intake/reports",
                "/api/intake/catalogue",
                "/api/intake/q/metrics",
                "/api/dispatch/queue",
                "/api/dispatch/events",
                "/api/department/assignments",
                "/api/feedback/sla",
                "/api/feedback/dead-letters"
            })
    void nothingIsAnswered_withoutAToken(String path) throws Exception {
        HttpResponse<String> answer = call(HttpRequest.newBuilder().GET(), path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "dispatch", "department", "feedback"})
    void healthAndOpenApi_areOpen(String service) throws Exception {
        assertThat(call(HttpRequest.newBuilder().GET(), "/api/" + service + "/q/health/ready")
                        .statusCode())
                .isEqualTo(200);
        assertThat(call(HttpRequest.newBuilder().GET(), "/api/" + service + "/q/openapi")
                        .body())
                .contains("openapi:");
    }

    @Test
    void aForgedToken_isRefused() throws Exception {
        String token = Running.access().token("supervisor");
        int body = token.indexOf('.') + 10;
        String forged = token.substring(0, body) + (token.charAt(body) == 'A' ? 'B' : 'A') + token.substring(body + 1);

        assertThat(call(
                                HttpRequest.newBuilder().GET().header("Authorization", "Bearer " + forged),
                                "/api/feedback/alerts")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void somebodyElsesTicket_isNotFound() {
        matter.report(matter.body("C0101", "a"));
        matter.assignment(whistle.as("water-supply-handler"), "issued");

        String id = matter.ticket();
        assertThat(whistle.as("dispatcher-001")
                        .get("/api/dispatch/tickets/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(whistle.as("grid-370102009001001")
                        .get("/api/intake/reports/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(whistle.as("drainage-handler")
                        .get("/api/department/assignments?ticket=" + id)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(whistle.as("community-370102001001")
                        .get("/api/feedback/loops/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void fieldsAtFault_areNamed_inTheCallersLanguage() {
        Map<String, Object> body = matter.body("C0101", "a");
        body.put("position", Map.of("longitude", 1170.6, "latitude", 36.66, "datum", "wgs84"));
        Answer refused = matter.gridWorker().post("/api/intake/reports", body);

        assertThat(refused.status()).isIn(400, 422);
        assertThat(refused.mediaType()).startsWith("application/problem+json");
        assertThat(refused.text()).contains("position.longitude");
    }

    @Test
    void aMegabyteOfText_isRefused() {
        Map<String, Object> body = matter.body("C0101", "a");
        body.put("text", "井".repeat(400_000));

        assertThat(matter.gridWorker().post("/api/intake/reports", body).status())
                .isIn(400, 413);
    }

    @Test
    void theSameReportAgain_isTheSameTicket_andAnotherBodyIsAConflict() {
        Map<String, Object> body = matter.body("C0101", "a");
        String first = matter.report(body).field("id").orElseThrow();

        Answer again = matter.gridWorker().post("/api/intake/reports", body).expect(200);
        assertThat(again.field("id")).contains(first);
        body.put("text", "另一件事");
        assertThat(matter.gridWorker().post("/api/intake/reports", body).status())
                .isEqualTo(409);
    }

    private static HttpResponse<String> call(HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    request.uri(URI.create(Running.access().url()).resolve(path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
