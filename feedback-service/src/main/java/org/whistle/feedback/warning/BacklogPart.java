package org.whistle.feedback.warning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The numbers of the backlog, each of which can be opened to its tickets. */
public enum BacklogPart {
    OPEN("open"),
    SUSPENDED("suspended"),
    OVERDUE("overdue"),
    ABOUT_TO_BREACH("about-to-breach"),
    UNDER_ONE_DAY("under-one-day"),
    ONE_TO_THREE_DAYS("one-to-three-days"),
    THREE_TO_SEVEN_DAYS("three-to-seven-days"),
    SEVEN_TO_THIRTY_DAYS("seven-to-thirty-days"),
    OVER_THIRTY_DAYS("over-thirty-days");

    private final String word;

    BacklogPart(String word) {
        this.word = word;
    }

    /** Its word in the API. */
    public String word() {
        return word;
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(BacklogPart::word).toList();
    }

    /** The part of a word. */
    public static Optional<BacklogPart> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word.equals(word)).findFirst();
    }
}
