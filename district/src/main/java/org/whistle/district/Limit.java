package org.whistle.district;

/**
 * A time limit.
 *
 * @param value 1 to {@value #MAX}
 * @param unit unit of the value
 */
public record Limit(int value, LimitUnit unit) {

    /** Largest value; a longer limit is a mistake in the file. */
    public static final int MAX = 9_999;

    /**
     * @throws IllegalArgumentException for a value out of bounds
     */
    public Limit {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX + ", not " + value);
        }
    }

    /** As the files write it, such as {@code 2wd}. */
    @Override
    public String toString() {
        return value + unit.code();
    }
}
