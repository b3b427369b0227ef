package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The matter belongs elsewhere (court, arbitration, petition channel …); the reporter is told where, and the ticket
 * ends (DOMAIN.md §3.1).
 *
 * @param channel the right channel in words
 * @param explanation what the reporter is told
 */
public record TicketNotAccepted(UUID ticketId, String channel, String explanation, Actor decidedBy, Instant decidedAt)
        implements DispatchEvent {

    public TicketNotAccepted {
        Require.present(ticketId, "ticketId");
        Require.text(channel, 128, "channel");
        Require.text(explanation, 2000, "explanation");
        Require.present(decidedBy, "decidedBy");
        Require.present(decidedAt, "decidedAt");
    }
}
