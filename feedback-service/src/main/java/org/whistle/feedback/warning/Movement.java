package org.whistle.feedback.warning;

import java.util.Locale;

/** How a number moves against the one of as long a time before. */
public enum Movement {
    /** There was nothing before. */
    NEW,
    RISING,
    STEADY,
    FALLING;

    /** How a count moved. */
    public static Movement of(long count, long before) {
        if (count == before) {
            return STEADY;
        }
        if (count < before) {
            return FALLING;
        }
        return before == 0 ? NEW : RISING;
    }

    /** Its word in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
