package org.whistle.chassis.web;

import java.util.Locale;

/** The languages texts for people come in. */
public enum Language {
    /** Chinese, the default. */
    ZH("zh-CN"),
    /** English. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The value of {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** The locale of this language. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Picks one of two texts. */
    public String pick(String zh, String en) {
        return switch (this) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
