package org.whistle.feedback.score.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.loop.web.Named;

/**
 * Ratings of both sides in a period.
 *
 * @param closed whether the period is over
 * @param rows by code; a body nobody rated has no row
 */
@Schema(name = "Ratings")
public record RatingsView(
        @Schema(examples = "department") String by,
        @Schema(examples = "2026-03") String period,
        OffsetDateTime from,
        OffsetDateTime to,
        boolean closed,
        Instant asOf,
        List<RowView> rows) {

    /**
     * One body.
     *
     * @param street how the street rated its parts in tickets and whistles
     * @param communities how the communities rated its parts in tickets of their place
     * @param reporters how reporters rated the results of what it led
     */
    @Schema(name = "RatingsRow")
    public record RowView(Named body, Marks street, Marks communities, Marks reporters) {}

    /**
     * Ratings of one side.
     *
     * @param value satisfied / count, rounded to 4 places; absent without any
     */
    @Schema(name = "Marks")
    public record Marks(
            @Schema(examples = "20") long count,
            @Schema(examples = "15") long satisfied,
            @Schema(examples = "4") long fair,
            @Schema(examples = "1") long unsatisfied,
            @Schema(examples = "0.75") @Nullable Double value) {}
}
