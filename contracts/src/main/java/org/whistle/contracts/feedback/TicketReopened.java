package org.whistle.contracts.feedback;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The reporter says it is not solved: the same ticket is open again (DOMAIN.md §5).
 *
 * @param times how often this ticket was reopened, this time included
 */
public record TicketReopened(UUID ticketId, String reason, int times, Actor by, Instant reopenedAt)
        implements FeedbackEvent {

    public TicketReopened {
        Require.present(ticketId, "ticketId");
        Require.text(reason, 2000, "reason");
        Require.atLeast(times, 1, "times");
        Require.present(by, "by");
        Require.present(reopenedAt, "reopenedAt");
    }
}
