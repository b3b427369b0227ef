package org.whistle.contracts.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * A prominent matter was put to a residents' deliberation (议事园); its resolution is recorded. When it is to become a ticket, {@link
 * ReportFiled} follows.
 *
 * @param participants how many took part
 * @param options what was put to the choice. Absent means nothing
 * @param resolution what was resolved, at most 2 000 characters
 * @param becomesTicket whether the resolution is to become a ticket
 * @param heldAt when it was held
 */
public record DeliberationHeld(
        UUID ticketId,
        int participants,
        List<String> options,
        String resolution,
        boolean becomesTicket,
        Actor by,
        Instant heldAt)
        implements IntakeEvent {

    public DeliberationHeld {
        Require.present(ticketId, "ticketId");
        Require.atLeast(participants, 2, "participants");
        options = Require.list(options, 16, "options");
        Require.text(resolution, 2000, "resolution");
        Require.present(by, "by");
        Require.present(heldAt, "heldAt");
    }
}
