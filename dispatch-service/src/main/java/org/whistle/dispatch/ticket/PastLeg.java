package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.Limit;

/**
 * A part that ended before the ticket did. Its stopped clock goes on when the same body gets the ticket again.
 *
 * @param role null in tickets stored before roles were kept
 * @param limit the limit behind {@code handle} of a body that was simply to handle the matter
 * @param stoppedAt when the handling clock stopped
 * @param acceptedAt when the body accepted; null when it never did, and in tickets stored before that was kept
 * @param task what the body was to do; null when it was simply to handle the matter
 * @param notes what is noted of it beside that; null while nothing is
 */
public record PastLeg(
        UUID assignmentId,
        String department,
        @Nullable LegRole role,
        int round,
        Fate fate,
        Clock handle,
        Limit limit,
        Instant stoppedAt,
        @Nullable Instant acceptedAt,
        @Nullable LegTask task,
        @Nullable LegNotes notes) {

    /** What is noted of it, perhaps nothing. */
    public LegNotes noted() {
        return notes == null ? LegNotes.NONE : notes;
    }

    /** The same part with other notes. */
    PastLeg noting(LegNotes other) {
        return new PastLeg(
                assignmentId, department, role, round, fate, handle, limit, stoppedAt, acceptedAt, task, other);
    }

    /** Whether the street agreed that this body should not lead. */
    boolean leadReturned() {
        return fate == Fate.RETURNED && role != LegRole.COOPERATING;
    }

    /** How it ended. */
    public enum Fate {
        /** The street approved the body's return. */
        RETURNED,
        /** The ticket went to another lead. */
        RECALLED,
        /** The body had confirmed its part, and then the ticket was opened again or went to another lead. */
        COMPLETED
    }
}
