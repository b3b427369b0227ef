package org.whistle.dispatch.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.dispatch.Limit;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.dispatch.Why;

/**
 * What a ticket was dispatched as.
 *
 * @param round 1 for the first dispatch
 * @param limit the catalogue's limit behind the handling clocks
 * @param whistle the whistle that called the bodies; null when none did
 */
public record Order(
        int round,
        String type,
        String condition,
        Urgency urgency,
        Limit limit,
        Why why,
        Instant dispatchedAt,
        @Nullable Whistle whistle) {

    static Order of(TicketDispatched event) {
        return new Order(
                event.round(),
                event.type(),
                event.condition(),
                event.urgency(),
                event.limit(),
                event.why(),
                event.dispatchedAt(),
                event.whistle());
    }

    /** Whether somebody below the street called bodies by their right to whistle (小区党支部、居民); no dispatcher chose. */
    public boolean isCalledFromBelow() {
        return why.basis() == Why.Basis.MANUAL
                && whistle != null
                && (whistle.kind() == Whistle.Kind.BRANCH || whistle.kind() == Whistle.Kind.RESIDENTS);
    }

    /** The policy version the ticket keeps from its first dispatch on. */
    public String policyVersion() {
        return why.policyVersion();
    }
}
