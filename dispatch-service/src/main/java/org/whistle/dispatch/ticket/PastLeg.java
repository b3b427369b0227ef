package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Clock;
import org.whistle.contracts.dispatch.Limit;

/**
 * A part that ended before the ticket did. Its stopped clock goes on when the same body gets the ticket again.
 *
 * @param limit the limit behind {@code handle}
 * @param stoppedAt when the handling clock stopped
 */
public record PastLeg(
        UUID assignmentId, String department, int round, Fate fate, Clock handle, Limit limit, Instant stoppedAt) {

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
