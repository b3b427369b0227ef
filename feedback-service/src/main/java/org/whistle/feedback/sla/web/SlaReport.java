package org.whistle.feedback.sla.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.loop.web.Named;

/**
 * The SLA report.
 *
 * @param groupBy what the rows stand for
 * @param period the lengths the time is cut into; absent when it is one piece
 * @param from first instant that counts
 * @param to first instant that no longer counts
 * @param asOf now; what is due later and not done yet is not counted
 * @param formula each rate's formula, in the caller's language
 * @param rows by period and group; what has no facts has no row
 */
@Schema(name = "SlaReport")
public record SlaReport(
        @Schema(examples = "department") String groupBy,
        @Schema(examples = "month") @Nullable String period,
        OffsetDateTime from,
        OffsetDateTime to,
        Instant asOf,
        Map<String, String> formula,
        List<SlaRow> rows) {

    /**
     * One period and group.
     *
     * @param group code and name; {@code total} or {@code none} where there is no code
     * @param behind URI template (RFC 6570) of the tickets behind the numbers, by {@code rate} and {@code part}
     */
    @Schema(name = "SlaRow")
    public record SlaRow(
            @Schema(examples = "2026-03") @Nullable String period,
            OffsetDateTime from,
            OffsetDateTime to,
            Named group,
            @Schema(examples = TicketsTemplate.ROW) String behind,
            Map<String, SlaNumber> rates) {}

    /**
     * One rate.
     *
     * @param value numerator / denominator, rounded to 4 places; absent when there is nothing to count
     * @param previous the value of the period before; of a single piece of time, the piece of the same length before it
     * @param difference value less previous; absent when either is
     */
    @Schema(name = "SlaNumber")
    public record SlaNumber(
            @Schema(examples = "18") long numerator,
            @Schema(examples = "20") long denominator,
            @Schema(examples = "0.9") @Nullable Double value,
            @Schema(examples = "0.85") @Nullable Double previous,
            @Schema(examples = "0.05") @Nullable Double difference) {}
}
