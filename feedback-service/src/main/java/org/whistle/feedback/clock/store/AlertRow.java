package org.whistle.feedback.clock.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.id.Ids;
import org.whistle.feedback.clock.Alarm;

/**
 * A row of {@code alert}: a threshold that was passed. Where and what the matter is comes from its loop. Never changed.
 *
 * @param kind the threshold's word
 */
public record AlertRow(
        UUID id,
        ClockId clock,
        String kind,
        @Nullable String department,
        Instant dueAt,
        Instant thresholdAt,
        Instant noticedAt) {

    /** The alert of an alarm that was noticed at an instant. */
    public static AlertRow of(Alarm alarm, Instant now) {
        return new AlertRow(
                Ids.next(),
                ClockId.of(alarm.clock().key()),
                alarm.threshold().word(),
                alarm.clock().department(),
                alarm.clock().limit().dueAt(),
                alarm.thresholdAt(),
                now);
    }
}
