package org.whistle.feedback.loop;

/** What an event of the journal did to a loop. */
public sealed interface Step {

    /** The loop moved on. */
    record Moved(Loop loop) implements Step {}

    /** Nothing new: a repetition, or news of a round that has been replaced; passed over knowingly. */
    record Known(String why) implements Step {}

    /** It cannot follow on the state the loop is in: somebody must look, so it goes to the dead letters. */
    record Misplaced(String why) implements Step {}
}
