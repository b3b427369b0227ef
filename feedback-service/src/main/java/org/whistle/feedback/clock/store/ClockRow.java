package org.whistle.feedback.clock.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.feedback.clock.StageClock;

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
    public Instant pausedAt;

    @Nullable
    public Instant stoppedAt;

    public int told;

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
        pausedAt = clock.pausedAt();
        stoppedAt = clock.stoppedAt();
        told = clock.told();
        failures = 0;
        nextAt = clock.nextAt();
    }

    /** The clock of this row. */
    public StageClock toClock() {
        return new StageClock(
                id.toKey(), department, new Clock(startedAt, warnAt, dueAt, superviseAt), pausedAt, stoppedAt, told);
    }
}
