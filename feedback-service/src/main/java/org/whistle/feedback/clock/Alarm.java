package org.whistle.feedback.clock;

import java.time.Instant;
import org.whistle.contracts.feedback.ClockBreached;
import org.whistle.contracts.feedback.ClockWarned;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.feedback.SupervisionOrdered;

/**
 * A threshold that a clock passed: one event and one alert.
 *
 * @param clock the clock as it was when it passed
 */
public record Alarm(StageClock clock, Threshold threshold) {

    /** The true instant, whenever it was noticed. */
    public Instant thresholdAt() {
        return clock.instantOf(threshold);
    }

    /** The event that tells it. */
    public FeedbackEvent event() {
        StageClock.Key key = clock.key();
        Instant dueAt = clock.limit().dueAt();
        return switch (threshold) {
            case WARNING ->
                new ClockWarned(
                        key.ticketId(),
                        key.stage(),
                        key.round(),
                        key.assignmentId(),
                        clock.department(),
                        dueAt,
                        thresholdAt());
            case BREACH ->
                new ClockBreached(
                        key.ticketId(),
                        key.stage(),
                        key.round(),
                        key.assignmentId(),
                        clock.department(),
                        dueAt,
                        thresholdAt());
            case SUPERVISION ->
                new SupervisionOrdered(
                        key.ticketId(),
                        key.stage(),
                        key.round(),
                        key.assignmentId(),
                        clock.department(),
                        dueAt,
                        thresholdAt());
        };
    }
}
