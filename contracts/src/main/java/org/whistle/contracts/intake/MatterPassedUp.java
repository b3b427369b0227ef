package org.whistle.contracts.intake;

import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Require;

/**
 * A level could not solve the matter and passes it up with its history. At the street {@link ReportFiled} follows.
 *
 * @param from the level that passes it up
 * @param to the level that has it now
 * @param reason what was tried and why it is not solved, at most 2 000 characters
 * @param passedAt when it was passed up
 */
public record MatterPassedUp(UUID ticketId, ChainLevel from, ChainLevel to, String reason, Actor by, Instant passedAt)
        implements IntakeEvent {

    public MatterPassedUp {
        Require.present(ticketId, "ticketId");
        Require.present(from, "from");
        Require.present(to, "to");
        Require.text(reason, 2000, "reason");
        Require.present(by, "by");
        Require.present(passedAt, "passedAt");
    }
}
