package org.whistle.dispatch.ticket;

import java.util.List;
import org.whistle.contracts.dispatch.DispatchEvent;

/** The answer to a command. */
public sealed interface Decision {

    /** It holds; these facts follow, in order. */
    record Accepted(List<DispatchEvent> events) implements Decision {

        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * It does not.
     *
     * @param detail what exactly, e.g. the unknown code; empty when the refusal says it all
     */
    record Rejected(Refusal refusal, String detail) implements Decision {}
}
