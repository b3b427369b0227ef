package org.whistle.dispatch.routing;

import java.util.List;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Why;

/** What the rules say about a matter. */
public sealed interface Answer {

    /**
     * One body is responsible: the matter can be dispatched at once.
     *
     * @param lead code of the body that leads
     * @param cooperating codes of the bodies that cooperate, in order, without the lead; empty for 直办
     */
    record Dispatch(String lead, List<String> cooperating, Why why) implements Answer {

        public Dispatch {
            cooperating = List.copyOf(cooperating);
        }
    }

    /**
     * None or several are: a person decides.
     *
     * @param candidates codes of the bodies the rules offer, in the order of the rules; empty when none
     * @param facts what was looked at, as {@code name=value}
     */
    record Queue(TicketQueued.Reason reason, List<String> candidates, List<String> facts) implements Answer {

        public Queue {
            candidates = List.copyOf(candidates);
            facts = List.copyOf(facts);
        }
    }
}
