package org.whistle.contracts.intake;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * A level alarmed by an emergency (突发性) says that it knows and acts.
 *
 * @param level the level that acknowledges
 * @param acknowledgedAt when it was acknowledged
 */
public record AlarmAcknowledged(UUID ticketId, AlarmLevel level, Actor by, Instant acknowledgedAt)
        implements IntakeEvent {

    public AlarmAcknowledged {
        Require.present(ticketId, "ticketId");
        Require.present(level, "level");
        Require.present(by, "by");
        Require.present(acknowledgedAt, "acknowledgedAt");
    }
}
