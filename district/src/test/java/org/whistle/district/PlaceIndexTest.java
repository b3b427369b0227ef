package org.whistle.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;

class PlaceIndexTest {

    private static final District SAMPLE = District.sample();
    private static final List<Place> GRIDS = SAMPLE.places(PlaceLevel.GRID);
    private static final PlaceIndex INDEX = SAMPLE.index();

    @Test
    void interiorPoint_findsItsGrid() {
        for (Place grid : GRIDS) {
            Point inside = grid.area().getInteriorPoint();
            assertThat(INDEX.gridAt(inside.getX(), inside.getY())).contains(grid);
        }
    }

    @Test
    void cornerOfSeveralGrids_findsTheOneWithTheLowestCode() {
        Map<Coordinate, TreeSet<String>> corners = new HashMap<>();
        for (Place grid : GRIDS) {
            for (Coordinate corner : grid.area().getCoordinates()) {
                corners.computeIfAbsent(corner, c -> new TreeSet<>()).add(grid.code());
            }
        }
        assertThat(corners.values()).anyMatch(codes -> codes.size() >= 3);
        corners.forEach((corner, codes) ->
                assertThat(INDEX.gridAt(corner.x, corner.y).map(Place::code)).contains(codes.first()));
    }

    @Test
    void pointOnABorder_findsExactlyOneNeighbour_whateverTheOrderOfTheGrids() {
        List<Place> shuffled = new ArrayList<>(GRIDS);
        Collections.shuffle(shuffled, new Random(7));
        PlaceIndex other = new PlaceIndex(shuffled);
        for (Place grid : GRIDS) {
            Coordinate[] ring = grid.area().getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                double x = (ring[i - 1].x + ring[i].x) / 2;
                double y = (ring[i - 1].y + ring[i].y) / 2;
                Optional<Place> found = INDEX.gridAt(x, y);
                assertThat(found).isEqualTo(other.gridAt(x, y));
                boolean onOutline = isOnOutline(ring[i - 1], ring[i]);
                assertThat(found.isPresent() || onOutline).as("%s %s", x, y).isTrue();
            }
        }
    }

    @Test
    void randomPoints_findOneGridInsideTheDistrict_andNoneOutside() {
        Place district = SAMPLE.place("370102").orElseThrow();
        Envelope box = district.area().getEnvelopeInternal();
        box.expandBy(0.01);
        PlaceIndex whole = new PlaceIndex(List.of(district));
        Random random = new Random(42);
        for (int i = 0; i < 50_000; i++) {
            double x = box.getMinX() + random.nextDouble() * box.getWidth();
            double y = box.getMinY() + random.nextDouble() * box.getHeight();
            assertThat(INDEX.gridAt(x, y).isPresent())
                    .isEqualTo(whole.gridAt(x, y).isPresent());
        }
    }

    @Test
    void pointOutside_andNoPointAtAll_findNone() {
        assertThat(INDEX.gridAt(0, 0)).isEmpty();
        assertThat(INDEX.gridAt(116.4, 39.9)).isEmpty();
        assertThat(INDEX.gridAt(36.66, 117.05)).isEmpty();
        assertThat(INDEX.gridAt(Double.NaN, 36.66)).isEmpty();
        assertThat(INDEX.gridAt(Double.POSITIVE_INFINITY, 36.66)).isEmpty();
        assertThat(new PlaceIndex(List.of()).gridAt(117.05, 36.66)).isEmpty();
    }

    @Test
    void lookups_areFastEnough() {
        Random random = new Random(1);
        double[] x = random.doubles(100_000, 117.0, 117.16).toArray();
        double[] y = random.doubles(100_000, 36.60, 36.70).toArray();
        double best = 0;
        int found = 0;
        for (int round = 0; round < 20; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < x.length; i++) {
                found += INDEX.gridAt(x[i], y[i]).isPresent() ? 1 : 0;
            }
            best = Math.max(best, x.length / ((System.nanoTime() - start) / 1e9));
        }
        assertThat(found).isPositive();
        assertThat(best).as("lookups per second").isGreaterThan(500_000);
    }

    /** The outline has no neighbour: rounding may put the middle of its edge a hair outside. */
    private static boolean isOnOutline(Coordinate from, Coordinate to) {
        Coordinate[] ring = SAMPLE.place("370102").orElseThrow().area().getCoordinates();
        for (int i = 1; i < ring.length; i++) {
            boolean forth = ring[i - 1].equals2D(from) && ring[i].equals2D(to);
            boolean back = ring[i - 1].equals2D(to) && ring[i].equals2D(from);
            if (forth || back) {
                return true;
            }
        }
        return false;
    }
}
