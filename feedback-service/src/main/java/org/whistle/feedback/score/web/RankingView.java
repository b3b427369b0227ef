package org.whistle.feedback.score.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.sla.web.TicketsTemplate;

/**
 * A ranking.
 *
 * @param closed whether the period is over
 * @param formula the score in words, with the points in force
 * @param minimum fewest tickets with which a body is ranked
 * @param rule the same in words
 * @param rows by place; bodies with too few tickets behind all others
 */
@Schema(name = "Ranking")
public record RankingView(
        @Schema(examples = "department") String by,
        @Schema(examples = "2026-03") String period,
        OffsetDateTime from,
        OffsetDateTime to,
        boolean closed,
        Instant asOf,
        String formula,
        int minimum,
        String rule,
        List<RowView> rows) {

    /**
     * One body.
     *
     * @param place from 1, equal scores share one; absent when it is not ranked
     * @param tickets assignments whose limit lay in the period
     * @param behind URI template (RFC 6570) of the tickets behind the numbers of the parts, by {@code rate} and {@code part};
     *     {@code tickets} are the denominator of {@code handled}
     */
    @Schema(name = "RankingRow")
    public record RowView(
            @Schema(examples = "1") @Nullable Integer place,
            boolean ranked,
            @Schema(examples = "工单不足 10 件，只公布不排名") @Nullable String why,
            Named body,
            @Schema(examples = "93.75") BigDecimal score,
            List<PartView> parts,
            @Schema(examples = "120") long tickets,
            @Schema(examples = TicketsTemplate.ROW) String behind) {}

    /**
     * One part of the score.
     *
     * @param weight the points it has when all is well
     * @param points the points it got
     */
    @Schema(name = "RankingPart")
    public record PartView(
            @Schema(examples = "on-time") String part,
            @Schema(examples = "handled-on-time") String rate,
            @Schema(examples = "110") long numerator,
            @Schema(examples = "120") long denominator,
            @Schema(examples = "20") int weight,
            @Schema(examples = "18.33") BigDecimal points) {}
}
