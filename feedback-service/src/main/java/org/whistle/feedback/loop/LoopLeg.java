package org.whistle.feedback.loop;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.LegRole;

/**
 * One body's part in a round, as far as the supervision side must know it.
 *
 * @param round the round it was issued in
 * @param dueAt when its handling limit is used up; moved by a refused return and by rework
 * @param pausedAt since when its clock stands still for a return
 * @param completedAt the department's last confirmation that still stands
 * @param reworkedAt when it was last sent back
 * @param reworkPending sent back, but its clock was not yet set going again
 * @param reworks how often it was sent back
 * @param ended why it is no longer this body's, or null while it is
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
        @Nullable Ending ended) {

    /** A leg as it was just issued. */
    public static LoopLeg issued(
            UUID assignmentId, int round, String department, LegRole role, Instant issuedAt, Instant dueAt) {
        return new LoopLeg(
                assignmentId, round, department, role, issuedAt, dueAt, null, null, null, null, false, 0, null);
    }

    /** Whether the body still has it to answer for. */
    public boolean isStanding() {
        return ended == null;
    }

    LoopLeg accepted(Instant at) {
        return new LoopLeg(
                assignmentId,
                round,
                department,
                role,
                issuedAt,
                dueAt,
                at,
                pausedAt,
                completedAt,
                reworkedAt,
                reworkPending,
                reworks,
                ended);
    }

    LoopLeg paused(Instant at) {
        return new LoopLeg(
                assignmentId,
                round,
                department,
                role,
                issuedAt,
                dueAt,
                acceptedAt,
                at,
                completedAt,
                reworkedAt,
                reworkPending,
                reworks,
                ended);
    }

    LoopLeg goesOn(Instant newDueAt) {
        return new LoopLeg(
                assignmentId,
                round,
                department,
                role,
                issuedAt,
                newDueAt,
                acceptedAt,
                null,
                completedAt,
                reworkedAt,
                false,
                reworks,
                ended);
    }

    LoopLeg completed(Instant at) {
        return new LoopLeg(
                assignmentId,
                round,
                department,
                role,
                issuedAt,
                dueAt,
                acceptedAt == null ? at : acceptedAt,
                null,
                at,
                reworkedAt,
                reworkPending,
                reworks,
                ended);
    }

    LoopLeg sentBack(Instant at) {
        return new LoopLeg(
                assignmentId,
                round,
                department,
                role,
                issuedAt,
                dueAt,
                acceptedAt,
                null,
                null,
                at,
                true,
                reworks + 1,
                ended);
    }

    LoopLeg ended(Cause cause, Instant at) {
        return new LoopLeg(
                assignmentId,
                round,
                department,
                role,
                issuedAt,
                dueAt,
                acceptedAt,
                pausedAt,
                completedAt,
                reworkedAt,
                reworkPending,
                reworks,
                new Ending(cause, at));
    }

    /** When and why a body has no more to do with it. */
    public record Ending(Cause cause, Instant at) {}

    /** Why a leg ended before it was completed for good. */
    public enum Cause {
        /** The body's return was approved. */
        RETURNED,
        /** A later round took its place. */
        REPLACED
    }
}
