package org.whistle.feedback.digest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What somebody follows.
 *
 * @param code of a place, or of an issue type
 */
public record Follow(Kind kind, String code, Instant since) {

    /** What can be followed. */
    public enum Kind {
        AREA,
        TYPE;

        /** Its word in the API and the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a word. @throws IllegalArgumentException when there is none */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** All words. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }
    }
}
