package org.whistle.feedback.sla;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the rows of a report stand for. */
public enum Grouping {
    TOTAL,
    DEPARTMENT,
    STREET,
    COMMUNITY,
    GRID,
    TYPE;

    /** The code of a row without a department or type. */
    public static final String NONE = "none";

    /** The SQL of the group's code over a fact. */
    public String expression(Fact fact) {
        return switch (this) {
            case TOTAL -> "'total'";
            case DEPARTMENT -> "coalesce(" + fact.department() + ", '" + NONE + "')";
            case STREET -> "left(f.grid, 9)";
            case COMMUNITY -> "left(f.grid, 12)";
            case GRID -> "f.grid";
            case TYPE -> "coalesce(f.type, '" + NONE + "')";
        };
    }

    /** Its word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Grouping::word).toList();
    }
}
