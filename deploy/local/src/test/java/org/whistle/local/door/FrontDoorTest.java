package org.whistle.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The front door in front of real servers. */
class FrontDoorTest {

    private static final CompletableFuture<HttpServerResponse> STREAM = new CompletableFuture<>();
    private static Vertx vertx;
    private static FrontDoor door;
    private static HttpClient client;

    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        HttpServer intake = serve(FrontDoorTest::intake);
        HttpServer dispatch = serve(FrontDoorTest::dispatch);
        door = FrontDoor.open(
                "127.0.0.1",
                0,
                List.of(
                        new Route("/api/intake", "127.0.0.1", intake.actualPort()),
                        new Route("/api/dispatch", "127.0.0.1", dispatch.actualPort()),
                        new Route("/identity", "127.0.0.1", dispatch.actualPort()),
                        new Route("/api/feedback", "127.0.0.1", unusedPort())),
                new Pages("http://localhost:1", "http://localhost:1/identity/realms/whistle", null, Path.of("target")));
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(30))
                .build();
    }

    @AfterAll
    static void close() throws Exception {
        client.close();
        door.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void paths_leadToTheirServices_withQueryAndAll() throws Exception {
        assertThat(get("/api/dispatch/tickets?state=queued&q=%E4%BA%95%E7%9B%96")
                        .body())
                .isEqualTo("dispatch /api/dispatch/tickets?state=queued&q=%E4%BA%95%E7%9B%96");
        assertThat(get("/identity/realms/whistle").body()).isEqualTo("dispatch /identity/realms/whistle");
        assertThat(get("/api/dispatch").body()).isEqualTo("dispatch /api/dispatch");
    }

    @Test
    void metrics_arePassedToTheServiceWhichDecides() throws Exception {
        assertThat(get("/api/dispatch/q/metrics").body()).isEqualTo("dispatch /api/dispatch/q/metrics");
    }

    @Test
    void pathsThatLeadNowhere_areNotFound() throws Exception {
        for (String path :
                List.of("/api/dispatches", "/api", "/nothing", "/api/intake/../dispatch/x", "//api/intake")) {
            HttpResponse<String> answer = get(path, "accept-language", "en");

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.body()).contains("urn:whistle:problem:not-found", "There is nothing here.");
        }
    }

    @Test
    void whatIsOpenToAll_isGivenToOneAddressSoOftenInAMinute_andNothingElseIsHeldBack() throws Exception {
        int status = 503;
        for (int time = 0; time < 200 && status == 503; time++) {
            status = get("/api/feedback/tracking/7ZKX").statusCode();
        }

        HttpResponse<String> refused = get("/api/feedback/tracking/7ZKX", "accept-language", "en");

        assertThat(status).isEqualTo(429);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).isPresent();
        assertThat(refused.body()).contains("urn:whistle:problem:too-many-requests");
        assertThat(get("/api/feedback/sla").statusCode()).isEqualTo(503);
        assertThat(get("/api/intake/page").statusCode()).isEqualTo(200);
    }

    @Test
    void serviceThatIsDown_isAnsweredForWithWhenToComeBack() throws Exception {
        HttpResponse<String> answer = send(request("/api/feedback/sla")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[100_000]))
                .build());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("retry-after")).contains("2");
        assertThat(answer.body()).contains("urn:whistle:problem:unavailable", "服务暂不可用", "\"status\":503");
    }

    @Test
    void serviceThatDiesWhileAnswering_isAnsweredFor() throws Exception {
        assertThat(get("/api/intake/die").statusCode()).isEqualTo(503);
        assertThat(get("/api/intake/echo-headers").statusCode()).isEqualTo(200);
    }

    @Test
    void bodies_passBothWaysUnchanged_upToTenMegabytes() throws Exception {
        byte[] photo = new byte[10 * 1024 * 1024];
        for (int i = 0; i < photo.length; i++) {
            photo[i] = (byte) (i * 31);
        }

        HttpResponse<byte[]> answer = client.send(
                request("/api/intake/echo")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(photo))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo(photo);
    }

    @Test
    void bodyOfUnknownLength_passesUnchanged_alsoFromWhoWouldRatherSpeakHttp2() throws Exception {
        byte[] photo = new byte[100_000];
        Arrays.fill(photo, (byte) 7);
        try (HttpClient modern = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(Duration.ofSeconds(30))
                .build()) {
            for (int time = 0; time < 2; time++) {
                HttpResponse<byte[]> answer = modern.send(
                        request("/api/intake/echo")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(photo)))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

                assertThat(answer.statusCode()).isEqualTo(201);
                assertThat(answer.body()).isEqualTo(photo);
            }
        }
    }

    @Test
    void services_learnWhoAsksAndUnderWhichAddress_andClaimsAreNotBelieved() throws Exception {
        String seen = send(request("/api/intake/echo-headers")
                        .header("x-forwarded-for", "10.1.2.3")
                        .header("x-forwarded-proto", "https")
                        .header("x-forwarded-host", "evil.example")
                        .header("forwarded", "for=10.1.2.3")
                        .header("authorization", "Bearer abc")
                        .GET()
                        .build())
                .body();

        assertThat(seen)
                .contains("x-forwarded-for=127.0.0.1\n")
                .contains("x-forwarded-proto=http\n")
                .contains("x-forwarded-host=localhost:" + door.port() + "\n")
                .contains("x-forwarded-port=" + door.port() + "\n")
                .contains("host=localhost:" + door.port() + "\n")
                .contains("authorization=Bearer abc\n")
                .doesNotContain("evil.example", "10.1.2.3");
    }

    @Test
    void answersWithoutBody_passAsTheyAre() throws Exception {
        HttpResponse<String> head = send(request("/api/intake/page")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("content-length")).contains("5");
        assertThat(get("/api/intake/nothing").statusCode()).isEqualTo(204);
        HttpResponse<String> unchanged = get("/api/intake/unchanged");
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("etag")).contains("\"7\"");
        assertThat(get("/api/intake/page").body()).isEqualTo("hello");
    }

    @Test
    void events_arriveWhenTheyAreSent_notWhenTheStreamEnds() throws Exception {
        HttpResponse<InputStream> answer =
                client.send(request("/api/intake/events").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        HttpServerResponse stream = STREAM.get(30, TimeUnit.SECONDS);

        assertThat(answer.headers().firstValue("content-type")).contains("text/event-stream");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(nextLine(lines)).isEqualTo("data: one");
            assertThat(stream.ended()).isFalse();
            vertx.runOnContext(go -> stream.write("data: two\n"));
            assertThat(nextLine(lines)).isEqualTo("data: two");
            assertThat(stream.ended()).isFalse();
            vertx.runOnContext(go -> stream.end());
        }
    }

    @Test
    void pagesOfTheIssuer_getTheOpenerPolicyOfOurs_soThatAWindowForSigningInIsNotParted() throws Exception {
        assertThat(get("/identity/login").headers().firstValue("cross-origin-opener-policy"))
                .contains("same-origin");
        assertThat(get("/api/dispatch/tickets").headers().firstValue("cross-origin-opener-policy"))
                .isEmpty();
    }

    private static void dispatch(HttpServerRequest request) {
        if (request.path().endsWith("/login")) {
            request.response().putHeader("content-type", "text/html;charset=utf-8");
        }
        request.response().end("dispatch " + request.uri());
    }

    private static void intake(HttpServerRequest request) {
        switch (request.path()) {
            case "/api/intake/echo" -> {
                request.response().setStatusCode(201).setChunked(true);
                request.pipeTo(request.response());
            }
            case "/api/intake/echo-headers" -> {
                StringBuilder seen = new StringBuilder();
                request.headers().forEach((name, value) -> seen.append(name.toLowerCase(Locale.ROOT))
                        .append('=')
                        .append(value)
                        .append('\n'));
                request.response().end(seen.toString());
            }
            case "/api/intake/events" -> {
                request.response().setChunked(true).putHeader("content-type", "text/event-stream");
                request.response().write("data: one\n").onSuccess(written -> STREAM.complete(request.response()));
            }
            case "/api/intake/die" -> request.connection().close();
            case "/api/intake/nothing" -> request.response().setStatusCode(204).end();
            case "/api/intake/unchanged" ->
                request.response().setStatusCode(304).putHeader("etag", "\"7\"").end();
            default -> {
                request.response().putHeader("content-length", "5");
                if (request.method() == HttpMethod.HEAD) {
                    request.response().end();
                } else {
                    request.response().end("hello");
                }
            }
        }
    }

    private static HttpServer serve(Handler<HttpServerRequest> handler) throws Exception {
        return vertx.createHttpServer()
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static String nextLine(BufferedReader lines) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return lines.readLine();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .get(30, TimeUnit.SECONDS);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + door.port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path).GET();
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
