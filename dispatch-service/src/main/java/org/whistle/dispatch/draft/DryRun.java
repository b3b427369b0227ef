package org.whistle.dispatch.draft;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.routing.Answer;
import org.whistle.dispatch.routing.Matter;
import org.whistle.dispatch.routing.OwnerRegister;
import org.whistle.dispatch.worktime.OutsideCalendar;

/**
 * What past matters would have become under other rules (DOMAIN.md §3.8): each is routed under the policy in force and
 * under the draft, and what comes out differently is shown. Pure.
 *
 * @param base the policy in force
 * @param draft the policy with the draft's files
 * @param owners the owners the district fixed beside its register, which hold under both
 */
public record DryRun(PolicyVersion base, PolicyVersion draft, OwnerRegister owners) {

    /**
     * A matter of the past.
     *
     * @param matter as it was classified last
     * @param lead who leads it now; null when nobody does
     */
    public record Past(
            UUID ticketId,
            String ticketNo,
            Instant filedAt,
            Matter matter,
            @Nullable String lead) {}

    /**
     * What the rules say, and by when it would have been due had it been dispatched when it was filed.
     *
     * @param due null when a person would have to decide, or when the calendar does not reach so far
     */
    public record Outcome(Answer answer, @Nullable Instant due) {}

    /** A matter with which the two differ. */
    public record Difference(Past past, Outcome before, Outcome after) {}

    /** The difference a matter shows; empty when both rules lead to the same. */
    public Optional<Difference> compare(Past past) {
        Outcome before = outcome(base, past);
        Outcome after = outcome(draft, past);
        return same(before, after) ? Optional.empty() : Optional.of(new Difference(past, before, after));
    }

    private Outcome outcome(PolicyVersion policy, Past past) {
        Answer answer = policy.router().route(past.matter(), owners);
        return new Outcome(
                answer,
                switch (answer) {
                    case Answer.Dispatch dispatch -> due(policy, past, dispatch.lead());
                    case Answer.Queue queue -> null;
                });
    }

    private static @Nullable Instant due(PolicyVersion policy, Past past, String lead) {
        String type = Objects.requireNonNull(past.matter().type(), "only what has a type is dispatched");
        String letter = Objects.requireNonNull(past.matter().condition(), "only what has a condition is dispatched");
        try {
            return policy.district()
                    .condition(type, letter)
                    .map(condition -> policy.time().plus(past.filedAt(), condition.limit(), lead))
                    .orElse(null);
        } catch (OutsideCalendar e) {
            return null;
        }
    }

    private static boolean same(Outcome before, Outcome after) {
        if (!Objects.equals(before.due(), after.due())) {
            return false;
        }
        return switch (before.answer()) {
            case Answer.Dispatch one ->
                after.answer() instanceof Answer.Dispatch other
                        && one.lead().equals(other.lead())
                        && one.cooperating().equals(other.cooperating());
            case Answer.Queue one ->
                after.answer() instanceof Answer.Queue other
                        && one.reason() == other.reason()
                        && one.candidates().equals(other.candidates());
        };
    }
}
