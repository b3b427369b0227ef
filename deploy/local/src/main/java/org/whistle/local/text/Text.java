package org.whistle.local.text;

/**
 * A sentence in both languages.
 *
 * @param zh Chinese
 * @param en English
 */
public record Text(String zh, String en) {

    /** The sentence as the terminal shows it. */
    public String in(Language language) {
        return switch (language) {
            case CHINESE -> zh;
            case ENGLISH -> en;
            case BOTH -> zh.equals(en) ? en : zh + "  " + en;
        };
    }
}
