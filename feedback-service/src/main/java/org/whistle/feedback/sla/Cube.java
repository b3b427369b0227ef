package org.whistle.feedback.sla;

import static org.whistle.feedback.sla.Slices.Grain.DAY;
import static org.whistle.feedback.sla.Slices.Grain.MONTH;
import static org.whistle.feedback.sla.Slices.Grain.WEEK;

import java.util.Arrays;
import java.util.Set;
import org.whistle.feedback.sla.Slices.Grain;

/**
 * The cuts in which {@code tally} keeps the counts; each has only some columns, so that it stays small. The smaller come
 * first. Every cut is kept by month; by day where days are fewer than facts, by week where a report of many places adds up
 * so many days that it takes too long.
 */
public enum Cube {
    STREET(6, 9, false, false, DAY),
    DISTRICT_DEPARTMENT_TYPE(8, 6, true, true, DAY),
    STREET_DEPARTMENT(1, 9, true, false, DAY),
    COMMUNITY(7, 12, false, false, DAY, WEEK),
    STREET_DEPARTMENT_TYPE(3, 9, true, true, DAY),
    COMMUNITY_DEPARTMENT(2, 12, true, false, DAY),
    COMMUNITY_TYPE(4, 12, false, true, DAY),
    GRID(5, 15, false, false, DAY, WEEK),
    /** Without days: they would be nearly as many rows as there are facts. */
    GRID_DEPARTMENT(10, 15, true, false, WEEK),
    /** By month only, for the same reason. */
    GRID_DEPARTMENT_TYPE(9, 15, true, true);

    private final int number;
    private final int digits;
    private final boolean byDepartment;
    private final boolean byType;
    private final Set<Grain> finer;

    Cube(int number, int digits, boolean byDepartment, boolean byType, Grain... finer) {
        this.number = number;
        this.digits = digits;
        this.byDepartment = byDepartment;
        this.byType = byType;
        this.finer = Set.of(finer);
    }

    /** Its number in the database. */
    public int number() {
        return number;
    }

    /** Digits of its places. */
    public int digits() {
        return digits;
    }

    /** Whether it tells bodies apart. */
    public boolean byDepartment() {
        return byDepartment;
    }

    /** Whether it tells types apart. */
    public boolean byType() {
        return byType;
    }

    /** Whether another can be made out of it. */
    public boolean covers(Cube other) {
        return digits >= other.digits && (byDepartment || !other.byDepartment) && (byType || !other.byType);
    }

    /** Whether it is kept by this grain; by month each is. */
    public boolean has(Grain grain) {
        return grain == MONTH || finer.contains(grain);
    }

    /** The finest grain it is kept by. */
    public Grain finest() {
        return Arrays.stream(Grain.values()).filter(this::has).findFirst().orElse(MONTH);
    }

    /** The smallest that can answer; the last one always can, as far as it goes. */
    public static Cube answering(Grouping grouping, SlaFilter filter) {
        int digits =
                switch (grouping) {
                    case TOTAL, DEPARTMENT, TYPE -> 6;
                    case STREET -> 9;
                    case COMMUNITY -> 12;
                    case GRID -> 15;
                };
        if (filter.place() != null) {
            digits = Math.max(digits, filter.place().length());
        }
        for (String area : filter.scope().areas()) {
            digits = Math.max(digits, area.length());
        }
        boolean department = grouping == Grouping.DEPARTMENT
                || filter.department() != null
                || filter.scope().department() != null;
        boolean type = grouping == Grouping.TYPE || filter.type() != null;
        for (Cube cube : values()) {
            if (cube.digits >= digits && (cube.byDepartment || !department) && (cube.byType || !type)) {
                return cube;
            }
        }
        throw new IllegalArgumentException("no cut has places of " + digits + " digits");
    }
}
