package org.whistle.feedback.sla.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.loop.web.Named;

/**
 * One rate over the last periods.
 *
 * @param asOf now; the last period may not be over
 * @param periods the earliest first
 * @param series one for each group that has anything to count, by code
 */
@Schema(name = "Trend")
public record Trend(
        @Schema(examples = "handled-on-time") String rate,
        @Schema(examples = "按期处置率") String name,
        String formula,
        @Schema(examples = "department") String group,
        @Schema(examples = "month") String period,
        Instant asOf,
        List<Stretch> periods,
        List<Series> series) {

    /**
     * A period.
     *
     * @param from first instant that counts
     * @param to first instant that no longer counts
     */
    @Schema(name = "TrendPeriod")
    public record Stretch(@Schema(examples = "2026-03") String period, OffsetDateTime from, OffsetDateTime to) {}

    /**
     * A group and its points, one for each period and in their order.
     *
     * @param behind URI template (RFC 6570) of the tickets behind the numbers, by {@code part} and the period's {@code from}
     *     and {@code to}
     */
    @Schema(name = "TrendSeries")
    public record Series(
            Named group,
            @Schema(examples = TicketsTemplate.SERIES) String behind,
            List<Point> points) {}

    /**
     * A group in a period.
     *
     * @param value numerator / denominator, rounded to 4 places; absent when there is nothing to count
     */
    @Schema(name = "TrendPoint")
    public record Point(
            @Schema(examples = "2026-03") String period,
            @Schema(examples = "18") long numerator,
            @Schema(examples = "20") long denominator,
            @Schema(examples = "0.9") @Nullable Double value) {}
}
