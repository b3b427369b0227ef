package org.whistle.local.door;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page at {@code /}: what this is and where its documents are. */
final class LandingPage {

    private final String zh = read("/door/index.zh.html");
    private final String en = read("/door/index.en.html");

    void show(HttpServerRequest request) {
        boolean english = Problem.prefersEnglish(request.getHeader("accept-language"));
        request.response()
                .putHeader("content-type", "text/html; charset=utf-8")
                .putHeader("content-language", english ? "en" : "zh")
                .putHeader("vary", "accept-language")
                .putHeader("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
                .putHeader("x-content-type-options", "nosniff")
                .end(english ? en : zh);
    }

    private static String read(String name) {
        try (InputStream in = LandingPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
