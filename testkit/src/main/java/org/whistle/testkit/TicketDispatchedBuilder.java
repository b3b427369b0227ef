package org.whistle.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.dispatch.Leg;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.Limit;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.Why;

/** A dispatch as dispatch-service publishes it: to one body, by a rule, unless told otherwise. */
public final class TicketDispatchedBuilder {

    private UUID ticketId = Journal.newId();
    private int round = 1;
    private String type = "C0101";
    private String condition = "a";
    private Urgency urgency = Urgency.U0;
    private Limit limit = new Limit(2, Limit.Unit.URGENT_HOURS);
    private Duration handling = Duration.ofHours(2);
    private UUID leadAssignment = Journal.newId();
    private String lead = Story.LEAD;
    private final List<Partner> partners = new ArrayList<>();
    private Why why = new Why(
            Why.Basis.RULE,
            "components.water-supply",
            Story.POLICY,
            List.of("type=C0101", "condition=a", "street=370102009"),
            Actor.SYSTEM,
            null);
    private Instant dispatchedAt = Story.FILED_AT.plusSeconds(1);

    private record Partner(UUID assignmentId, String department) {}

    public TicketDispatchedBuilder ticketId(UUID value) {
        ticketId = value;
        return this;
    }

    public TicketDispatchedBuilder round(int value) {
        round = value;
        return this;
    }

    public TicketDispatchedBuilder classified(String typeCode, String conditionLetter, Urgency value) {
        type = typeCode;
        condition = conditionLetter;
        urgency = value;
        return this;
    }

    /** The catalogue's limit, and how long it lasts from the dispatch; 2 continuous hours by default. */
    public TicketDispatchedBuilder limit(Limit value, Duration length) {
        limit = value;
        handling = length;
        return this;
    }

    public TicketDispatchedBuilder lead(UUID assignmentId, String department) {
        leadAssignment = assignmentId;
        lead = department;
        return this;
    }

    /** One more body that cooperates. */
    public TicketDispatchedBuilder cooperating(UUID assignmentId, String department) {
        partners.add(new Partner(assignmentId, department));
        return this;
    }

    public TicketDispatchedBuilder why(Why value) {
        why = value;
        return this;
    }

    public TicketDispatchedBuilder dispatchedAt(Instant value) {
        dispatchedAt = value;
        return this;
    }

    public TicketDispatched build() {
        List<Leg> legs = new ArrayList<>();
        legs.add(leg(leadAssignment, lead, LegRole.LEAD));
        partners.forEach(partner -> legs.add(leg(partner.assignmentId(), partner.department(), LegRole.COOPERATING)));
        return new TicketDispatched(ticketId, round, type, condition, urgency, limit, legs, why, dispatchedAt);
    }

    private Leg leg(UUID assignmentId, String department, LegRole role) {
        return new Leg(
                assignmentId,
                department,
                role,
                Clocks.running(dispatchedAt, Duration.ofMinutes(15)),
                Clocks.running(dispatchedAt, handling));
    }
}
