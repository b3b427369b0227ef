package org.whistle.intake.grid;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Position;
import org.whistle.district.Coordinates;

class CellTest {

    @Property
    void pointWithinTheRadius_liesInOneOfTheCells(
            @ForAll @DoubleRange(min = 73, max = 135) double longitude,
            @ForAll @DoubleRange(min = 18, max = 53) double latitude,
            @ForAll @DoubleRange(min = -0.01, max = 0.01) double east,
            @ForAll @DoubleRange(min = -0.01, max = 0.01) double north,
            @ForAll @IntRange(min = 1, max = 500) int radius) {
        Position centre = new Position(longitude, latitude);
        Position point = new Position(longitude + east, latitude + north);
        double metres =
                new Coordinates(longitude, latitude).metresTo(new Coordinates(point.longitude(), point.latitude()));

        if (metres <= radius) {
            assertThat(Cell.around(centre, radius)).contains(Cell.of(point));
        }
    }

    @Test
    void cells_areFew() {
        Position centre = new Position(117.06, 36.66);

        assertThat(Cell.around(centre, 50)).hasSizeLessThanOrEqualTo(9);
        assertThat(Cell.around(centre, 500)).hasSizeLessThanOrEqualTo(169);
    }
}
