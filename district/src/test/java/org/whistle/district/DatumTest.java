package org.whistle.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DatumTest {

    @Test
    void gcj02_isSomeHundredMetresOff_inJinan() {
        Coordinates wgs84 = new Coordinates(117.0700, 36.6610);
        Coordinates gcj02 = Datum.GCJ02.fromWgs84(wgs84);
        assertThat(gcj02.metresTo(wgs84)).isBetween(100.0, 800.0);
        assertThat(gcj02.longitude()).isGreaterThan(wgs84.longitude());
    }

    @Test
    void gcj02_agreesWithAKnownPair() {
        // Tiananmen flagpole: the pair other implementations of the published formula give.
        Coordinates gcj02 = Datum.GCJ02.fromWgs84(new Coordinates(116.391349, 39.907375));
        assertThat(gcj02.longitude()).isCloseTo(116.397593, within(2e-5));
        assertThat(gcj02.latitude()).isCloseTo(39.908778, within(2e-5));
    }

    @Test
    void roundTrip_losesLessThanACentimetre_anywhereInChina() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            Coordinates wgs84 = new Coordinates(74 + random.nextDouble() * 60, 4 + random.nextDouble() * 49);
            Coordinates back = Datum.GCJ02.toWgs84(Datum.GCJ02.fromWgs84(wgs84));
            assertThat(back.metresTo(wgs84)).isLessThan(0.01);
        }
    }

    @Test
    void positionsOutsideChina_areLeftAlone() {
        Coordinates newYork = new Coordinates(-73.93, 40.58);
        assertThat(Datum.GCJ02.toWgs84(newYork)).isEqualTo(newYork);
        assertThat(Datum.GCJ02.fromWgs84(newYork)).isEqualTo(newYork);
    }

    @Test
    void wgs84_isLeftAlone() {
        Coordinates position = new Coordinates(117.07, 36.66);
        assertThat(Datum.WGS84.toWgs84(position)).isEqualTo(position);
        assertThat(Datum.WGS84.fromWgs84(position)).isEqualTo(position);
        assertThat(Coded.find(Datum.class, "gcj02")).contains(Datum.GCJ02);
    }

    @Test
    void absurdPositions_areRefused() {
        assertThatThrownBy(() -> new Coordinates(181, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Coordinates(0, -91)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Coordinates(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void distance_isInMetres() {
        assertThat(new Coordinates(117, 36).metresTo(new Coordinates(117, 37))).isCloseTo(111_195, within(10.0));
    }
}
