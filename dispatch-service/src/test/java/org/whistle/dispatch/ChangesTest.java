package org.whistle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

/** Live changes, and coming back to them. */
@QuarkusTest
@WithWhistle(service = "dispatch")
class ChangesTest extends ServiceTest {

    @TestHTTPResource("/api/dispatch/events")
    URI address;

    @Test
    void changes_comeLive_withinOnesArea_andResume() throws Exception {
        Story first = Story.begin();
        Story second = Story.begin();
        String place;
        try (Stream mine = new Stream(dispatcher(), null);
                Stream neighbours = new Stream(
                        Tokens.forAccount("dispatcher-001").roles("dispatcher").areas("370102001"), null)) {
            mine.await("a heartbeat", line -> line.startsWith(":"));
            neighbours.await("a heartbeat", line -> line.startsWith(":"));
            journal.publish(first.reportFiled());
            mine.await(
                    "the first ticket",
                    line -> line.startsWith("data:")
                            && line.contains(first.ticketId().toString()));
            place = mine.lastId();
            assertThat(neighbours.lines).noneMatch(line -> line.startsWith("data:"));
        }
        journal.publish(second.reportFiled());
        awaitState(second.ticketId(), "dispatched");
        try (Stream again = new Stream(dispatcher(), place)) {
            again.await(
                    "the second ticket",
                    line -> line.startsWith("data:")
                            && line.contains(second.ticketId().toString()));
            assertThat(again.lines).noneMatch(line -> line.contains("\"ticketId\":\"" + first.ticketId()));
        }
    }

    @Test
    void foreignEventId_isRefused() {
        as(dispatcher())
                .header("Last-Event-ID", "x")
                .get("/api/dispatch/events")
                .then()
                .statusCode(400);
    }

    private final class Stream implements AutoCloseable {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final HttpClient client = HttpClient.newHttpClient();

        Stream(Tokens person, @Nullable String lastEventId) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + person.sign())
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            HttpResponse<java.io.InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            Thread.ofPlatform().daemon().start(() -> read(response));
        }

        private void read(HttpResponse<java.io.InputStream> response) {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("closed");
            }
        }

        void await(String what, Predicate<String> condition) {
            Awaitility.await(what).until(() -> lines.stream().anyMatch(condition));
        }

        String lastId() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .reduce((a, b) -> b)
                    .orElseThrow()
                    .substring(3)
                    .strip();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
