package org.whistle.feedback.clock.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.feedback.clock.StageClock;

/** A row of {@code stage_clock}; whoever changes it holds its lock. */
@Entity
@Table(name = "stage_clock")
public class ClockEntity extends PanacheEntityBase {

    @EmbeddedId
    public ClockId id;

    @Nullable
    public String department;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "warn_at")
    public Instant warnAt;

    @Column(name = "due_at")
    public Instant dueAt;

    @Column(name = "supervise_at")
    public Instant superviseAt;

    @Nullable
    @Column(name = "paused_at")
    public Instant pausedAt;

    @Nullable
    @Column(name = "stopped_at")
    public Instant stoppedAt;

    public int told;

    /** How often the timer failed on it; it is tried again later each time. */
    public int failures;

    /** When it passes its next threshold; null when it never will. */
    @Nullable
    @Column(name = "next_at")
    public Instant nextAt;

    /** The row of a clock that has none yet. */
    public static ClockEntity of(StageClock clock) {
        ClockEntity row = new ClockEntity();
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
