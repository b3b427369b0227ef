package org.whistle.feedback.sla;

import java.util.Optional;

/** The cuts in which {@code tally} keeps the counts; each has only some columns, so that it stays small. */
public enum Cube {
    STREET_DEPARTMENT(1, 9, true, false),
    COMMUNITY_DEPARTMENT(2, 12, true, false),
    STREET_DEPARTMENT_TYPE(3, 9, true, true),
    COMMUNITY_TYPE(4, 12, false, true),
    GRID(5, 15, false, false);

    private final int number;
    private final int digits;
    private final boolean byDepartment;
    private final boolean byType;

    Cube(int number, int digits, boolean byDepartment, boolean byType) {
        this.number = number;
        this.digits = digits;
        this.byDepartment = byDepartment;
        this.byType = byType;
    }

    /** Its number in the database. */
    public int number() {
        return number;
    }

    /** Digits of its places. */
    public int digits() {
        return digits;
    }

    /** The smallest that can answer; empty when only the facts can. */
    public static Optional<Cube> answering(Grouping grouping, SlaFilter filter) {
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
                return Optional.of(cube);
            }
        }
        return Optional.empty();
    }
}
