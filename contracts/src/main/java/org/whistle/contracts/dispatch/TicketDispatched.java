package org.whistle.contracts.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.ContractViolation;
import org.whistle.contracts.Require;
import org.whistle.contracts.Urgency;

/**
 * The ticket goes to the bodies responsible, with their limits. A later round replaces every leg of the one before.
 *
 * @param type issue type it was dispatched under (a dispatcher may have corrected the reporter's)
 * @param round 1 for the first dispatch, one more for each re-dispatch or reopening
 * @param limit the catalogue's limit behind the handling clocks
 * @param legs exactly one lead, then any cooperating bodies
 * @param whistle the whistle that called the bodies; absent when none did
 */
public record TicketDispatched(
        UUID ticketId,
        int round,
        String type,
        String condition,
        Urgency urgency,
        Limit limit,
        List<Leg> legs,
        Why why,
        Instant dispatchedAt,
        @Nullable Whistle whistle)
        implements DispatchEvent {

    public TicketDispatched {
        Require.present(ticketId, "ticketId");
        Require.atLeast(round, 1, "round");
        Require.text(type, 16, "type");
        Require.text(condition, 4, "condition");
        Require.present(urgency, "urgency");
        Require.present(limit, "limit");
        legs = Require.list(legs, 32, "legs");
        if (legs.stream().filter(leg -> leg.role() == LegRole.LEAD).count() != 1) {
            throw new ContractViolation("legs", "must have exactly one lead");
        }
        Require.present(why, "why");
        Require.present(dispatchedAt, "dispatchedAt");
    }

    /** A dispatch without a whistle. */
    public TicketDispatched(
            UUID ticketId,
            int round,
            String type,
            String condition,
            Urgency urgency,
            Limit limit,
            List<Leg> legs,
            Why why,
            Instant dispatchedAt) {
        this(ticketId, round, type, condition, urgency, limit, legs, why, dispatchedAt, null);
    }

    /** The body that leads. */
    public Leg lead() {
        return legs.stream()
                .filter(leg -> leg.role() == LegRole.LEAD)
                .findFirst()
                .orElseThrow();
    }
}
