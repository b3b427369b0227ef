package org.whistle.feedback.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;

/**
 * One body's part in a round, as far as the supervision side must know it.
 *
 * @param round the round it was issued in
 * @param dueAt when its handling limit is used up; moved by a refused return, an extension, a suspension and rework
 * @param pausedAt since when its clock stands still for a return or a suspension
 * @param completedAt the department's last confirmation that still stands
 * @param reworkedAt when it was last sent back
 * @param reworkPending sent back, but its clock was not yet set going again
 * @param reworks how often it was sent back
 * @param ended why it is no longer this body's, or null while it is
 * @param course what it was called for, and what was granted to it on the way
 */
public record LoopLeg(
        UUID assignmentId,
        int round,
        String department,
        LegRole role,
        Instant issuedAt,
        Instant dueAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant pausedAt,
        @Nullable Instant completedAt,
        @Nullable Instant reworkedAt,
        boolean reworkPending,
        int reworks,
        @Nullable Ending ended,
        Course course) {

    /**
     * A leg as it was just issued.
     *
     * @param task what the body is to do, or null when it is simply to handle the matter
     */
    public static LoopLeg issued(
            UUID assignmentId,
            int round,
            String department,
            LegRole role,
            @Nullable LegTask task,
            Instant issuedAt,
            Instant dueAt) {
        return new LoopLeg(
                assignmentId,
                round,
                department,
                role,
                issuedAt,
                dueAt,
                null,
                null,
                null,
                null,
                false,
                0,
                null,
                new Course(task, 0, null, null));
    }

    /** Whether nobody handles it until a named end (挂账). */
    public boolean isSuspended() {
        return course.suspendedUntil() != null && completedAt == null;
    }

    /**
     * By when it should be handled, for reckoning further. While it is suspended its clock has no instants; then it is the
     * old one later by the whole suspension, until dispatch says the true one.
     */
    Instant reckonedDueAt() {
        Instant until = course.suspendedUntil();
        return until == null || pausedAt == null ? dueAt : dueAt.plus(Duration.between(pausedAt, until));
    }

    /** Whether the body still has it to answer for. */
    public boolean isStanding() {
        return ended == null;
    }

    LoopLeg accepted(Instant at) {
        return with(leg -> leg.acceptedAt = at);
    }

    LoopLeg paused(Instant at) {
        return with(leg -> leg.pausedAt = at);
    }

    LoopLeg goesOn(Instant newDueAt) {
        return with(leg -> {
            leg.dueAt = newDueAt;
            leg.pausedAt = null;
            leg.reworkPending = false;
            leg.course = course.resumed();
        });
    }

    LoopLeg completed(Instant at) {
        return with(leg -> {
            leg.acceptedAt = acceptedAt == null ? at : acceptedAt;
            leg.pausedAt = null;
            leg.completedAt = at;
            leg.course = course.resumed();
        });
    }

    LoopLeg sentBack(Instant at) {
        return with(leg -> {
            leg.pausedAt = null;
            leg.completedAt = null;
            leg.reworkedAt = at;
            leg.reworkPending = true;
            leg.reworks = reworks + 1;
            leg.course = course.resumed();
        });
    }

    LoopLeg extended(int times, Instant newDueAt) {
        return with(leg -> {
            leg.dueAt = newDueAt;
            leg.course = new Course(course.task(), times, course.suspendedUntil(), course.checkedInAt());
        });
    }

    LoopLeg suspended(Instant at, Instant until) {
        return with(leg -> {
            leg.pausedAt = pausedAt == null ? at : pausedAt;
            leg.course = new Course(course.task(), course.extensions(), until, course.checkedInAt());
        });
    }

    LoopLeg checkedIn(Instant at) {
        return with(leg -> leg.course = new Course(course.task(), course.extensions(), course.suspendedUntil(), at));
    }

    LoopLeg ended(Cause cause, Instant at) {
        return with(leg -> leg.ended = new Ending(cause, at));
    }

    private LoopLeg with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return new LoopLeg(
                assignmentId,
                round,
                department,
                role,
                issuedAt,
                copy.dueAt,
                copy.acceptedAt,
                copy.pausedAt,
                copy.completedAt,
                copy.reworkedAt,
                copy.reworkPending,
                copy.reworks,
                copy.ended,
                copy.course);
    }

    /** What may change of a leg, while the next one is made of it. */
    private static final class Copy {

        private Instant dueAt;
        private @Nullable Instant acceptedAt;
        private @Nullable Instant pausedAt;
        private @Nullable Instant completedAt;
        private @Nullable Instant reworkedAt;
        private boolean reworkPending;
        private int reworks;
        private @Nullable Ending ended;
        private Course course;

        private Copy(LoopLeg leg) {
            dueAt = leg.dueAt;
            acceptedAt = leg.acceptedAt;
            pausedAt = leg.pausedAt;
            completedAt = leg.completedAt;
            reworkedAt = leg.reworkedAt;
            reworkPending = leg.reworkPending;
            reworks = leg.reworks;
            ended = leg.ended;
            course = leg.course;
        }
    }

    /** When and why a body has no more to do with it. */
    public record Ending(Cause cause, Instant at) {}

    /** Why a leg ended before it was completed for good. */
    public enum Cause {
        /** The body's return was approved. */
        RETURNED,
        /** A later round took its place. */
        REPLACED,
        /** The ticket was merged into another one. */
        MERGED
    }

    /**
     * What a leg was called for, and what was granted to it on the way.
     *
     * @param task what the body is to do, or null when it is simply to handle the matter
     * @param extensions how many extensions were granted
     * @param suspendedUntil by when its suspension ends by itself; null while it is not suspended
     * @param checkedInAt when the body checked in on site after a whistle, or null
     */
    public record Course(
            @Nullable LegTask task,
            int extensions,
            @Nullable Instant suspendedUntil,
            @Nullable Instant checkedInAt) {

        Course resumed() {
            return suspendedUntil == null ? this : new Course(task, extensions, null, checkedInAt);
        }
    }
}
