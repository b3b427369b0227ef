package org.whistle.feedback.loop.store;

import java.util.List;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.feedback.clock.Alarm;

/** What became of a command, and what is to be counted once it is committed. */
record Carried(Outcome outcome, List<FeedbackEvent> events, List<Alarm> alarms) {

    /** One that changed nothing. */
    static Carried nowhere(Outcome outcome) {
        return new Carried(outcome, List.of(), List.of());
    }
}
