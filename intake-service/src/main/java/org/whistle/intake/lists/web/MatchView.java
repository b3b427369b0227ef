package org.whistle.intake.lists.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.whistle.chassis.web.Language;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.lists.Match;
import org.whistle.intake.lists.store.StoredEntry;

/**
 * A resource that may meet what is wanted, and why it is proposed. A person accepts it, or does not.
 *
 * @param score 0 to 100; the sum of the reasons' points, as a share of the points there are
 */
@Schema(name = "ProposedMatch")
public record MatchView(
        EntryView resource, @Schema(examples = "80") int score, List<ReasonView> reasons) {

    /** What speaks for it, part by part. */
    @Schema(name = "MatchReason")
    public record ReasonView(
            @Schema(enumeration = {"tags", "place", "time"}) String part,

            int points,
            int most,
            @Schema(examples = "在同一社区") String text) {}

    /** A match in the caller's language. */
    public static MatchView of(
            StoredEntry resource, Match match, EntryView.Reader reader, Gazetteer gazetteer, Language language) {
        return new MatchView(
                EntryView.of(resource, null, reader, gazetteer, language),
                match.score(),
                match.reasons().stream()
                        .map(reason -> new ReasonView(
                                reason.part(),
                                reason.points(),
                                reason.most(),
                                reason.words().in(language)))
                        .toList());
    }
}
