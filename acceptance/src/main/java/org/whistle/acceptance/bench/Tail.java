package org.whistle.acceptance.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the departments' assignments in the order they became readable, by the same list a desk reads. An assignment
 * counts as readable when it stands in an answer.
 */
final class Tail {

    private static final String ACCOUNT = "supervisor";
    private static final String LIST = "/api/department/assignments?order=received&limit=200&after=";
    private static final long PAUSE_MS = 40;

    private final Vertx vertx;
    private final Http http;
    private final List<Consumer<JsonObject>> readers = new ArrayList<>();
    private long last;
    private boolean stopped;
    private long failures;

    /** @param from the sequence to read on from */
    Tail(Vertx vertx, Http http, long from) {
        this.vertx = vertx;
        this.http = http;
        this.last = from;
    }

    /** The sequence at which the list ends now. */
    static long end(Http http) {
        return Await.now(http.get(ACCOUNT, LIST + "latest")).json().getLong("last");
    }

    static void prepare(Http http) {
        http.prepare(ACCOUNT);
    }

    /** Every assignment from now on goes to this reader, on the event loop. */
    void read(Consumer<JsonObject> reader) {
        vertx.runOnContext(ignored -> readers.add(reader));
    }

    void start() {
        vertx.runOnContext(ignored -> poll());
    }

    void stop() {
        vertx.runOnContext(ignored -> stopped = true);
    }

    long failures() {
        return failures;
    }

    private void poll() {
        if (stopped) {
            return;
        }
        http.get(ACCOUNT, LIST + last).onComplete(done -> {
            boolean full = false;
            if (done.succeeded() && done.result().succeeded()) {
                JsonObject page = done.result().json();
                JsonArray items = page.getJsonArray("items");
                for (int i = 0; i < items.size(); i++) {
                    JsonObject item = items.getJsonObject(i);
                    readers.forEach(reader -> reader.accept(item));
                }
                last = page.getLong("last");
                full = page.getString("next") != null;
            } else {
                failures++;
            }
            if (full) {
                poll();
            } else {
                vertx.setTimer(PAUSE_MS, ignored -> poll());
            }
        });
    }
}
