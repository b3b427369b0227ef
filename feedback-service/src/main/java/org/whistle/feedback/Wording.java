package org.whistle.feedback;

import java.util.Locale;

/** Constants as the words that stand in the database and the API: {@code NOT_ACCEPTED} is {@code not-accepted}. */
public final class Wording {

    private Wording() {}

    /** The word of a constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant behind a word. @throws IllegalArgumentException when there is none */
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
