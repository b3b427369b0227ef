package org.whistle.acceptance.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows what is to be verified as its users know it: from the list of tasks, read again and again, whole each time. Lives
 * on one event loop.
 */
final class Verifications {

    private static final String ACCOUNT = "supervisor";
    private static final String LIST = "/api/feedback/verifications?limit=200";
    private static final long PAUSE_MS = 100;

    private final Vertx vertx;
    private final Http http;
    private final Map<String, Promise<String>> awaited = new HashMap<>();
    private boolean stopped;

    Verifications(Vertx vertx, Http http) {
        this.vertx = vertx;
        this.http = http;
    }

    void start() {
        read(LIST);
    }

    void stop() {
        stopped = true;
    }

    /** The version to verify on, once the ticket stands in the list. */
    Future<String> of(String ticket) {
        return awaited.computeIfAbsent(ticket, id -> Promise.promise()).future();
    }

    private void read(String page) {
        if (stopped) {
            return;
        }
        http.get(ACCOUNT, page).onComplete(done -> {
            String next = done.succeeded() && done.result().succeeded()
                    ? take(done.result().json())
                    : null;
            if (next != null) {
                read(next);
            } else {
                vertx.setTimer(PAUSE_MS, ignored -> read(LIST));
            }
        });
    }

    private @Nullable String take(JsonObject page) {
        JsonArray items = page.getJsonArray("items");
        for (int i = 0; i < items.size(); i++) {
            JsonObject task = items.getJsonObject(i);
            Promise<String> promise = awaited.remove(task.getString("ticketId"));
            if (promise != null) {
                promise.complete("\"" + task.getLong("version") + "\"");
            }
        }
        return page.getString("next");
    }
}
