package org.whistle.feedback.loop;

import java.util.List;
import org.whistle.contracts.feedback.FeedbackEvent;

/** The answer to a command. */
public sealed interface Decision {

    /** It happened; at least one event. */
    record Decided(List<FeedbackEvent> events) implements Decision {
        public Decided {
            events = List.copyOf(events);
        }
    }

    /** A call without contact was noted: no fact for other services, but it counts here. */
    record Attempted(Loop.AwaitingAnswer loop) implements Decision {}

    /**
     * It may not happen.
     *
     * @param args what fills the refusal's sentence, by {@link Refusal}
     */
    record Refused(Refusal refusal, List<Object> args) implements Decision {
        public Refused {
            args = List.copyOf(args);
        }

        static Refused of(Refusal refusal, Object... args) {
            return new Refused(refusal, List.of(args));
        }
    }
}
