package org.whistle.feedback.clock.store;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.feedback.clock.ClockStage;
import org.whistle.feedback.clock.StageClock;
import org.whistle.feedback.clock.Threshold;

/** A row of {@code stage_clock}; whoever changes it holds its lock. */
public final class ClockRow {

    public ClockId id;

    @Nullable
    public String department;

    public Instant startedAt;
    public Instant warnAt;
    public Instant dueAt;
    public Instant superviseAt;

    @Nullable
    public Instant chaseAt;

    @Nullable
    public Instant bulletinAt;

    @Nullable
    public Instant pausedAt;

    @Nullable
    public Instant stoppedAt;

    /** How many of the thresholds that lie in a fixed order were told: warning, breach, supervision; or the check-in's one. */
    public int told;

    /** Whether the chasing was told, which may come before or after the supervision order. */
    public boolean chased;

    /** Whether the bulletin was told. */
    public boolean publicised;

    /** How often the timer failed on it; it is tried again later each time. */
    public int failures;

    /** When it passes its next threshold; null when it never will. */
    @Nullable
    public Instant nextAt;

    /** The row of a clock that has none yet. */
    public static ClockRow of(StageClock clock) {
        ClockRow row = new ClockRow();
        row.id = ClockId.of(clock.key());
        row.write(clock);
        return row;
    }

    /** Writes a clock over its row. */
    public void write(StageClock clock) {
        department = clock.department();
        startedAt = clock.limit().startedAt();
        warnAt = clock.limit().warnAt();
        dueAt = clock.limit().dueAt();
        superviseAt = clock.limit().superviseAt();
        chaseAt = clock.limit().chaseAt();
        bulletinAt = clock.limit().bulletinAt();
        pausedAt = clock.pausedAt();
        stoppedAt = clock.stoppedAt();
        told = (int) inOrder(clock.key().stage()).filter(clock.told()::contains).count();
        chased = clock.told().contains(Threshold.CHASING);
        publicised = clock.told().contains(Threshold.BULLETIN);
        failures = 0;
        nextAt = clock.nextAt();
    }

    /** The clock of this row. */
    public StageClock toClock() {
        StageClock.Key key = id.toKey();
        Set<Threshold> passed = EnumSet.noneOf(Threshold.class);
        inOrder(key.stage()).limit(told).forEach(passed::add);
        if (chased) {
            passed.add(Threshold.CHASING);
        }
        if (publicised) {
            passed.add(Threshold.BULLETIN);
        }
        return new StageClock(
                key,
                department,
                new Clock(startedAt, warnAt, dueAt, superviseAt, chaseAt, bulletinAt),
                pausedAt,
                stoppedAt,
                passed);
    }

    private static Stream<Threshold> inOrder(ClockStage stage) {
        return stage.thresholds().stream()
                .filter(threshold -> threshold != Threshold.CHASING && threshold != Threshold.BULLETIN);
    }
}
