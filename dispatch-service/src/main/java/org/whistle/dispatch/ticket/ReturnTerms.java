package org.whistle.dispatch.ticket;

import java.time.Instant;
import org.whistle.contracts.dispatch.Leg;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.policy.Terms;

/** Until when and how often a body may object (DOMAIN.md §3, returns). */
final class ReturnTerms {

    private ReturnTerms() {}

    /** The last instant to ask: the urgency's limit, counted from the dispatch. */
    static Instant until(Order order, Leg leg, PolicyVersion policy) {
        return policy.time()
                .plus(
                        order.dispatchedAt(),
                        policy.district().policy().returnLimit(Terms.urgency(order.urgency())),
                        leg.department());
    }

    /** Once for each body and ticket, and not at all after as many returns as bind, or after a consultation. */
    static int left(Ticket ticket, Leg leg, PolicyVersion policy) {
        boolean binds = ticket.proceedings().consulted()
                || ticket.returns().size() >= policy.district().policy().bindingReturns();
        boolean asked = ticket.returns().stream()
                .anyMatch(request -> request.department().equals(leg.department()));
        return binds || asked ? 0 : 1;
    }

    /**
     * Whether one re-route has followed an approved return of a lead, and no consultation was held since.
     *
     * @param round the round that would end, or has ended
     */
    static boolean consultationRequired(Ticket ticket, int round) {
        return !ticket.proceedings().consulted()
                && ticket.past().stream().anyMatch(leg -> leg.leadReturned() && leg.round() < round);
    }
}
