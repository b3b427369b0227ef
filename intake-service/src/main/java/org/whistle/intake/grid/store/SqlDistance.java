package org.whistle.intake.grid.store;

/** The distance of {@link org.whistle.district.Coordinates#metresTo} in SQL. */
public final class SqlDistance {

    private SqlDistance() {}

    /**
     * Metres between two rows with columns {@code longitude} and {@code latitude}.
     *
     * @param one alias of the one row, of this program's own choice
     * @param other alias of the other
     */
    public static String metres(String one, String other) {
        return """
                2 * 6371008.8 * asin(least(1, sqrt(
                    sin(radians(%1$s.latitude - %2$s.latitude) / 2) ^ 2
                    + cos(radians(%1$s.latitude)) * cos(radians(%2$s.latitude))
                      * sin(radians(%1$s.longitude - %2$s.longitude) / 2) ^ 2)))""".formatted(one, other);
    }
}
