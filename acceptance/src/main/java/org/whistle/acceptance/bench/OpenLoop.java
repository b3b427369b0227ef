package org.whistle.acceptance.bench;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Files reports at a fixed rate whatever the system does, so that a stall shows in every report it delays: each
 * latency counts from the moment its report was due to be sent.
 */
final class OpenLoop {

    private final Vertx vertx;
    private final Http http;
    private final Workload workload;
    private final Assigned assigned;
    private final Histogram httpLatency = new Histogram(3);
    private long sent;
    private long accepted;
    private long errors;
    private long answered;

    OpenLoop(Vertx vertx, Http http, Workload workload, Assigned assigned) {
        this.vertx = vertx;
        this.http = http;
        this.workload = workload;
        this.assigned = assigned;
    }

    /** Runs and waits until everything accepted is assigned, or the patience is over. */
    Result run(int rate, Duration length, Duration drain) {
        Promise<Void> over = Promise.promise();
        long planned = rate * length.toSeconds();
        double gap = 1e9 / rate;
        vertx.runOnContext(ignored -> {
            long start = System.nanoTime();
            long[] drainEnd = {0};
            vertx.setPeriodic(1, timer -> {
                long now = System.nanoTime();
                while (sent < planned && start + (long) (sent * gap) <= now) {
                    send(start + (long) (sent * gap));
                    sent++;
                }
                if (sent == planned && answered == sent) {
                    drainEnd[0] = drainEnd[0] == 0 ? now + drain.toNanos() : drainEnd[0];
                    if (assigned.waiting() == 0 || now > drainEnd[0]) {
                        vertx.cancelTimer(timer);
                        over.tryComplete();
                    }
                }
            });
        });
        Await.within(length.plus(drain).plusSeconds(60), over.future());
        return new Result(
                rate,
                accepted,
                errors,
                millis(50),
                millis(99),
                assigned.millis(50),
                assigned.millis(99),
                assigned.millis(99.9),
                assigned.waiting(),
                assigned.millisBySecond(99));
    }

    private void send(long due) {
        Workload.Report report = workload.next();
        http.post(report.reporter(), "/api/intake/reports", null, report.body()).onComplete(done -> {
            answered++;
            httpLatency.recordValue(Math.max(1, (System.nanoTime() - due) / 1000));
            if (done.succeeded() && done.result().status() == 201) {
                accepted++;
                assigned.filed(done.result().json().getString("id"), due);
            } else {
                errors++;
            }
        });
    }

    private double millis(double percentile) {
        return httpLatency.getTotalCount() == 0 ? Double.NaN : httpLatency.getValueAtPercentile(percentile) / 1000.0;
    }

    /**
     * Milliseconds and counts.
     *
     * @param assignedP99BySecond of the reports due in each second
     */
    record Result(
            int rate,
            long accepted,
            long errors,
            double httpP50Ms,
            double httpP99Ms,
            double assignedP50Ms,
            double assignedP99Ms,
            double assignedP999Ms,
            int unassigned,
            List<Long> assignedP99BySecond) {}
}
