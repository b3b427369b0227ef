package org.whistle.dispatch.ticket.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.dispatch.policy.PolicyBook;
import org.whistle.dispatch.policy.PolicyVersion;
import org.whistle.dispatch.ticket.LegState;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.Ticket;

/** What lists ask a ticket for, taken out of its state. */
record TicketColumns(
        String status,
        String matter,
        @Nullable String type,
        @Nullable String condition,
        @Nullable String urgency,
        int urgencyRank,
        @Nullable String lead,
        List<String> departments,
        int round,
        @Nullable Instant queuedSince,
        @Nullable Instant dispatchDue,
        @Nullable Instant due,
        String policyVersion) {

    private static final int UNCLASSIFIED = 9;

    static TicketColumns of(Ticket ticket, PolicyBook policies) {
        ReportFiled report = ticket.report();
        @Nullable Order order = ticket.lastOrder().orElse(null);
        @Nullable Urgency urgency = order == null ? report.urgency() : order.urgency();
        Ticket.@Nullable Queued queued = ticket instanceof Ticket.Queued q ? q : null;
        return new TicketColumns(
                ticket.status().code(),
                word(report.matter()),
                order == null ? report.type() : order.type(),
                order == null ? report.condition() : order.condition(),
                urgency == null ? null : urgency.name(),
                urgency == null ? UNCLASSIFIED : urgency.ordinal(),
                ticket.lead().map(state -> state.leg().department()).orElse(null),
                ticket.legs().stream().map(state -> state.leg().department()).toList(),
                order == null ? 0 : order.round(),
                queued == null ? null : queued.since(),
                queued == null ? null : dispatchDue(queued, policies.current()),
                ticket instanceof Ticket.Dispatched
                        ? ticket.lead()
                                .filter(state -> !(state instanceof LegState.Suspended))
                                .map(state -> state.leg().handle().dueAt())
                                .orElse(null)
                        : null,
                order != null ? order.policyVersion() : queued != null ? queued.policyVersion() : "");
    }

    private static Instant dispatchDue(Ticket.Queued queued, PolicyVersion policy) {
        return policy.time().plus(queued.since(), policy.district().policy().dispatch(), null);
    }

    private static String word(MatterKind matter) {
        return switch (matter) {
            case ROUTINE -> "routine";
            case COORDINATION -> "coordination";
            case PROMINENT -> "prominent";
            case EMERGENCY -> "emergency";
        };
    }
}
