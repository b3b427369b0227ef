package org.whistle.feedback.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;

/**
 * One limit of one ticket, running, standing or stopped. Immutable. A threshold counts as passed when its instant lies
 * strictly before the instant looked at: who finishes on the dot is in time.
 *
 * @param department the body whose clock it is, or null while no body has the ticket
 * @param limit the instants, moved by a refused return, by an extension, by the end of a suspension and by rework
 * @param pausedAt since when it stands still, or null
 * @param stoppedAt when the stage was over, or null
 * @param told the thresholds that have been told; they are never told again, whereto the instants may move
 */
public record StageClock(
        Key key,
        @Nullable String department,
        Clock limit,
        @Nullable Instant pausedAt,
        @Nullable Instant stoppedAt,
        Set<Threshold> told) {

    public StageClock {
        told = Set.copyOf(told);
    }

    /**
     * What makes a clock one clock, for good.
     *
     * @param round the ticket's round; 0 before the first dispatch
     * @param assignmentId the leg, or null for the clocks of the whole ticket
     * @param run which of the round it is, from 1: rework asks for another verification, an undone merge for another
     *     dispatch. Always 1 for other stages
     */
    public record Key(
            UUID ticketId,
            ClockStage stage,
            int round,
            @Nullable UUID assignmentId,
            int run) {}

    /** What a step did: the clock after it, and the thresholds it passed, earliest first. */
    public record Passing(StageClock clock, List<Threshold> passed) {
        public Passing {
            passed = List.copyOf(passed);
        }
    }

    /** A clock that has just begun to run. */
    public static StageClock started(Key key, @Nullable String department, Clock limit) {
        return new StageClock(key, department, limit, null, null, Set.of());
    }

    /** Whether time counts now. */
    public boolean isRunning() {
        return pausedAt == null && stoppedAt == null;
    }

    /** When it passes the next threshold if nothing happens; null when it never will. */
    public @Nullable Instant nextAt() {
        return isRunning() ? ahead().map(this::instantOf).findFirst().orElse(null) : null;
    }

    /** When a threshold is or was passed; null when this clock has none such. */
    public @Nullable Instant instantOf(Threshold threshold) {
        if (!key.stage().thresholds().contains(threshold)) {
            return null;
        }
        return switch (threshold) {
            case WARNING -> limit.warnAt();
            case BREACH, CHECK_IN_MISSED -> limit.dueAt();
            case SUPERVISION -> limit.superviseAt();
            case CHASING -> limit.chaseAt();
            case BULLETIN -> limit.bulletinAt();
        };
    }

    /** Time goes on to an instant: what was passed on the way. Nothing, when the clock does not run. */
    public Passing until(Instant now) {
        if (!isRunning()) {
            return new Passing(this, List.of());
        }
        List<Threshold> passed = ahead().takeWhile(threshold ->
                        Objects.requireNonNull(instantOf(threshold)).isBefore(now))
                .toList();
        if (passed.isEmpty()) {
            return new Passing(this, List.of());
        }
        Set<Threshold> all = EnumSet.copyOf(passed);
        all.addAll(told);
        return new Passing(new StageClock(key, department, limit, pausedAt, stoppedAt, all), passed);
    }

    /** What has not been told, in the order of its instants. */
    private Stream<Threshold> ahead() {
        return key.stage().thresholds().stream()
                .filter(threshold -> !told.contains(threshold) && instantOf(threshold) != null)
                .sorted(Comparator.comparing((Threshold threshold) -> Objects.requireNonNull(instantOf(threshold)))
                        .thenComparing(Comparator.naturalOrder()));
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

    /**
     * Its instants move while it goes on as it was, running, standing or stopped. What was passed before the move and
     * had not been told yet is told now; the rest runs by the new instants.
     */
    public Passing move(Clock newLimit, Instant at) {
        Passing passing = until(at);
        return new Passing(
                new StageClock(
                        key,
                        department,
                        newLimit,
                        pausedAt,
                        stoppedAt,
                        passing.clock().told()),
                passing.passed());
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
                limit.superviseAt().plus(pause),
                later(limit.chaseAt(), pause),
                later(limit.bulletinAt(), pause)));
    }

    private static @Nullable Instant later(@Nullable Instant instant, Duration by) {
        return instant == null ? null : instant.plus(by);
    }
}
