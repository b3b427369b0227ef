package org.whistle.chassis.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of the district a caller may see: the places below their areas, and for people of a department only what is
 * that department's. Immutable, so it can be carried into any thread and query. No area means nothing is seen.
 *
 * @param areas place codes of 6, 9, 12 or 15 digits; a code lies in an area when it starts with it
 * @param department the department code the caller is bound to, or null when they see every department's matters
 */
public record AreaScope(List<String> areas, @Nullable String department) {

    private static final Pattern AREA = Pattern.compile("[0-9]{6}(?:[0-9]{3}){0,3}");

    /** @throws IllegalArgumentException when an area is no place code; so no LIKE pattern can be smuggled in */
    public AreaScope {
        areas = List.copyOf(areas);
        for (String area : areas) {
            if (!isArea(area)) {
                throw new IllegalArgumentException("not a place code: " + area);
            }
        }
    }

    /** Whether a text is a place code of 6, 9, 12 or 15 digits. */
    public static boolean isArea(@Nullable String text) {
        return text != null && AREA.matcher(text).matches();
    }

    /** Whether a place lies in one of the areas. */
    public boolean sees(@Nullable String placeCode) {
        if (placeCode == null) {
            return false;
        }
        for (String area : areas) {
            if (placeCode.startsWith(area)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a matter is seen that lies at a place and is a department's. */
    public boolean sees(@Nullable String placeCode, @Nullable String ofDepartment) {
        return sees(placeCode) && (department == null || department.equals(ofDepartment));
    }

    /** The areas as LIKE patterns ({@code 370102%}) for a {@code text[]} parameter; empty when nothing is seen. */
    public String[] patterns() {
        return areas.stream().map(area -> area + "%").toArray(String[]::new);
    }

    /**
     * The condition on a place column for a native query, with {@link #patterns()} as the parameter of that number:
     * {@code (t.grid LIKE ANY($3::text[]))}. False for every row when there are no areas.
     *
     * @param column a column of this program's own choice, never a caller's text
     * @param parameter the number of the parameter, from 1
     */
    public static String condition(String column, int parameter) {
        return "(" + column + " LIKE ANY($" + parameter + "::text[]))";
    }

    /**
     * The condition on place and department: {@code (t.grid LIKE ANY($3::text[]) AND ($4::text IS NULL OR t.department
     * = $4))}, with {@link #patterns()} and {@link #department()} as parameters {@code parameter} and
     * {@code parameter + 1}.
     */
    public static String condition(String placeColumn, String departmentColumn, int parameter) {
        int next = parameter + 1;
        return "(" + placeColumn + " LIKE ANY($" + parameter + "::text[]) AND ($" + next + "::text IS NULL OR "
                + departmentColumn + " = $" + next + "))";
    }
}
