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

    @Test
    void steps_reachEveryCellOfACircle_fromAnywhereInACell() {
        for (int metres : new int[] {1, 50, 120, 1_000}) {
            for (double east = 0; east < 0.001; east += 0.00013) {
                Position centre = new Position(117.07 + east, 36.66 + east / 2);
                long cell = Cell.of(centre);
                assertThat(Cell.steps(36.7, metres).stream().map(step -> cell + step))
                        .containsAll(Cell.around(centre, metres));
            }
        }
    }

    @Test
    void box_isCoveredByItsCells() {
        assertThat(Cell.within(117.0701, 36.6601, 117.0715, 36.6611))
                .hasSize(4)
                .contains(Cell.of(new Position(117.0709, 36.6605)), Cell.of(new Position(117.0714, 36.661)));
    }
}
