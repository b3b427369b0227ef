package org.whistle.dispatch.worktime;

import java.time.Duration;
import java.time.Instant;

/**
 * How time is counted for one limit of one body: continuously, or only inside its working hours. Instances come from
 * {@link WorkingTime#measure}.
 */
public sealed interface Measure {

    /**
     * The instant at which so much more time has been used. Counting from outside working time begins with the next
     * slot; time used up exactly at the end of a slot ends there.
     *
     * @param amount at least zero; zero gives {@code start} back
     * @throws OutsideCalendar when that lies beyond the calendar's reach
     */
    Instant plus(Instant start, Duration amount);

    /**
     * The time used from {@code from} to {@code to}; zero when {@code to} is not later.
     *
     * @throws OutsideCalendar when one of them lies beyond the calendar's reach
     */
    Duration between(Instant from, Instant to);

    /** Never stops. */
    record Continuous() implements Measure {

        @Override
        public Instant plus(Instant start, Duration amount) {
            return start.plus(amount);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
        }
    }

    /** Runs inside working hours only. */
    final class Working implements Measure {

        private final Hours hours;

        Working(Hours hours) {
            this.hours = hours;
        }

        @Override
        public Instant plus(Instant start, Duration amount) {
            if (amount.isZero()) {
                return start;
            }
            return hours.reaching(hours.passedAt(start) + amount.toNanos());
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return to.isAfter(from) ? Duration.ofNanos(hours.passedAt(to) - hours.passedAt(from)) : Duration.ZERO;
        }
    }
}
