package org.whistle.department.assignment;

import java.util.Arrays;
import java.util.List;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.department.assignment.Happening.Announced;

/** The answer to a command. */
public sealed interface Decision {

    /** It is done, and this is what happened. */
    record Done(List<Happening> happenings) implements Decision {
        public Done {
            happenings = List.copyOf(happenings);
        }

        /** What of it goes to the journal. */
        public List<DepartmentEvent> events() {
            return happenings.stream()
                    .filter(Announced.class::isInstance)
                    .map(happening -> ((Announced) happening).event())
                    .toList();
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

    static Decision done(DepartmentEvent... events) {
        return new Done(Arrays.stream(events).<Happening>map(Announced::new).toList());
    }

    /** It is done, and stays within the department. */
    static Decision done(Happening happening) {
        return new Done(List.of(happening));
    }

    static Decision refused(Refusal rule, Object... args) {
        return new Refused(rule, Arrays.asList(args));
    }
}
