package org.whistle.feedback.clock.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.whistle.contracts.feedback.Stage;
import org.whistle.feedback.Wording;
import org.whistle.feedback.clock.StageClock;

/** The key of a clock's row. */
@Embeddable
public class ClockId implements Serializable {

    /** Stands for "no leg", because a key has no nulls. */
    static final UUID WHOLE_TICKET = new UUID(0, 0);

    private static final long serialVersionUID = 1L;

    @Column(name = "ticket_id")
    public UUID ticketId;

    public String stage;
    public int round;
    public UUID leg;
    public int run;

    static ClockId of(StageClock.Key key) {
        ClockId id = new ClockId();
        id.ticketId = key.ticketId();
        id.stage = Wording.word(key.stage());
        id.round = key.round();
        id.leg = key.assignmentId() == null ? WHOLE_TICKET : key.assignmentId();
        id.run = key.run();
        return id;
    }

    StageClock.Key toKey() {
        return new StageClock.Key(
                ticketId, Wording.constant(Stage.class, stage), round, leg.equals(WHOLE_TICKET) ? null : leg, run);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClockId that
                && ticketId.equals(that.ticketId)
                && stage.equals(that.stage)
                && round == that.round
                && leg.equals(that.leg)
                && run == that.run;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ticketId, stage, round, leg, run);
    }
}
