package org.whistle.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bounds every record checks when it is made, so that a schema-breaking event cannot exist in memory. */
public final class Require {

    private Require() {}

    /** @throws ContractViolation when the value is missing */
    public static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new ContractViolation(field, "is required");
        }
        return value;
    }

    /** @throws ContractViolation when the text is missing, blank or longer than {@code max} characters */
    public static String text(@Nullable String value, int max, String field) {
        if (value == null || value.isBlank()) {
            throw new ContractViolation(field, "is required");
        }
        return bounded(value, max, field);
    }

    /** @throws ContractViolation when the text is longer than {@code max} characters; a missing one is fine */
    public static @Nullable String optionalText(@Nullable String value, int max, String field) {
        return value == null ? null : bounded(value, max, field);
    }

    /**
     * A missing list is the empty one; the copy cannot be changed.
     *
     * @throws ContractViolation when there are more than {@code max} entries or one of them is missing
     */
    public static <T> List<T> list(@Nullable List<T> value, int max, String field) {
        if (value == null) {
            return List.of();
        }
        if (value.size() > max) {
            throw new ContractViolation(field, "has more than " + max + " entries");
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i) == null) {
                throw new ContractViolation(field + "[" + i + "]", "is required");
            }
        }
        return List.copyOf(value);
    }

    /** @throws ContractViolation when the number lies outside {@code min..max} */
    public static double range(double value, double min, double max, String field) {
        if (!(value >= min && value <= max)) {
            throw new ContractViolation(field, "must lie between " + min + " and " + max);
        }
        return value;
    }

    /** @throws ContractViolation when the number is below {@code min} */
    public static int atLeast(int value, int min, String field) {
        if (value < min) {
            throw new ContractViolation(field, "must be at least " + min);
        }
        return value;
    }

    /** Characters are code points, as in JSON Schema and in the databases: a rare ideograph counts once. */
    private static String bounded(String value, int max, String field) {
        if (value.length() > max && value.codePointCount(0, value.length()) > max) {
            throw new ContractViolation(field, "is longer than " + max + " characters");
        }
        return value;
    }
}
