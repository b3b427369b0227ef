package org.whistle.chassis.page;

import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemException;

/**
 * What page of a list is asked for. Fetch {@link #fetch()} rows, one more than given out: it tells whether there is a
 * next page.
 *
 * @param limit how many rows at most, 1 to 200
 * @param cursor where to go on, or null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor cursor) {

    /** Rows of a page when the caller does not say. */
    public static final int DEFAULT_LIMIT = 50;

    /** Rows of a page at most. */
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must lie between 1 and " + MAX_LIMIT);
        }
    }

    /**
     * Reads the query parameters {@code limit} and {@code cursor} as they came.
     *
     * @param keys how many values this list's cursor has
     * @throws ProblemException 400 when the limit is no number or outside 1..200, or the cursor is not of this list
     */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor, int keys) {
        return new PageRequest(limit(limit), cursor == null || cursor.isEmpty() ? null : Cursor.decode(cursor, keys));
    }

    /** How many rows to fetch: one more than are given out. */
    public int fetch() {
        return limit + 1;
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of bounds.
        }
        throw ProblemException.field(
                "limit", "必须是 1 到 " + MAX_LIMIT + " 的整数", "must be a whole number from 1 to " + MAX_LIMIT);
    }
}
