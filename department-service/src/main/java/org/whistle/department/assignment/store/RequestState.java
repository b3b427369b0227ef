package org.whistle.department.assignment.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a request is on its way from the handler over the manager to the street. */
public enum RequestState {
    /** It waits for the manager. */
    WAITING,
    /** Endorsed; it waits for the street. */
    SENT,
    /** The street granted it. */
    GRANTED,
    /** The street refused it. */
    REFUSED,
    /** The manager did not endorse it. */
    DECLINED,
    /** The assignment was completed, returned or taken back before it was answered. */
    WITHDRAWN;

    /** The name on the wire and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody has to answer it. */
    public boolean open() {
        return switch (this) {
            case WAITING, SENT -> true;
            case GRANTED, REFUSED, DECLINED, WITHDRAWN -> false;
        };
    }

    /** All words, in the order of a request's life. */
    public static List<String> words() {
        return Arrays.stream(values()).map(RequestState::word).toList();
    }

    /** @throws IllegalArgumentException when no state has this word */
    public static RequestState ofWord(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such state of a request: " + word));
    }
}
