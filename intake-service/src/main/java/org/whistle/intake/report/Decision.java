package org.whistle.intake.report;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.contracts.intake.IntakeEvent;

/** The answer to a command. */
public sealed interface Decision {

    /** It is done, and this is what happened. */
    record Accepted(IntakeEvent event) implements Decision {}

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
    }
}
