package org.whistle.district.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.whistle.district.sample.Mesh.Cell;

/** Shares cells out among centres, each to the nearest. Plain arithmetic only, so that every machine cuts alike. */
final class Partition {

    private static final int ROUNDS = 12;

    private Partition() {}

    /** The cells nearest to each of the given centres, in the order of the centres; every part is of one piece. */
    static List<List<Cell>> byCentres(List<Cell> cells, List<double[]> centres) {
        return Pieces.joined(nearestTo(cells, centres));
    }

    /** The cells in {@code count} compact parts of about the same size, from north to south, then from west to east. */
    static List<List<Cell>> into(int count, List<Cell> cells, Random random) {
        List<double[]> centres = spread(count, cells, random);
        for (int round = 0; round < ROUNDS; round++) {
            centres = nearestTo(cells, centres).stream().map(Partition::middle).toList();
        }
        List<List<Cell>> sorted = new ArrayList<>(byCentres(cells, centres));
        sorted.sort(Comparator.comparingDouble((List<Cell> part) -> -middle(part)[1])
                .thenComparingDouble(part -> middle(part)[0]));
        return sorted;
    }

    private static List<List<Cell>> nearestTo(List<Cell> cells, List<double[]> centres) {
        List<List<Cell>> parts = new ArrayList<>();
        centres.forEach(centre -> parts.add(new ArrayList<>()));
        for (Cell cell : cells) {
            parts.get(nearest(cell, centres)).add(cell);
        }
        return parts;
    }

    /** Centres far from each other: the first by chance, each further one where the distance to the others is largest. */
    private static List<double[]> spread(int count, List<Cell> cells, Random random) {
        List<double[]> centres = new ArrayList<>();
        centres.add(point(cells.get(random.nextInt(cells.size()))));
        while (centres.size() < count) {
            Cell farthest = cells.getFirst();
            double best = -1;
            for (Cell cell : cells) {
                double distance = distance(cell, centres.get(nearest(cell, centres)));
                if (distance > best) {
                    best = distance;
                    farthest = cell;
                }
            }
            centres.add(point(farthest));
        }
        return centres;
    }

    private static int nearest(Cell cell, List<double[]> centres) {
        int nearest = 0;
        for (int i = 1; i < centres.size(); i++) {
            if (distance(cell, centres.get(i)) < distance(cell, centres.get(nearest))) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double distance(Cell cell, double[] centre) {
        double dx = cell.x() - centre[0];
        double dy = cell.y() - centre[1];
        return dx * dx + dy * dy;
    }

    private static double[] point(Cell cell) {
        return new double[] {cell.x(), cell.y()};
    }

    private static double[] middle(List<Cell> cells) {
        double x = 0;
        double y = 0;
        for (Cell cell : cells) {
            x += cell.x();
            y += cell.y();
        }
        return new double[] {x / cells.size(), y / cells.size()};
    }
}
