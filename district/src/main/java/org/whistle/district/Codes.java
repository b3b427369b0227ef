package org.whistle.district;

import java.util.HashSet;
import java.util.Set;

/**
 * The codes a file declares, for the references to it from other files. Also rows that are wrong elsewhere declare their code,
 * and a file that could not be read at all lets every code pass: one mistake is to be reported once, not once per reference.
 */
final class Codes {

    private final Set<String> declared = new HashSet<>();
    private boolean unreadable;

    /** Declares a code; false when it was declared before. */
    boolean declare(String code) {
        return declared.add(code);
    }

    void setUnreadable() {
        unreadable = true;
    }

    boolean knows(String code) {
        return unreadable || declared.contains(code);
    }

    boolean isUnreadable() {
        return unreadable;
    }
}
