package org.whistle.acceptance.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * Joins what was filed with what became readable for a department. Lives on one event loop, so it needs no locks.
 * Times are nanoseconds of {@link System#nanoTime()}.
 */
final class Assigned {

    private final Map<String, Long> filedAt = new HashMap<>();
    private final Map<String, Long> seenEarly = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Histogram latency = new Histogram(3);
    private final List<Histogram> bySecond = new ArrayList<>();
    private long begun;
    private long again;

    /** A report was accepted; its clock started when it was due to be sent. */
    void filed(String ticket, long sentAt) {
        Long seen = seenEarly.remove(ticket);
        if (seen == null) {
            filedAt.put(ticket, sentAt);
        } else {
            settle(ticket, sentAt, seen);
        }
    }

    /** An assignment became readable. */
    void readable(JsonObject assignment) {
        String ticket = assignment.getString("ticketId");
        long now = System.nanoTime();
        if (done.contains(ticket)) {
            again++;
            return;
        }
        Long sent = filedAt.remove(ticket);
        if (sent == null) {
            seenEarly.putIfAbsent(ticket, now);
        } else {
            settle(ticket, sent, now);
        }
    }

    private void settle(String ticket, long sentAt, long seenAt) {
        begun = done.isEmpty() ? sentAt : begun;
        done.add(ticket);
        long micros = Math.max(1, (seenAt - sentAt) / 1000);
        latency.recordValue(micros);
        int second = (int) Math.max(0, (sentAt - begun) / 1_000_000_000L);
        while (bySecond.size() <= second) {
            bySecond.add(new Histogram(2));
        }
        bySecond.get(second).recordValue(micros);
    }

    /** Accepted, not yet readable. */
    int waiting() {
        return filedAt.size();
    }

    /** Accepted and readable. */
    int count() {
        return done.size();
    }

    Set<String> tickets() {
        return done;
    }

    Set<String> missing() {
        return filedAt.keySet();
    }

    /** Assignments of a ticket that had one already. */
    long again() {
        return again;
    }

    /** Milliseconds at a percentile. */
    double millis(double percentile) {
        return latency.getTotalCount() == 0 ? Double.NaN : latency.getValueAtPercentile(percentile) / 1000.0;
    }

    /** The same, of the reports due in each second after the first: whether it is some seconds or all. */
    List<Long> millisBySecond(double percentile) {
        return bySecond.stream()
                .map(second -> second.getValueAtPercentile(percentile) / 1000)
                .toList();
    }
}
