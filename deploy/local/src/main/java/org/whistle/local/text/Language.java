package org.whistle.local.text;

import java.util.Map;
import java.util.stream.Stream;

/** The language of the terminal. */
public enum Language {
    CHINESE,
    ENGLISH,
    /** The environment says nothing, so both are shown. */
    BOTH;

    /**
     * Reads the language from {@code WHISTLE_LANG}, {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG}, the first of
     * them that is set.
     */
    public static Language of(Map<String, String> environment) {
        String value = Stream.of("WHISTLE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        if (value.startsWith("zh")) {
            return CHINESE;
        }
        return value.startsWith("en") ? ENGLISH : BOTH;
    }
}
