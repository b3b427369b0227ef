package org.whistle.feedback.score;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.sla.Measure;

/**
 * The bulletin of a period (通报) as it is kept: codes and counts, which are given names and languages when it is read. A
 * change of weights or names later does not change what was published.
 *
 * @param period its label, such as 2026-03
 * @param asOf when it was counted; of a closed period, once and for good
 * @param totals counts of the period
 * @param previous counts of the period before
 * @param departments counts by body
 * @param streets counts by street
 * @param weights the points of the score then in force
 * @param minimum fewest tickets with which a body was ranked
 * @param overdue the assignments that were or are late by the most
 * @param types the types most reported
 */
public record Bulletin(
        String period,
        Instant asOf,
        Map<Measure, Long> totals,
        Map<Measure, Long> previous,
        Map<String, Map<Measure, Long>> departments,
        Map<String, Map<Measure, Long>> streets,
        ScoreWeights weights,
        int minimum,
        List<Late> overdue,
        List<TypeCount> types) {

    /**
     * An assignment that was or is late.
     *
     * @param completedAt null while it is not handled
     * @param minutesLate whole minutes past the limit, then or at the counting
     */
    public record Late(
            UUID ticketId,
            String ticketNo,
            UUID assignmentId,
            String department,
            @Nullable String type,
            String grid,
            Instant dueAt,
            @Nullable Instant completedAt,
            long minutesLate) {}

    /**
     * A type and how often it was reported.
     *
     * @param previous reports of the period before
     */
    public record TypeCount(String type, long reports, long previous) {}
}
