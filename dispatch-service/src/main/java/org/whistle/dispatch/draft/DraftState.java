package org.whistle.dispatch.draft;

import java.util.Locale;

/** Where a draft of rules stands. */
public enum DraftState {
    /** Being prepared. */
    OPEN,
    /** Decided; comes into force on its day. */
    SCHEDULED,
    /** Became the policy. */
    ACTIVATED,
    /** Another policy came into force before its day; nothing of it holds. */
    OUTDATED,
    /** Given up. */
    DISCARDED;

    /** The word on the wire and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word. */
    public static DraftState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
