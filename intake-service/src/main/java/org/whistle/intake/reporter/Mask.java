package org.whistle.intake.reporter;

import org.jspecify.annotations.Nullable;

/** What is shown of a person to those who need to recognise them, and no more: 张*, 138****1234. */
public final class Mask {

    private static final String STAR = "*";

    /** A number with at least this many digits shows three in front and four behind. */
    private static final int LONG_NUMBER = 11;

    private static final int MIDDLE_NUMBER = 7;

    private Mask() {}

    /** The first character, and a star for each that follows. */
    public static @Nullable String name(@Nullable String name) {
        if (name == null) {
            return null;
        }
        int first = name.offsetByCodePoints(0, 1);
        int rest = name.codePointCount(first, name.length());
        return name.substring(0, first) + STAR.repeat(rest);
    }

    /** The digits without marks between them: of a mobile number the first three and the last four, of shorter ones less. */
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        String digits = Pseudonyms.canonical(phone);
        int front = digits.length() >= LONG_NUMBER ? 3 : 0;
        int back = digits.length() >= LONG_NUMBER ? 4 : digits.length() >= MIDDLE_NUMBER ? 3 : 1;
        return digits.substring(0, front)
                + STAR.repeat(digits.length() - front - back)
                + digits.substring(digits.length() - back);
    }
}
