package org.whistle.intake.grid;

import java.util.ArrayList;
import java.util.List;
import org.whistle.contracts.Position;

/**
 * Small squares of a thousandth of a degree, about 111 m by 90 m in this district, numbered; an index over the number
 * finds what is near without looking at everything.
 */
public final class Cell {

    private static final double PER_DEGREE = 1_000;
    private static final long COLUMNS = 360_000;
    private static final double METRES_PER_DEGREE = 111_195;
    /** Nearer to the poles a degree of longitude is so short that a radius spans very many cells. */
    private static final double LEAST_COSINE = 0.2;

    private Cell() {}

    /** The number of the cell a position lies in. */
    public static long of(Position position) {
        return number(row(position.latitude()), column(position.longitude()));
    }

    /**
     * The numbers of all cells that reach into a circle.
     *
     * @param metres radius, 1 to 1 000
     */
    public static List<Long> around(Position centre, int metres) {
        double north = metres / METRES_PER_DEGREE;
        double east = north / Math.max(LEAST_COSINE, Math.cos(Math.toRadians(centre.latitude())));
        List<Long> cells = new ArrayList<>();
        for (long row = row(centre.latitude() - north); row <= row(centre.latitude() + north); row++) {
            for (long column = column(centre.longitude() - east);
                    column <= column(centre.longitude() + east);
                    column++) {
                cells.add(number(row, column));
            }
        }
        return cells;
    }

    /**
     * What is to be added to a cell's number for those that a circle around a position in it may reach into.
     *
     * @param latitude about where, degrees
     * @param metres radius, 1 to 1 000
     */
    public static List<Long> steps(double latitude, int metres) {
        double north = metres / METRES_PER_DEGREE;
        double east = north / Math.max(LEAST_COSINE, Math.cos(Math.toRadians(latitude)));
        long rows = (long) Math.ceil(north * PER_DEGREE);
        // A little more, since the latitude is about right only.
        long columns = (long) Math.ceil(east * PER_DEGREE * 1.01);
        List<Long> steps = new ArrayList<>();
        for (long row = -rows; row <= rows; row++) {
            for (long column = -columns; column <= columns; column++) {
                steps.add(row * COLUMNS + column);
            }
        }
        return steps;
    }

    /** The numbers of all cells that reach into a box of degrees. */
    public static List<Long> within(double west, double south, double east, double north) {
        List<Long> cells = new ArrayList<>();
        for (long row = row(south); row <= row(north); row++) {
            for (long column = column(west); column <= column(east); column++) {
                cells.add(number(row, column));
            }
        }
        return cells;
    }

    private static long row(double latitude) {
        return (long) Math.floor((latitude + 90) * PER_DEGREE);
    }

    private static long column(double longitude) {
        return (long) Math.floor((longitude + 180) * PER_DEGREE);
    }

    private static long number(long row, long column) {
        return row * COLUMNS + column;
    }
}
