package org.whistle.intake.wish;

import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemCode;
import org.whistle.contracts.community.CommunityEvent;
import org.whistle.intake.report.Decision.Rejected;

/** The answer to a command on a wish. */
public sealed interface WishDecision {

    /** It is done, and this is what happened. */
    record Accepted(CommunityEvent event) implements WishDecision {}

    /** A rule is against it. */
    record Refused(Rejected why) implements WishDecision {}

    /** A refusal. @param args what fills the places of the rule's text */
    static Refused refused(ProblemCode rule, @Nullable String field, Object... args) {
        return new Refused(Rejected.of(rule, field, args));
    }
}
