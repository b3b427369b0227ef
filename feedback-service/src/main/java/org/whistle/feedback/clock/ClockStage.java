package org.whistle.feedback.clock;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.feedback.Stage;

/** What a clock of this service measures: the stages of the contracts, and being on site after a whistle (到场签到). */
public enum ClockStage {
    DISPATCH(Stage.DISPATCH),
    ACCEPT(Stage.ACCEPT),
    HANDLE(Stage.HANDLE),
    VERIFY(Stage.VERIFY),
    /** From a whistle to the body's check-in on site; nothing but its end is told. */
    CHECK_IN(null);

    private static final List<Threshold> OF_STAGES =
            List.of(Threshold.WARNING, Threshold.BREACH, Threshold.SUPERVISION, Threshold.CHASING, Threshold.BULLETIN);

    private static final List<Threshold> OF_CHECK_IN = List.of(Threshold.CHECK_IN_MISSED);

    private final @Nullable Stage stage;

    ClockStage(@Nullable Stage stage) {
        this.stage = stage;
    }

    /** What such a clock can pass. */
    public List<Threshold> thresholds() {
        return stage == null ? OF_CHECK_IN : OF_STAGES;
    }

    /**
     * As the events name it.
     *
     * @throws IllegalStateException for a check-in, which no stage of the contracts is
     */
    public Stage stage() {
        if (stage == null) {
            throw new IllegalStateException("a check-in is no stage");
        }
        return stage;
    }
}
