package org.whistle.contracts.intake;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * The danger of an emergency is over; from here on it is handled like any ticket.
 *
 * @param note what was done to make it safe, at most 2 000 characters
 * @param safeAt from when it is safe
 */
public record MarkedSafe(UUID ticketId, String note, Actor by, Instant safeAt) implements IntakeEvent {

    public MarkedSafe {
        Require.present(ticketId, "ticketId");
        Require.text(note, 2000, "note");
        Require.present(by, "by");
        Require.present(safeAt, "safeAt");
    }
}
