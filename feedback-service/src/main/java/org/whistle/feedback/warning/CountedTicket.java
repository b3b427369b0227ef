package org.whistle.feedback.warning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the tickets, or one body's part of a ticket, that stand behind a number of what is open or was done.
 *
 * @param id of what was counted, for the cursor: the part's, or the ticket's
 * @param assignmentId the part; null where whole tickets are counted
 * @param department who has it; null while nobody does
 * @param at since when it waits, or when it was done
 * @param dueAt when its limit is used up; null without one, or while its clock is paused
 */
public record CountedTicket(
        UUID id,
        UUID ticketId,
        String ticketNo,
        String state,
        @Nullable UUID assignmentId,
        @Nullable String department,
        @Nullable String type,
        String grid,
        Instant at,
        @Nullable Instant dueAt) {}
