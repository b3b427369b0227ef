package org.whistle.local.door;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the front door itself has to say, as RFC 9457 problem details.
 *
 * @param status status code
 * @param type stable name of the kind of problem
 * @param title short name in the caller's language
 * @param detail sentence in the caller's language
 * @param language the language it is in
 */
record Problem(int status, String type, String title, String detail, String language) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** The same names as the services give. */
    private static final String TYPE = "urn:whistle:problem:";

    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    static Problem notFound(@Nullable String acceptLanguage) {
        return prefersEnglish(acceptLanguage)
                ? new Problem(NOT_FOUND, TYPE + "not-found", "Not found", "There is nothing here.", "en")
                : new Problem(NOT_FOUND, TYPE + "not-found", "未找到", "这里没有内容。", "zh");
    }

    static Problem notAllowed(@Nullable String acceptLanguage) {
        return prefersEnglish(acceptLanguage)
                ? new Problem(NOT_ALLOWED, TYPE + "method-not-allowed", "Not allowed", "This can only be read.", "en")
                : new Problem(NOT_ALLOWED, TYPE + "method-not-allowed", "不允许", "这里只能读取。", "zh");
    }

    static Problem tooMany(@Nullable String acceptLanguage) {
        return prefersEnglish(acceptLanguage)
                ? new Problem(
                        TOO_MANY,
                        TYPE + "too-many-requests",
                        "Too many requests",
                        "You ask too often; try again in a minute.",
                        "en")
                : new Problem(TOO_MANY, TYPE + "too-many-requests", "请求过于频繁", "请求过于频繁，请一分钟后再试。", "zh");
    }

    static Problem unavailable(@Nullable String acceptLanguage) {
        return prefersEnglish(acceptLanguage)
                ? new Problem(
                        UNAVAILABLE,
                        TYPE + "unavailable",
                        "Temporarily unavailable",
                        "The service is not there right now; try again shortly.",
                        "en")
                : new Problem(UNAVAILABLE, TYPE + "unavailable", "服务暂不可用", "服务暂时不在，请稍后重试。", "zh");
    }

    String json() {
        return new JsonObject()
                .put("type", type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .encode();
    }

    void send(HttpServerResponse response) {
        response.setStatusCode(status)
                .putHeader("content-type", MEDIA_TYPE)
                .putHeader("content-language", language)
                .end(json());
    }

    /** Chinese unless the caller puts English first. */
    static boolean prefersEnglish(@Nullable String acceptLanguage) {
        return acceptLanguage != null
                && acceptLanguage.strip().toLowerCase(Locale.ROOT).startsWith("en");
    }
}
