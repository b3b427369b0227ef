package org.whistle.acceptance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.whistle.local.SystemAccess;

/** One account at the front door. */
public final class User {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STALE = 412;
    private static final int DECISIONS = 5;

    private final URI url;
    private final HttpClient http;
    private final SystemAccess system;
    private final String account;

    User(URI url, HttpClient http, SystemAccess system, String account) {
        this.url = url;
        this.http = http;
        this.system = system;
        this.account = account;
    }

    /** The account's name. */
    public String account() {
        return account;
    }

    /** Reads. */
    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** Reads in another media type. */
    public Answer get(String path, String accept) {
        return send(request(path).setHeader("Accept", accept).GET().build());
    }

    /** Commands, without a version. */
    public Answer post(String path, Object body) {
        return send(json(path).POST(publish(body)).build());
    }

    /** Commands on the version that was read. */
    public Answer post(String path, String version, Object body) {
        return send(json(path).header("If-Match", version).POST(publish(body)).build());
    }

    /**
     * Commands on what was read, as a person does: told that it was changed meanwhile (412), reads it again and decides
     * again. The services go on while somebody decides, so a version that was just read may be an old one already.
     *
     * @param resource what the decision is about, whose {@code ETag} is its version
     * @return the first answer that is no 412, or the last of a few that all are
     */
    public Answer decide(String resource, String version, String path, Object body) {
        Answer answer = post(path, version, body);
        for (int again = 0; answer.status() == STALE && again < DECISIONS; again++) {
            answer = post(path, get(resource).expectSuccess().version(), body);
        }
        return answer;
    }

    /** Uploads bytes. */
    public Answer upload(String path, String mediaType, byte[] bytes) {
        return send(request(path)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    }

    /**
     * Reads until the answer fits, for what another service has yet to hear of.
     *
     * @throws Answer.Refused with the last answer when it never did within the time
     */
    public Answer await(String path, Duration atMost, Predicate<Answer> fits) {
        AtomicReference<Answer> last = new AtomicReference<>();
        try {
            Awaitility.await()
                    .atMost(atMost)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .until(() -> {
                        last.set(get(path));
                        return last.get().succeeded() && fits.test(last.get());
                    });
        } catch (ConditionTimeoutException e) {
            throw new Answer.Refused(last.get(), "within " + atMost);
        }
        return last.get();
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + system.token(account))
                .header("Accept", "application/json");
    }

    private static HttpRequest.BodyPublisher publish(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(HttpRequest request) {
        String name = request.method() + " " + request.uri().getPath();
        try {
            return Answer.of(name, http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " by " + account + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
