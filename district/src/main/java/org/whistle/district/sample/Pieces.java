package org.whistle.district.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.district.sample.Mesh.Cell;

/** Makes every part of one piece: cells cut off from the rest of their part go to a neighbouring part. */
final class Pieces {

    private static final int[][] NEIGHBOURS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

    private final Map<Long, Cell> cells = new LinkedHashMap<>();
    private final Map<Long, Integer> partOf = new LinkedHashMap<>();
    private final int count;

    private Pieces(List<List<Cell>> parts) {
        count = parts.size();
        for (int part = 0; part < count; part++) {
            for (Cell cell : parts.get(part)) {
                cells.put(key(cell), cell);
                partOf.put(key(cell), part);
            }
        }
    }

    /** The parts, in the same order, each of one piece as far as the cells all hang together. */
    static List<List<Cell>> joined(List<List<Cell>> parts) {
        Pieces pieces = new Pieces(parts);
        Set<Long> strays = pieces.strays();
        // What is cut off by other strays finds its neighbour in a later round.
        for (int before = -1; !strays.isEmpty() && strays.size() != before; ) {
            before = strays.size();
            strays.removeIf(stray -> pieces.moved(stray, strays));
        }
        return pieces.parts();
    }

    private Set<Long> strays() {
        Set<Long> seen = new LinkedHashSet<>();
        Map<Integer, List<Set<Long>>> found = new LinkedHashMap<>();
        for (Long start : cells.keySet()) {
            if (!seen.contains(start)) {
                Set<Long> piece = pieceAround(start);
                seen.addAll(piece);
                found.computeIfAbsent(partOf.get(start), part -> new ArrayList<>())
                        .add(piece);
            }
        }
        Set<Long> strays = new LinkedHashSet<>();
        for (List<Set<Long>> pieces : found.values()) {
            pieces.sort(Comparator.comparingInt((Set<Long> piece) -> -piece.size()));
            pieces.stream().skip(1).forEach(strays::addAll);
        }
        return strays;
    }

    private Set<Long> pieceAround(Long start) {
        Set<Long> piece = new LinkedHashSet<>(Set.of(start));
        Deque<Long> open = new ArrayDeque<>(piece);
        while (!open.isEmpty()) {
            Long current = open.removeFirst();
            for (int[] step : NEIGHBOURS) {
                Long next = neighbour(current, step);
                if (next != null && partOf.get(next).equals(partOf.get(current)) && piece.add(next)) {
                    open.addLast(next);
                }
            }
        }
        return piece;
    }

    private boolean moved(Long stray, Set<Long> strays) {
        for (int[] step : NEIGHBOURS) {
            Long next = neighbour(stray, step);
            if (next != null && !strays.contains(next)) {
                partOf.put(stray, partOf.get(next));
                return true;
            }
        }
        return false;
    }

    private @Nullable Long neighbour(Long cell, int[] step) {
        Cell from = cells.get(cell);
        Long next = key(from.x() + step[0], from.y() + step[1]);
        return cells.containsKey(next) ? next : null;
    }

    private List<List<Cell>> parts() {
        List<List<Cell>> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            parts.add(new ArrayList<>());
        }
        cells.forEach((key, cell) -> parts.get(partOf.get(key)).add(cell));
        return parts;
    }

    private static Long key(Cell cell) {
        return key(cell.x(), cell.y());
    }

    private static Long key(int x, int y) {
        return x * 1_000_000L + y;
    }
}
