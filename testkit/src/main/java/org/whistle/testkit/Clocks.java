package org.whistle.testkit;

import java.time.Duration;
import java.time.Instant;
import org.whistle.contracts.Clock;

/** Running limits for test data. */
public final class Clocks {

    private Clocks() {}

    /** A continuous limit: warning at 80 %, supervision at 150 % of its length. */
    public static Clock running(Instant from, Duration length) {
        return new Clock(
                from,
                from.plus(length.multipliedBy(80).dividedBy(100)),
                from.plus(length),
                from.plus(length.multipliedBy(150).dividedBy(100)));
    }
}
