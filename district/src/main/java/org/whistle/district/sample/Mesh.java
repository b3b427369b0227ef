package org.whistle.district.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The ground a district is cut from: a lattice of about 55 m whose corners are shaken and rounded to six decimals. Neighbours share
 * corners exactly, so whatever is jofrom cells has shared borders too.
 */
final class Mesh {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double STEP_EAST = 0.000_6;
    private static final double STEP_NORTH = 0.000_5;

    /** Part of a step a corner moves at most; below a half, so that no cell turns over. */
    private static final double SHAKE = 0.3;

    private static final double MICRO = 1_000_000.0;

    private Mesh() {}

    /** One cell: its place in the lattice and its polygon in degrees. */
    record Cell(int x, int y, Polygon polygon) {}

    /** The cells whose centre lies inside {@code outline}, row by row from the south-west. */
    static List<Cell> inside(Polygon outline, Random random) {
        double west = outline.getEnvelopeInternal().getMinX();
        double south = outline.getEnvelopeInternal().getMinY();
        int columns = (int) (outline.getEnvelopeInternal().getWidth() / STEP_EAST) + 1;
        int rows = (int) (outline.getEnvelopeInternal().getHeight() / STEP_NORTH) + 1;
        Coordinate[][] corners = new Coordinate[rows + 1][columns + 1];
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= columns; column++) {
                corners[row][column] = new Coordinate(
                        rounded(west + (column + shaken(random)) * STEP_EAST),
                        rounded(south + (row + shaken(random)) * STEP_NORTH));
            }
        }
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outline);
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Coordinate centre = new Coordinate(west + (column + 0.5) * STEP_EAST, south + (row + 0.5) * STEP_NORTH);
                if (locator.locate(centre) == Location.INTERIOR) {
                    Coordinate start = corners[row][column];
                    Polygon polygon = FACTORY.createPolygon(new Coordinate[] {
                        start, corners[row][column + 1], corners[row + 1][column + 1], corners[row + 1][column], start
                    });
                    cells.add(new Cell(column, row, polygon));
                }
            }
        }
        return cells;
    }

    /** A position in degrees as a point in lattice steps, the unit of {@link Cell#x} and {@link Cell#y}. */
    static double[] steps(Polygon outline, double longitude, double latitude) {
        return new double[] {
            (longitude - outline.getEnvelopeInternal().getMinX()) / STEP_EAST,
            (latitude - outline.getEnvelopeInternal().getMinY()) / STEP_NORTH
        };
    }

    /** A number of degrees to six decimals, about 0.1 m. */
    static double rounded(double degrees) {
        return Math.rint(degrees * MICRO) / MICRO;
    }

    private static double shaken(Random random) {
        return (random.nextDouble() * 2 - 1) * SHAKE;
    }
}
