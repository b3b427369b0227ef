package org.whistle.feedback.clock.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatermarksTest {

    private static final Instant T = Instant.parse("2026-03-02T01:00:00Z");

    private static Instant t(int seconds) {
        return T.plusSeconds(seconds);
    }

    @Test
    void mark_isTheInstantOfTheLook_whenEverythingSeenIsApplied() {
        assertThat(new Watermarks(Duration.ZERO).look(t(0), Map.of(0, 5L, 1, 0L), Map.of(0, 5L)))
                .containsOnly(Map.entry(0, t(0)), Map.entry(1, t(0)));
    }

    @Test
    void mark_standsStill_whileTheConsumerIsBehind() {
        Watermarks marks = new Watermarks(Duration.ZERO);

        assertThat(marks.look(t(0), Map.of(0, 5L), Map.of(0, 4L))).isEmpty();
        assertThat(marks.look(t(1), Map.of(0, 9L), Map.of(0, 4L))).isEmpty();
        // What was seen at 0 is applied by now, what was seen at 1 and 2 is not.
        assertThat(marks.look(t(2), Map.of(0, 12L), Map.of(0, 6L))).containsOnly(Map.entry(0, t(0)));
        assertThat(marks.look(t(3), Map.of(0, 12L), Map.of(0, 12L))).containsOnly(Map.entry(0, t(3)));
    }

    @Test
    void mark_movesOn_underSteadyLoad_thoughTheEndIsNeverReached() {
        Watermarks marks = new Watermarks(Duration.ZERO);
        for (int second = 0; second < 600; second++) {
            Map<Integer, Instant> known =
                    marks.look(t(second), Map.of(0, second * 100L), Map.of(0, second * 100L - 250));
            if (second > 10) {
                assertThat(known.get(0)).isEqualTo(t(second - 3));
            }
        }
    }

    @Test
    void marks_wait_untilTheBrokerHasBeenWithinReachForAWhile() {
        Watermarks marks = new Watermarks(Duration.ofSeconds(15));

        assertThat(marks.look(t(0), Map.of(0, 1L), Map.of(0, 1L))).isEmpty();
        assertThat(marks.look(t(15), Map.of(0, 1L), Map.of(0, 1L))).containsOnly(Map.entry(0, t(15)));
        marks.outOfReach();
        assertThat(marks.look(t(20), Map.of(0, 1L), Map.of(0, 1L))).isEmpty();
        assertThat(marks.look(t(35), Map.of(0, 1L), Map.of(0, 1L))).containsOnly(Map.entry(0, t(35)));
    }

    @Test
    void marks_areForgotten_whenTheClockIsSetBack() {
        Watermarks marks = new Watermarks(Duration.ZERO);
        marks.look(t(100), Map.of(0, 1L), Map.of(0, 1L));

        assertThat(marks.look(t(50), Map.of(0, 2L), Map.of(0, 1L))).isEmpty();
    }
}
