package org.whistle.feedback.loop;

import org.whistle.contracts.JournalEvent;

/** What an event of the journal did to a loop. */
public sealed interface Step {

    /** What only tells something, to whom it concerns. */
    Known TOLD = new Known("told, and moves nothing");

    /** The loop moved on. */
    record Moved(Loop loop) implements Step {}

    /** Nothing new: a repetition, or news of a round that has been replaced; passed over knowingly. */
    record Known(String why) implements Step {}

    /** It cannot follow on the state the loop is in: somebody must look, so it goes to the dead letters. */
    record Misplaced(String why) implements Step {}

    /** The loop moved on in what is known of its matter, and stays in the state it is in. */
    static Step moved(Loop loop, Matter matter) {
        return new Moved(loop.with(matter));
    }

    /** An event that cannot follow on the state a loop is in. */
    static Step misplaced(Loop loop, JournalEvent event) {
        return new Misplaced(event.getClass().getSimpleName() + " cannot follow on "
                + loop.getClass().getSimpleName());
    }
}
