package org.whistle.acceptance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What the system answered.
 *
 * @param version value of the {@code ETag}, empty when there is none
 * @param text the body as text
 */
public record Answer(String request, int status, String version, String mediaType, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(String request, HttpResponse<String> response) {
        return new Answer(
                request,
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    /** Whether the status is 2xx. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The body as JSON; missing when there is none. */
    public JsonNode json() {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON came back from " + this, e);
        }
    }

    /** A field of the body by its path of names, as text. */
    public Optional<String> field(String... path) {
        JsonNode node = json();
        for (String name : path) {
            node = node.path(name);
        }
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node.asText());
    }

    /**
     * This answer, when it is the one hoped for.
     *
     * @throws Refused otherwise
     */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new Refused(this, "instead of " + expected);
        }
        return this;
    }

    /**
     * This answer, when it is a success.
     *
     * @throws Refused otherwise
     */
    public Answer expectSuccess() {
        if (!succeeded()) {
            throw new Refused(this, "");
        }
        return this;
    }

    @Override
    public String toString() {
        return request + " → " + status + " " + text;
    }

    /** The system answered something else than the caller can go on with. */
    public static final class Refused extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        Refused(Answer answer, String remark) {
            super(answer + (remark.isEmpty() ? "" : " " + remark));
            this.answer = answer;
        }

        /** What it answered. */
        public Answer answer() {
            return answer;
        }
    }
}
