package org.whistle.dispatch.draft.store;

import org.whistle.dispatch.draft.DraftState;

/** What became of a change to a draft. */
public sealed interface DraftResult {

    /** It holds. */
    record Done(DraftEntity row) implements DraftResult {}

    /** There is no such draft. */
    record Missing() implements DraftResult {}

    /** The draft has another version by now. */
    record Stale(long version) implements DraftResult {}

    /** It is no longer open. */
    record Decided(DraftState state) implements DraftResult {}

    /** Another policy is in force than the one it was begun on. */
    record Outdated(String base, String inForce) implements DraftResult {}
}
