package org.whistle.feedback.clock.store;

import java.util.UUID;
import org.whistle.feedback.Wording;
import org.whistle.feedback.clock.ClockStage;
import org.whistle.feedback.clock.StageClock;

/**
 * The key of a clock's row.
 *
 * @param leg the assignment, or all zeros for the clocks of the whole ticket
 */
public record ClockId(UUID ticketId, String stage, int round, UUID leg, int run) {

    /** Stands for "no leg", because a key has no nulls. */
    static final UUID WHOLE_TICKET = new UUID(0, 0);

    static ClockId of(StageClock.Key key) {
        return new ClockId(
                key.ticketId(),
                Wording.word(key.stage()),
                key.round(),
                key.assignmentId() == null ? WHOLE_TICKET : key.assignmentId(),
                key.run());
    }

    StageClock.Key toKey() {
        return new StageClock.Key(
                ticketId, Wording.constant(ClockStage.class, stage), round, leg.equals(WHOLE_TICKET) ? null : leg, run);
    }
}
