package org.whistle.department.assignment;

import java.util.Arrays;
import java.util.List;
import org.whistle.contracts.department.DepartmentEvent;

/** The answer to a command. */
public sealed interface Decision {

    /** It is done, and this is what happened. */
    record Done(List<DepartmentEvent> events) implements Decision {
        public Done {
            events = List.copyOf(events);
        }
    }

    /**
     * It is refused.
     *
     * @param args fill the places of the refusal's detail
     */
    record Refused(Refusal rule, List<Object> args) implements Decision {
        public Refused {
            args = List.copyOf(args);
        }
    }

    static Decision done(DepartmentEvent event) {
        return new Done(List.of(event));
    }

    static Decision refused(Refusal rule, Object... args) {
        return new Refused(rule, Arrays.asList(args));
    }
}
