package org.whistle.feedback.clock.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Up to which instant each partition of the journal is known to have been followed. Every look takes the ends of the
 * partitions first and the positions committed after it: when the position has reached an end seen at instant T,
 * everything that stood on the partition at T has been applied, so a clock may pass what lies before T. While the
 * consumer is behind, the mark stands still, however late it is; nothing fires on old news.
 *
 * <p>When the broker could not be reached, other services could not publish either. So after an outage, and after the
 * start of this instance, the marks wait until the broker has been within reach for a while (settle), in which the
 * others' outboxes empty themselves.
 */
public final class Watermarks {

    /** Looks kept per partition while the consumer is behind; of more, the middle ones are let go. */
    private static final int MAX_LOOKS = 120;

    private final Duration settle;
    private final Map<Integer, Deque<Look>> looks = new HashMap<>();
    private final Map<Integer, Instant> marks = new HashMap<>();
    private @Nullable Instant reachableSince;
    private Instant lastLook = Instant.MIN;

    /** @param settle how long the broker must have been within reach */
    public Watermarks(Duration settle) {
        this.settle = settle;
    }

    /**
     * One look at the broker.
     *
     * @param at taken before the broker was asked
     * @param ends per partition, the offset after its last record
     * @param committed per partition, the offset up to which everything is applied; missing where nothing was committed
     * @return per partition, the instant up to which it is known to be followed; without those nothing is known of
     */
    public Map<Integer, Instant> look(Instant at, Map<Integer, Long> ends, Map<Integer, Long> committed) {
        if (at.isBefore(lastLook)) {
            // The clock was set back: what was seen "later" must not count as seen.
            outOfReach();
        }
        lastLook = at;
        if (reachableSince == null) {
            reachableSince = at;
        }
        ends.forEach((partition, end) -> {
            Deque<Look> pending = looks.computeIfAbsent(partition, p -> new ArrayDeque<>());
            pending.addLast(new Look(at, end));
            long position = committed.getOrDefault(partition, 0L);
            while (!pending.isEmpty() && pending.getFirst().end() <= position) {
                marks.put(partition, pending.removeFirst().at());
            }
            if (pending.size() > MAX_LOOKS) {
                Look last = pending.removeLast();
                pending.removeLast();
                pending.addLast(last);
            }
        });
        return at.isBefore(reachableSince.plus(settle)) ? Map.of() : Map.copyOf(marks);
    }

    /** The broker could not be asked: what was known before may be old news by the time it is back. */
    public void outOfReach() {
        reachableSince = null;
        looks.clear();
        marks.clear();
    }

    private record Look(Instant at, long end) {}
}
