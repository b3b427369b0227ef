package org.whistle.feedback.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.contracts.feedback.Stage;

/**
 * One limit of one ticket, running, standing or stopped. Immutable. A threshold counts as passed when its instant lies
 * strictly before the instant looked at: who finishes on the dot is in time.
 *
 * @param department the body whose clock it is, or null while no body has the ticket
 * @param limit the instants, moved by a refused return and by rework
 * @param pausedAt since when it stands still, or null
 * @param stoppedAt when the stage was over, or null
 * @param told how many thresholds, from the first, have been told; they are never told again
 */
public record StageClock(
        Key key,
        @Nullable String department,
        Clock limit,
        @Nullable Instant pausedAt,
        @Nullable Instant stoppedAt,
        int told) {

    /**
     * What makes a clock one clock, for good.
     *
     * @param round the ticket's round; 0 before the first dispatch
     * @param assignmentId the leg, or null for the clocks of the whole ticket
     * @param run which verification of the round it is, from 1; rework asks for another. Always 1 for other stages
     */
    public record Key(
            UUID ticketId, Stage stage, int round, @Nullable UUID assignmentId, int run) {}

    /** What a step did: the clock after it, and the thresholds it passed, earliest first. */
    public record Passing(StageClock clock, List<Threshold> passed) {
        public Passing {
            passed = List.copyOf(passed);
        }
    }

    /** A clock that has just begun to run. */
    public static StageClock started(Key key, @Nullable String department, Clock limit) {
        return new StageClock(key, department, limit, null, null, 0);
    }

    /** Whether time counts now. */
    public boolean isRunning() {
        return pausedAt == null && stoppedAt == null;
    }

    /** When it passes the next threshold if nothing happens; null when it never will. */
    public @Nullable Instant nextAt() {
        return isRunning() && told < Threshold.values().length ? instantOf(Threshold.values()[told]) : null;
    }

    /** When a threshold is or was passed. */
    public Instant instantOf(Threshold threshold) {
        return switch (threshold) {
            case WARNING -> limit.warnAt();
            case BREACH -> limit.dueAt();
            case SUPERVISION -> limit.superviseAt();
        };
    }

    /** Time goes on to an instant: what was passed on the way. Nothing, when the clock does not run. */
    public Passing until(Instant now) {
        if (!isRunning()) {
            return new Passing(this, List.of());
        }
        List<Threshold> passed = new ArrayList<>();
        for (int i = told;
                i < Threshold.values().length
                        && instantOf(Threshold.values()[i]).isBefore(now);
                i++) {
            passed.add(Threshold.values()[i]);
        }
        return passed.isEmpty()
                ? new Passing(this, List.of())
                : new Passing(
                        new StageClock(key, department, limit, pausedAt, stoppedAt, told + passed.size()), passed);
    }

    /** The stage is over. What was passed before and had not been told yet is told now, once. */
    public Passing stop(Instant at) {
        if (stoppedAt != null) {
            return new Passing(this, List.of());
        }
        Passing passing = until(at);
        return new Passing(
                new StageClock(
                        key, department, limit, pausedAt, at, passing.clock().told()),
                passing.passed());
    }

    /** Time stands still from here on. */
    public Passing pause(Instant at) {
        if (!isRunning()) {
            return new Passing(this, List.of());
        }
        Passing passing = until(at);
        return new Passing(
                new StageClock(key, department, limit, at, null, passing.clock().told()), passing.passed());
    }

    /** The same clock runs on with other instants, after a pause or after rework. */
    public StageClock goOn(Clock newLimit) {
        return new StageClock(key, department, newLimit, null, null, told);
    }

    /** A continuous clock runs on after a pause, all its instants later by the pause. */
    public StageClock goOnAt(Instant at) {
        if (pausedAt == null) {
            return this;
        }
        Duration pause = Duration.between(pausedAt, at);
        return goOn(new Clock(
                limit.startedAt(),
                limit.warnAt().plus(pause),
                limit.dueAt().plus(pause),
                limit.superviseAt().plus(pause)));
    }
}
