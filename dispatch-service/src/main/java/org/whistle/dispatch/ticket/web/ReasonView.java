package org.whistle.dispatch.ticket.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Why;
import org.whistle.dispatch.ticket.Explanation;
import org.whistle.dispatch.ticket.Order;
import org.whistle.dispatch.ticket.Ticket;
import org.whistle.district.Label;

/**
 * Why this department.
 *
 * @param text the answer in the caller's language
 * @param words the answer in both languages
 * @param basis asset-owner, rule, duty-list, manual or reopened; absent before the first dispatch
 * @param queuedBecause why a person must decide; only while it is queued
 * @param facts what the rule looked at
 */
@Schema(name = "Reason")
record ReasonView(
        UUID ticketId,

        @Schema(examples = "第1次派单，由供水公司牵头。按问题性质和管理权限确定。规则R-C0101-a：……")
        String text,

        Label words,
        Why.@Nullable Basis basis,
        @Schema(examples = "R-C0101-a") @Nullable String rule,
        @Schema(examples = "708004ff6dac") @Nullable String policyVersion,
        Map<String, String> facts,
        @Schema(examples = "system") @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        TicketQueued.@Nullable Reason queuedBecause) {

    static ReasonView of(Ticket ticket, String text, Label words) {
        @Nullable Order order = ticket.lastOrder().orElse(null);
        @Nullable Why why = order == null ? null : order.why();
        Ticket.@Nullable Queued queued = ticket instanceof Ticket.Queued q ? q : null;
        return new ReasonView(
                ticket.id(),
                text,
                words,
                why == null ? null : why.basis(),
                why == null ? null : why.rule(),
                why != null ? why.policyVersion() : queued == null ? null : queued.policyVersion(),
                why == null ? Map.of() : Explanation.facts(why),
                why == null ? null : why.decidedBy().account(),
                why == null ? null : why.reason(),
                order == null ? null : order.dispatchedAt(),
                queued == null ? null : queued.reason());
    }
}
