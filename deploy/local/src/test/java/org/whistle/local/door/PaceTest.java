package org.whistle.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Pace pace = new Pace(3, now::get);

    @Test
    void addressThatAsksTooOften_waitsForTheNextMinute_andTheOthersDoNot() {
        for (int time = 0; time < 3; time++) {
            assertThat(pace.allows("10.0.0.1")).isTrue();
        }
        assertThat(pace.allows("10.0.0.1")).isFalse();
        assertThat(pace.allows("10.0.0.2")).isTrue();
        now.addAndGet(Duration.ofSeconds(50).toNanos());
        assertThat(pace.allows("10.0.0.1")).isFalse();
        assertThat(pace.secondsLeft()).isEqualTo(10);

        now.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(pace.allows("10.0.0.1")).isTrue();
    }

    @Test
    void moreAddressesThanAreToldApart_shareWhatOneMay() {
        for (int address = 0; address < 10_000; address++) {
            assertThat(pace.allows("10.0.0." + address)).isTrue();
        }
        assertThat(pace.allows("a")).isTrue();
        assertThat(pace.allows("b")).isTrue();
        assertThat(pace.allows("c")).isTrue();
        assertThat(pace.allows("d")).isFalse();
        assertThat(pace.allows("10.0.0.7")).isTrue();
    }
}
