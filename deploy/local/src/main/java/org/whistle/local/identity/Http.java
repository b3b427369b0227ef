package org.whistle.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The few HTTP calls a launcher makes, without a client that keeps threads and memory for more. */
public final class Http {

    /** Reads and writes JSON. */
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 120_000;

    private Http() {}

    /**
     * An answer.
     *
     * @param status status code
     * @param body body, empty when there is none
     */
    public record Answer(int status, String body) {

        /** Whether it is a 2xx. */
        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * This answer when it is a 2xx.
         *
         * @throws IllegalStateException when it is not
         */
        public Answer orFail(String what) {
            if (!isSuccess()) {
                throw new IllegalStateException(what + ": " + status + " " + body);
            }
            return this;
        }
    }

    /**
     * Makes a call.
     *
     * @param token bearer token; null = none
     * @param mediaType media type of the body; null = no body
     * @throws UncheckedIOException when there is no answer
     */
    public static Answer call(
            String method, String url, @Nullable String token, @Nullable String mediaType, byte[] body) {
        return call(method, url, token, mediaType, body, ANSWER_MILLIS, Map.of());
    }

    /** Puts something in the place of whatever is there; refused with 412 when nothing is. */
    public static Answer replace(String url, String token, String mediaType, byte[] body) {
        return call("PUT", url, token, mediaType, body, ANSWER_MILLIS, Map.of("If-Match", "*"));
    }

    private static Answer call(
            String method,
            String url,
            @Nullable String token,
            @Nullable String mediaType,
            byte[] body,
            int answerMillis,
            Map<String, String> headers) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(answerMillis);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept", "application/json, application/problem+json");
            headers.forEach(connection::setRequestProperty);
            if (token != null) {
                connection.setRequestProperty("Authorization", "Bearer " + token);
            }
            if (mediaType != null) {
                connection.setRequestProperty("Content-Type", mediaType);
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(body.length);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            int status = connection.getResponseCode();
            try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return new Answer(status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call without a body. */
    public static Answer get(String url, @Nullable String token) {
        return call("GET", url, token, null, new byte[0]);
    }

    /** A call without a body whose answer may take its time. */
    public static Answer get(String url, @Nullable String token, Duration patience) {
        return call("GET", url, token, null, new byte[0], Math.toIntExact(patience.toMillis()), Map.of());
    }

    /** A call with a JSON body. */
    public static Answer json(String method, String url, String token, Object body) {
        try {
            return call(method, url, token, "application/json", JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call with form fields. */
    public static Answer form(String url, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return call("POST", url, null, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }
}
