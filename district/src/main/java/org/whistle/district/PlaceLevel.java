package org.whistle.district;

import java.util.Optional;

/** The four levels of the tree of places; the length of the standard code tells the level. */
public enum PlaceLevel implements Coded {
    DISTRICT("district", 6),
    STREET("street", 9),
    COMMUNITY("community", 12),
    GRID("grid", 15);

    private final String code;
    private final int digits;

    PlaceLevel(String code, int digits) {
        this.code = code;
        this.digits = digits;
    }

    @Override
    public String code() {
        return code;
    }

    /** Number of digits of a code of this level. */
    public int digits() {
        return digits;
    }

    /** The level a code of this length belongs to; empty for any other length or a character that is no digit. */
    public static Optional<PlaceLevel> of(String placeCode) {
        for (int i = 0; i < placeCode.length(); i++) {
            if (placeCode.charAt(i) < '0' || placeCode.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        for (PlaceLevel level : values()) {
            if (level.digits == placeCode.length()) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** The level above; empty for the district. */
    public Optional<PlaceLevel> parent() {
        return this == DISTRICT ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }
}
