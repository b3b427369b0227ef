package org.whistle.contracts.intake;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The community found that this open ticket and another are the same matter (社区梳理汇总); it goes on in the other, and its reporter is
 * answered with that one. Can be undone by {@link TicketUnmerged}.
 *
 * @param into the open ticket it goes on in
 * @param reason why they are the same, at most 2 000 characters
 * @param mergedAt when they were merged
 */
public record TicketMerged(UUID ticketId, UUID into, String reason, Actor by, Instant mergedAt) implements IntakeEvent {

    public TicketMerged {
        Require.present(ticketId, "ticketId");
        Require.present(into, "into");
        Require.text(reason, 2000, "reason");
        Require.present(by, "by");
        Require.present(mergedAt, "mergedAt");
    }
}
