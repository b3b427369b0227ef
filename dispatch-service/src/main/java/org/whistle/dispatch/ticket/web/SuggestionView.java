package org.whistle.dispatch.ticket.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Why;
import org.whistle.dispatch.routing.Answer;
import org.whistle.dispatch.routing.Matter;
import org.whistle.district.Condition;

/**
 * What the rules in force say of a ticket.
 *
 * @param lead absent when a person must choose
 * @param candidates bodies the rules offer when they do not decide
 * @param queuedBecause why they do not decide; absent when they do
 * @param note the rule's reason in the caller's language
 * @param urgency the catalogue's
 * @param limit the catalogue's, with its unit; absent while it is not classified
 */
@Schema(name = "Suggestion")
record SuggestionView(
        @Schema(examples = "C0101") @Nullable String type,
        @Schema(examples = "a") @Nullable String condition,
        @Schema(examples = "water-supply") @Nullable String lead,
        List<String> cooperating,
        List<String> candidates,
        TicketQueued.@Nullable Reason queuedBecause,
        Why.@Nullable Basis basis,
        @Schema(examples = "R-C0101-a") @Nullable String rule,
        @Nullable String note,
        @Schema(examples = "U0") @Nullable String urgency,
        @Schema(examples = "2uh") @Nullable String limit) {

    static SuggestionView of(Matter matter, Answer answer, Names names) {
        @Nullable
        Condition known = matter.type() == null || matter.condition() == null
                ? null
                : names.district().condition(matter.type(), matter.condition()).orElse(null);
        @Nullable String urgency = known == null ? null : known.urgency().code();
        @Nullable String limit = known == null ? null : known.limit().toString();
        return switch (answer) {
            case Answer.Dispatch to ->
                new SuggestionView(
                        matter.type(),
                        matter.condition(),
                        to.lead(),
                        to.cooperating(),
                        List.of(),
                        null,
                        to.why().basis(),
                        to.why().rule(),
                        note(to.why().rule(), names),
                        urgency,
                        limit);
            case Answer.Queue waits ->
                new SuggestionView(
                        matter.type(),
                        matter.condition(),
                        null,
                        List.of(),
                        waits.candidates(),
                        waits.reason(),
                        null,
                        null,
                        null,
                        urgency,
                        limit);
        };
    }

    private static @Nullable String note(@Nullable String rule, Names names) {
        return names.district().rules().stream()
                .filter(known -> known.id().equals(rule))
                .findFirst()
                .map(known -> names.text(known.note()))
                .orElse(null);
    }
}
