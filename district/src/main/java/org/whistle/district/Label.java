package org.whistle.district;

import java.util.Locale;

/**
 * A name or sentence in both languages.
 *
 * @param zh Chinese, never blank where the file demands it
 * @param en English; the Chinese text again where a city gave none
 */
public record Label(String zh, String en) {

    /** The text for a reader of {@code locale}: English for English, Chinese for everybody else. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
