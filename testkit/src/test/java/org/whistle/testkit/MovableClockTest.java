package org.whistle.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void clock_standsStill_whereItWasStopped() {
        MovableClock clock = MovableClock.stoppedAt(NINE);

        clock.advance(Duration.ofMinutes(15));

        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(900));
        assertThat(clock.getZone()).isEqualTo(MovableClock.ZONE);
    }

    @Test
    void clock_runsOn_afterItWasAdvanced() {
        MovableClock clock = new MovableClock();

        clock.advance(Duration.ofDays(3));

        assertThat(clock.instant()).isAfter(Instant.now().plus(Duration.ofDays(2)));
        clock.reset();
        assertThat(clock.instant()).isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void clockOfAnotherZone_moves_withTheFirst() {
        MovableClock clock = MovableClock.stoppedAt(NINE);
        Clock other = clock.withZone(ZoneOffset.UTC);

        clock.advance(Duration.ofHours(1));

        assertThat(other.instant()).isEqualTo(NINE.plusSeconds(3600));
        assertThat(other.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
