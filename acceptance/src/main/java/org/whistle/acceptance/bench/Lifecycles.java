package org.whistle.acceptance.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * Whole lives by REST: report → assigned → accepted → completed → verified → rated → closed, each step with an account
 * of its role, as many at a time as the concurrency says.
 */
final class Lifecycles {

    private static final String CALL_AGENT = "call-agent";

    private final Vertx vertx;
    private final Http http;
    private final Workload workload;
    private final int concurrency;
    private final Verifications verifications;
    private final Map<String, Promise<JsonObject>> waiting = new HashMap<>();
    private final Map<String, JsonObject> early = new HashMap<>();
    private final Set<String> filed = new HashSet<>();
    private final Histogram latency = new Histogram(3);
    private final Map<String, Long> failures = new HashMap<>();
    private long counted;
    private int running;
    private long completed;
    private long started;
    private boolean stopping;

    Lifecycles(Vertx vertx, Http http, Workload workload, int concurrency) {
        this.vertx = vertx;
        this.http = http;
        this.workload = workload;
        this.concurrency = concurrency;
        this.verifications = new Verifications(vertx, http);
    }

    /** An assignment became readable. */
    void readable(JsonObject assignment) {
        String ticket = assignment.getString("ticketId");
        Promise<JsonObject> promise = waiting.remove(ticket);
        if (promise != null) {
            promise.complete(assignment);
        } else {
            early.put(ticket, assignment);
        }
    }

    /**
     * Runs for a time and waits until all lives are over.
     *
     * @param warmUp how long before that, at the same concurrency; nothing of it counts
     */
    Result run(Duration warmUp, Duration length, Duration drain) {
        Promise<Void> over = Promise.promise();
        long[] from = new long[2];
        long[] end = new long[2];
        vertx.runOnContext(ignored -> {
            verifications.start();
            counted = System.nanoTime() + warmUp.toNanos();
            vertx.setPeriodic(5, timer -> {
                long now = System.nanoTime();
                if (from[0] == 0 && now >= counted) {
                    from[0] = now;
                    from[1] = completed;
                }
                if (!stopping && now - counted >= length.toNanos()) {
                    stopping = true;
                    end[0] = now;
                    end[1] = completed;
                }
                if (stopping
                        && (running == 0 || now - counted >= length.plus(drain).toNanos())) {
                    vertx.cancelTimer(timer);
                    verifications.stop();
                    over.tryComplete();
                }
                fill();
            });
        });
        Await.within(warmUp.plus(length).plus(drain).plusSeconds(60), over.future());
        return new Result(
                (end[1] - from[1]) / ((end[0] - from[0]) / 1e9),
                latency.getTotalCount() == 0 ? Double.NaN : latency.getValueAtPercentile(50) / 1000.0,
                latency.getTotalCount() == 0 ? Double.NaN : latency.getValueAtPercentile(99) / 1000.0,
                completed,
                started - completed,
                Map.copyOf(failures));
    }

    Set<String> filed() {
        return filed;
    }

    private void fill() {
        while (!stopping && running < concurrency) {
            running++;
            started++;
            long start = System.nanoTime();
            one(workload.next()).onComplete(done -> {
                running--;
                if (done.succeeded()) {
                    completed++;
                    if (start >= counted) {
                        latency.recordValue(Math.max(1, (System.nanoTime() - start) / 1000));
                    }
                } else {
                    failures.merge(String.valueOf(done.cause().getMessage()), 1L, Long::sum);
                }
                fill();
            });
        }
    }

    private Future<Void> one(Workload.Report report) {
        return http.post(report.reporter(), "/api/intake/reports", null, report.body())
                .compose(reply -> expect(reply, "report"))
                .compose(reply -> {
                    String ticket = reply.json().getString("id");
                    filed.add(ticket);
                    return assignment(ticket)
                            .compose(assignment -> handle(report.kind().handler(), assignment))
                            .compose(ignored -> verifications.of(ticket))
                            .compose(version -> verify(report, ticket, version))
                            .compose(version -> answer(ticket, version));
                });
    }

    private Future<JsonObject> assignment(String ticket) {
        JsonObject seen = early.remove(ticket);
        if (seen != null) {
            return Future.succeededFuture(seen);
        }
        Promise<JsonObject> promise = Promise.promise();
        waiting.put(ticket, promise);
        return promise.future();
    }

    private Future<Void> handle(String handler, JsonObject assignment) {
        String path = "/api/department/assignments/" + assignment.getString("id");
        String version = "\"" + assignment.getLong("version") + "\"";
        return http.post(handler, path + "/acceptance", version, new JsonObject())
                .compose(reply -> expect(reply, "acceptance"))
                .compose(reply -> http.post(
                        handler,
                        path + "/completion",
                        reply.version(),
                        new JsonObject().put("result", "已修复").put("photos", new JsonArray())))
                .compose(reply -> expect(reply, "completion"))
                .mapEmpty();
    }

    private Future<String> verify(Workload.Report report, String ticket, String version) {
        return http.post(
                        report.verifier(),
                        "/api/feedback/loops/" + ticket + "/verification",
                        version,
                        new JsonObject()
                                .put("outcome", "fixed")
                                .put("position", report.position())
                                .put("photos", new JsonArray()))
                .compose(reply -> expect(reply, "verification"))
                .map(Http.Reply::version);
    }

    private Future<Void> answer(String ticket, String version) {
        return http.post(
                        CALL_AGENT,
                        "/api/feedback/loops/" + ticket + "/callback",
                        version,
                        new JsonObject()
                                .put("channel", "phone")
                                .put("contacted", true)
                                .put("solved", true)
                                .put("satisfaction", "satisfied"))
                .compose(reply -> expect(reply, "callback"))
                .compose(reply -> "closed".equals(reply.json().getString("state"))
                        ? Future.succeededFuture()
                        : Future.failedFuture("not closed but " + reply.json().getString("state")));
    }

    private static Future<Http.Reply> expect(Http.Reply reply, String step) {
        return reply.succeeded()
                ? Future.succeededFuture(reply)
                : Future.failedFuture(step + " " + reply.status() + " "
                        + (reply.body().length() > 200 ? "" : reply.body().toString()));
    }

    /**
     * One run.
     *
     * @param perSecond closed tickets per second
     * @param unfinished started and not closed
     * @param failures how often each refusal came
     */
    record Result(
            double perSecond, double p50Ms, double p99Ms, long closed, long unfinished, Map<String, Long> failures) {}
}
