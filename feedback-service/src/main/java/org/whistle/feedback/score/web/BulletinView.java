package org.whistle.feedback.score.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.loop.web.LoopView;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.sla.web.SlaReport;
import org.whistle.feedback.sla.web.TicketsTemplate;

/**
 * The bulletin of a period (通报).
 *
 * @param closed whether the period is over; then the document never changes
 * @param asOf when it was counted
 * @param behind URI template (RFC 6570) of the tickets behind the totals, by {@code rate} and {@code part}
 * @param totals every rate, compared with the period before
 * @param overdue the assignments late by the most
 * @param repeatedTypes the types most reported
 */
@Schema(name = "Bulletin")
public record BulletinView(
        @Schema(examples = "2026-03") String period,
        OffsetDateTime from,
        OffsetDateTime to,
        boolean closed,
        Instant asOf,
        @Schema(examples = TicketsTemplate.ROW) String behind,
        Map<String, SlaReport.SlaNumber> totals,
        RankingView departments,
        RankingView streets,
        List<LateView> overdue,
        List<TypeView> repeatedTypes) {

    /**
     * A late assignment.
     *
     * @param completedAt absent while it was not handled
     */
    @Schema(name = "BulletinOverdue")
    public record LateView(
            UUID ticketId,
            @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,
            UUID assignmentId,
            Named department,
            @Nullable Named type,
            LoopView.PlaceView place,
            Instant dueAt,
            @Nullable Instant completedAt,
            @Schema(examples = "1440") long minutesLate) {}

    /** A type. */
    @Schema(name = "BulletinType")
    public record TypeView(
            Named type,
            @Schema(examples = "31") long reports,
            @Schema(examples = "20") long previous,
            @Schema(examples = "11") long difference) {}
}
