package org.whistle.intake.report;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblem;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.contracts.intake.IntakeEvent;

/** The answer to a command. */
public sealed interface Decision {

    /**
     * It is done, and this is what happened.
     *
     * @param events in their order, at least one
     */
    record Accepted(List<IntakeEvent> events) implements Decision {

        public Accepted {
            events = List.copyOf(events);
        }

        /** One event, or several in their order. */
        public static Accepted of(IntakeEvent... events) {
            return new Accepted(List.of(events));
        }

        /** The only event. @throws IllegalStateException when there are several */
        public IntakeEvent event() {
            if (events.size() != 1) {
                throw new IllegalStateException(events.size() + " events where there is one");
            }
            return events.getFirst();
        }
    }

    /**
     * It is refused.
     *
     * @param rule the rule that refuses it
     * @param field the field at fault, in the names of the wire; null when none is
     * @param args what fills the places of the rule's text
     */
    record Rejected(ProblemCode rule, @Nullable String field, List<Object> args) implements Decision {

        public Rejected {
            args = List.copyOf(args);
        }

        /** A refusal whose text has places to fill. */
        public static Rejected of(ProblemCode rule, @Nullable String field, Object... args) {
            return new Rejected(rule, field, Arrays.asList(args));
        }

        /** The refusal as its caller is told. */
        public ProblemException toProblem() {
            return field == null
                    ? ProblemException.of(rule, args.toArray())
                    : ProblemException.of(
                            rule,
                            List.of(new FieldProblem(
                                    field,
                                    rule.wording().titleZh(),
                                    rule.wording().titleEn())),
                            args.toArray());
        }
    }
}
