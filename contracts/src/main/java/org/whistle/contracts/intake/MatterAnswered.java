package org.whistle.contracts.intake;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * A level of the chain settled the matter; it ends without a ticket.
 *
 * @param level the level that answered
 * @param answer what was agreed or done, at most 2 000 characters
 * @param answeredAt when it was answered
 */
public record MatterAnswered(UUID ticketId, ChainLevel level, String answer, Actor by, Instant answeredAt)
        implements IntakeEvent {

    public MatterAnswered {
        Require.present(ticketId, "ticketId");
        Require.present(level, "level");
        Require.text(answer, 2000, "answer");
        Require.present(by, "by");
        Require.present(answeredAt, "answeredAt");
    }
}
