package org.whistle.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A clock that a test moves. Until it is moved it shows the real time; {@link #stopAt} makes it stand still. Safe for
 * use by many threads. It is no bean by itself; a test of a service makes it one, and all beans with a {@code Clock} see
 * it:
 *
 * <pre>{@code
 * @Alternative @Priority(1) @Singleton
 * public static class TestClock extends MovableClock {}
 * }</pre>
 */
public class MovableClock extends Clock {

    /** The zone of the domain. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ZoneId zone;
    private final AtomicReference<Setting> setting;

    /** A clock in the domain's zone that shows the real time. */
    public MovableClock() {
        this(ZONE, new AtomicReference<>(new Setting(null, Duration.ZERO)));
    }

    private MovableClock(ZoneId zone, AtomicReference<Setting> setting) {
        this.zone = zone;
        this.setting = setting;
    }

    /** A clock that stands still at an instant. */
    public static MovableClock stoppedAt(Instant instant) {
        MovableClock clock = new MovableClock();
        clock.stopAt(instant);
        return clock;
    }

    /** Stands still at an instant from now on. */
    public final void stopAt(Instant instant) {
        setting.set(new Setting(instant, Duration.ZERO));
    }

    /** Moves on, or back when negative; a clock that runs goes on running. */
    public final void advance(Duration by) {
        setting.updateAndGet(old -> old.stoppedAt() == null
                ? new Setting(null, old.offset().plus(by))
                : new Setting(old.stoppedAt().plus(by), Duration.ZERO));
    }

    /** Shows the real time again. */
    public final void reset() {
        setting.set(new Setting(null, Duration.ZERO));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock in another zone: moving one moves both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(other, setting);
    }

    @Override
    public Instant instant() {
        Setting now = setting.get();
        return now.stoppedAt() != null ? now.stoppedAt() : Instant.now().plus(now.offset());
    }

    private record Setting(@Nullable Instant stoppedAt, Duration offset) {}
}
