package org.whistle.dispatch.ticket;

import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.Leg;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.policy.Terms;
import org.whistle.district.Limit;

/** The limit behind a part's handling clock: the catalogue's, or the policy's for a task of its own (DOMAIN.md §3). */
final class LegLimits {

    private LegLimits() {}

    /** The limit of a part of a dispatched ticket. */
    static Limit of(Order order, Leg leg, PolicyVersion policy) {
        return of(leg.task(), Terms.limit(order.limit()), policy);
    }

    /**
     * The limit of a task.
     *
     * @param task null for a body that is simply to handle the matter
     * @param handling the catalogue's limit for handling it
     */
    static Limit of(@Nullable LegTask task, Limit handling, PolicyVersion policy) {
        return switch (task) {
            case null -> handling;
            case MAKE_SAFE -> policy.district().policy().makeSafe();
            case IDENTIFY -> policy.district().policy().identificationAnswer();
        };
    }
}
