package org.whistle.acceptance.bench;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Files as fast as the whole pipeline takes it: a window bounds what is accepted but not yet assigned, so the figure is
 * what reaches the departments, not what piles up before them. What counts is the second half, and the backlog at its
 * beginning and end stands beside it.
 */
final class Saturation {

    private static final int CONNECTIONS = 192;
    private static final int WINDOW = 2_000;

    private final Vertx vertx;
    private final Http http;
    private final Workload workload;
    private final Assigned assigned;
    private int inFlight;
    private long accepted;
    private long errors;
    private boolean stopping;

    Saturation(Vertx vertx, Http http, Workload workload, Assigned assigned) {
        this.vertx = vertx;
        this.http = http;
        this.workload = workload;
        this.assigned = assigned;
    }

    /** Runs for a time, or until {@code most} reports are accepted, and waits until all are assigned. */
    Result run(Duration length, long most, Duration drain) {
        Promise<Void> over = Promise.promise();
        long[] half = new long[3];
        long[] end = new long[3];
        vertx.runOnContext(ignored -> {
            long start = System.nanoTime();
            long[] drainEnd = {0};
            vertx.setPeriodic(5, timer -> {
                long now = System.nanoTime();
                if (half[0] == 0 && now - start >= length.toNanos() / 2) {
                    mark(half, now);
                }
                if (!stopping && (now - start >= length.toNanos() || accepted + inFlight >= most)) {
                    stopping = true;
                    mark(end, now);
                    drainEnd[0] = now + drain.toNanos();
                }
                if (stopping && ((inFlight == 0 && assigned.waiting() == 0) || now > drainEnd[0])) {
                    vertx.cancelTimer(timer);
                    over.tryComplete();
                }
                fill();
            });
            fill();
        });
        Await.within(length.plus(drain).plusSeconds(60), over.future());
        double seconds = (end[0] - half[0]) / 1e9;
        return new Result((end[1] - half[1]) / seconds, accepted, errors, half[2], end[2], assigned.waiting());
    }

    private void mark(long[] at, long now) {
        at[0] = now;
        at[1] = assigned.count();
        at[2] = assigned.waiting();
    }

    private void fill() {
        while (!stopping && inFlight < CONNECTIONS && inFlight + assigned.waiting() < WINDOW) {
            inFlight++;
            long sent = System.nanoTime();
            Workload.Report report = workload.next();
            http.post(report.reporter(), "/api/intake/reports", null, report.body())
                    .onComplete(done -> {
                        inFlight--;
                        if (done.succeeded() && done.result().status() == 201) {
                            accepted++;
                            assigned.filed(done.result().json().getString("id"), sent);
                        } else {
                            errors++;
                        }
                        fill();
                    });
        }
    }

    /**
     * Counts of one run.
     *
     * @param assignedPerSecond over the second half
     * @param backlogHalf accepted but not assigned at half time
     * @param backlogEnd the same at the end
     */
    record Result(
            double assignedPerSecond, long accepted, long errors, long backlogHalf, long backlogEnd, int unassigned) {}
}
