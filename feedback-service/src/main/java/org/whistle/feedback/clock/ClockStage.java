package org.whistle.feedback.clock;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.feedback.Stage;

/** What a clock of this service measures: the stages of the contracts, being on site after a whistle (到场签到), and the whole. */
public enum ClockStage {
    DISPATCH(Stage.DISPATCH),
    ACCEPT(Stage.ACCEPT),
    HANDLE(Stage.HANDLE),
    VERIFY(Stage.VERIFY),
    /** From a whistle to the body's check-in on site; nothing but its end is told. */
    CHECK_IN(null),
    /** From filing to closing: what all stages may take together. */
    OVERALL(null);

    private static final List<Threshold> OF_STAGES =
            List.of(Threshold.WARNING, Threshold.BREACH, Threshold.SUPERVISION, Threshold.CHASING, Threshold.BULLETIN);

    private static final List<Threshold> OF_CHECK_IN = List.of(Threshold.CHECK_IN_MISSED);

    /** A stage is chased and made public, and with it whoever is late; the whole of a ticket is nobody's alone. */
    private static final List<Threshold> OF_OVERALL =
            List.of(Threshold.WARNING, Threshold.BREACH, Threshold.SUPERVISION);

    private final @Nullable Stage stage;

    ClockStage(@Nullable Stage stage) {
        this.stage = stage;
    }

    /** What such a clock can pass. */
    public List<Threshold> thresholds() {
        return switch (this) {
            case DISPATCH, ACCEPT, HANDLE, VERIFY -> OF_STAGES;
            case CHECK_IN -> OF_CHECK_IN;
            case OVERALL -> OF_OVERALL;
        };
    }

    /**
     * As the events name it.
     *
     * @throws IllegalStateException for a check-in and for the whole, which are no stages of the contracts
     */
    public Stage stage() {
        if (stage == null) {
            throw new IllegalStateException(this + " is no stage");
        }
        return stage;
    }
}
