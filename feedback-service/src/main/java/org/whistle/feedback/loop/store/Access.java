package org.whistle.feedback.loop.store;

/** Whether a command on a loop is the caller's to give. */
public enum Access {
    GRANTED,
    /** The loop is not theirs to see: as if there were none. */
    HIDDEN,
    /** They see it, but this is for others to do. */
    FORBIDDEN;

    /** For commands that everybody may give who sees the loop. */
    public static Access ifSeen(boolean seen) {
        return seen ? GRANTED : HIDDEN;
    }
}
