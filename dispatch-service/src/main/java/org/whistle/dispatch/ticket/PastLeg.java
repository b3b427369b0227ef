package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.Limit;

/**
 * A part that ended before the ticket did. Its stopped clock goes on when the same body gets the ticket again.
 *
 * @param role null in tickets stored before roles were kept
 * @param limit the limit behind {@code handle}
 * @param stoppedAt when the handling clock stopped
 */
public record PastLeg(
        UUID assignmentId,
        String department,
        @Nullable LegRole role,
        int round,
        Fate fate,
        Clock handle,
        Limit limit,
        Instant stoppedAt) {

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
        /** It was handled, and then the ticket was opened again. */
        COMPLETED
    }
}
