package org.whistle.contracts.intake;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The merge was an error and is undone: the ticket stands for itself again and is dispatched anew.
 *
 * @param from the ticket it had been merged into
 * @param reason why they are not the same, at most 2 000 characters
 * @param unmergedAt when it was undone
 */
public record TicketUnmerged(UUID ticketId, UUID from, String reason, Actor by, Instant unmergedAt)
        implements IntakeEvent {

    public TicketUnmerged {
        Require.present(ticketId, "ticketId");
        Require.present(from, "from");
        Require.text(reason, 2000, "reason");
        Require.present(by, "by");
        Require.present(unmergedAt, "unmergedAt");
    }
}
