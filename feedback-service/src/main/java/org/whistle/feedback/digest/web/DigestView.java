package org.whistle.feedback.digest.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.sla.web.SlaReport;
import org.whistle.feedback.sla.web.TicketsTemplate;
import org.whistle.feedback.warning.web.WarningViews;

/**
 * The digest of what somebody follows.
 *
 * @param period the last day or week that is over
 */
@Schema(name = "Digest")
public record DigestView(
        @Schema(examples = "2026-03-02") String period,
        OffsetDateTime from,
        OffsetDateTime to,
        Instant asOf,
        List<ItemView> items) {

    /**
     * One thing followed.
     *
     * @param reports reports of the period
     * @param previousReports reports of the period before
     * @param open tickets open now
     * @param overdue of these, with a limit that is used up
     * @param aboutToBreach of these, with a limit that will be used up within 24 hours
     * @param behind URI template (RFC 6570) of the tickets behind the rates, by {@code rate} and {@code part}
     * @param rates every rate, compared with the period before
     * @param hotSpots the first three of the present
     */
    @Schema(name = "DigestItem")
    public record ItemView(
            FollowView follow,
            @Schema(examples = "31") long reports,
            @Schema(examples = "20") long previousReports,
            @Schema(examples = "12") long open,
            @Schema(examples = "2") long overdue,
            @Schema(examples = "3") long aboutToBreach,
            @Schema(examples = TicketsTemplate.ROW) String behind,
            Map<String, SlaReport.SlaNumber> rates,
            List<WarningViews.HotSpotView> hotSpots) {}

    /** What is followed. */
    @Schema(name = "Follow")
    public record FollowView(@Schema(examples = "area") String kind, Named what, Instant since) {}
}
