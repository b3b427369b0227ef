package org.whistle.dispatch.ticket.web;

import java.time.Instant;
import java.util.List;
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
import org.whistle.district.RoutingRule;

/**
 * Why this department.
 *
 * @param text the answer in the caller's language
 * @param words the answer in both languages
 * @param basis asset-owner, rule, duty-list, manual or reopened; absent before the first dispatch
 * @param queuedBecause why a person must decide; only while it is queued
 * @param facts what the rule looked at
 * @param considered the rules for this type, condition, place and owner, the one that counts most first
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
        List<RuleView> considered,
        @Schema(examples = "system") @Nullable String decidedBy,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        TicketQueued.@Nullable Reason queuedBecause) {

    /**
     * A rule that is for the matter.
     *
     * @param condition absent when it is for any
     * @param place code of the places it is for; absent when it is for any
     * @param assetOwner registered owner it is for, {@code *} for whoever it is; absent when it does not look at it
     * @param applied whether it decided the present dispatch
     */
    @Schema(name = "ConsideredRule")
    record RuleView(
            @Schema(examples = "R-C0101-a") String id,
            @Nullable String condition,
            @Nullable String place,
            @Nullable String placeName,
            @Nullable String assetOwner,
            @Schema(examples = "water-supply") String lead,
            @Nullable String leadName,
            List<String> cooperating,
            @Schema(examples = "10") int priority,
            @Schema(examples = "供水井盖归供水公司。") String note,
            boolean applied) {

        static RuleView of(RoutingRule rule, @Nullable String appliedRule, Names names) {
            return new RuleView(
                    rule.id(),
                    rule.condition(),
                    rule.place(),
                    rule.place() == null ? null : names.place(rule.place()),
                    rule.assetOwner(),
                    rule.lead(),
                    names.department(rule.lead()),
                    rule.joint() ? rule.cooperating() : List.of(),
                    rule.priority(),
                    names.text(rule.note()),
                    rule.id().equals(appliedRule));
        }
    }

    static ReasonView of(Ticket ticket, String text, Label words, List<RuleView> considered) {
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
                considered,
                why == null ? null : why.decidedBy().account(),
                why == null ? null : why.reason(),
                order == null ? null : order.dispatchedAt(),
                queued == null ? null : queued.reason());
    }
}
