package org.whistle.feedback.loop.store;

import org.whistle.feedback.loop.Decision;

/** What became of a command. */
public sealed interface Outcome {

    /** Stored; the row holds state and version after it. */
    record Done(LoopRow row) implements Outcome {}

    /** There is no such loop, or it is not the caller's to see. */
    record Unseen() implements Outcome {}

    /** The caller sees the loop, but may not do this. */
    record Forbidden() implements Outcome {}

    /** Somebody was faster; the row's version is the present one. */
    record Stale(long version) implements Outcome {}

    /** The decider says no. */
    record Refused(Decision.Refused refusal) implements Outcome {}

    /** This photo is unknown, another account's, or bound to something else. */
    record NoSuchPhoto(int index) implements Outcome {}
}
