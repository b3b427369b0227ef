package org.whistle.feedback.clock.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.feedback.clock.Alarm;
import org.whistle.feedback.clock.StageClock;
import org.whistle.feedback.clock.Threshold;

/**
 * A row of {@code alert}: a threshold that was passed, or a person's chasing. Where and what the matter is comes from its
 * loop. Never changed, but for who acknowledges it.
 *
 * @param kind the threshold's word
 * @param raisedBy account of the person who chased; null for what a clock passed
 * @param note what that person wrote
 */
public record AlertRow(
        UUID id,
        ClockId clock,
        String kind,
        @Nullable String department,
        Instant dueAt,
        Instant thresholdAt,
        Instant noticedAt,
        @Nullable String raisedBy,
        @Nullable String note) {

    /** The alert of an alarm that was noticed at an instant. */
    public static AlertRow of(Alarm alarm, Instant now) {
        return new AlertRow(
                Ids.next(),
                ClockId.of(alarm.clock().key()),
                alarm.threshold().word(),
                alarm.clock().department(),
                alarm.clock().limit().dueAt(),
                alarm.thresholdAt(),
                now,
                null,
                null);
    }

    /** The alert of a person's chasing. */
    public static AlertRow chased(StageClock clock, String by, @Nullable String note, Instant at) {
        return new AlertRow(
                Ids.next(),
                ClockId.of(clock.key()),
                Threshold.CHASING.word(),
                clock.department(),
                clock.limit().dueAt(),
                at,
                at,
                by,
                note);
    }
}
