package org.whistle.chassis.problem;

import org.whistle.chassis.web.Language;

/** A text in both languages. */
public record Words(String zh, String en) {

    /** The text in one language. */
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
