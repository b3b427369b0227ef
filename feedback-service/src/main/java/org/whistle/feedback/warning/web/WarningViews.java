package org.whistle.feedback.warning.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.loop.web.LoopView;
import org.whistle.feedback.loop.web.Named;

/** The forms of early warnings. */
public final class WarningViews {

    private WarningViews() {}

    /**
     * Many reports of one type in one grid.
     *
     * @param count reports of the window
     * @param before reports of as many days before
     * @param movement {@code new}, {@code rising}, {@code steady} or {@code falling}
     * @param tickets path to the reports of the window
     */
    @Schema(name = "HotSpot")
    public record HotSpotView(
            Named type,
            LoopView.PlaceView place,
            @Schema(examples = "5") long count,
            @Schema(examples = "2") long before,
            @Schema(examples = "rising") String movement,
            OffsetDateTime from,
            OffsetDateTime to,
            String tickets) {}

    /**
     * What is open.
     *
     * @param hours how far ahead "about to breach" looks
     * @param rows the most first
     */
    @Schema(name = "Backlog")
    public record BacklogView(
            @Schema(examples = "department") String by,
            Instant asOf,
            @Schema(examples = "24") int hours,
            List<BacklogRow> rows) {}

    /**
     * One body or street.
     *
     * @param open by department its assignments, by street its tickets
     * @param suspended put off with a reason and an end (挂账)
     * @param overdue the limit is used up
     * @param aboutToBreach the limit will be used up within the hours
     */
    @Schema(name = "BacklogRow")
    public record BacklogRow(
            Named body,
            @Schema(examples = "42") long open,
            Ages ages,
            @Schema(examples = "3") long suspended,
            @Schema(examples = "5") long overdue,
            @Schema(examples = "7") long aboutToBreach) {}

    /** How long they have been open, in days; the first bound of each is not included. */
    @Schema(name = "Ages")
    public record Ages(
            long underOneDay, long oneToThreeDays, long threeToSevenDays, long sevenToThirtyDays, long overThirtyDays) {}

    /** An assignment whose limit will soon be used up. */
    @Schema(name = "AboutToBreach")
    public record DueView(
            UUID ticketId,
            @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,
            String state,
            UUID assignmentId,
            Named department,
            @Nullable Named type,
            LoopView.PlaceView place,
            Instant issuedAt,
            Instant dueAt,
            @Schema(examples = "95") long minutesLeft) {}

    /**
     * A matter the same person has reported before.
     *
     * @param times which of that person's matters of the same type or grid it is
     */
    @Schema(name = "Repeat")
    public record RepeatView(
            UUID ticketId,
            @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,
            String state,
            @Nullable Named department,
            @Nullable Named type,
            LoopView.PlaceView place,
            Instant filedAt,
            @Schema(examples = "3") long times,
            boolean sameGrid,
            boolean sameType,
            Previous previous) {}

    /** The matter before. */
    @Schema(name = "PreviousMatter")
    public record Previous(UUID ticketId, String ticketNo, String state, Instant filedAt) {}
}
