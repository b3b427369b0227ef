package org.whistle.dispatch.ticket.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.dispatch.ticket.store.TicketSearch;

/**
 * A ticket in a list.
 *
 * @param state queued, dispatched, return-pending, completed, not-accepted, merged or closed
 * @param text the first 200 characters of what the reporter wrote
 * @param dispatchDueAt until when it must be dispatched; while it is queued
 * @param dispatchSecondsLeft seconds left of that, below zero when it is over
 * @param dueAt until when the lead must have handled it; while bodies are at work, and the lead does not rest
 */
@Schema(name = "TicketLine")
record TicketLine(
        @Schema(examples = "0199e5a2-4c1e-7d53-9a3f-0c8be3a2d001")
        UUID id,

        @Schema(examples = "370102009-20260302-7K3M9P") String ticketNo,
        @Schema(examples = "7") long version,
        @Schema(examples = "queued") String state,
        @Schema(examples = "coordination") String matter,
        @Schema(examples = "C0101") @Nullable String type,
        @Schema(examples = "上水井盖") @Nullable String typeName,
        @Schema(examples = "a") @Nullable String condition,
        @Schema(examples = "U0") @Nullable String urgency,
        @Schema(examples = "370102009") String street,
        String community,
        @Schema(examples = "370102009001001") String grid,
        @Schema(examples = "water-supply") @Nullable String lead,
        @Schema(examples = "供水公司") @Nullable String leadName,
        List<String> departments,
        int round,
        @Schema(examples = "井盖断裂，边缘翘起。") String text,
        @Nullable String address,
        Instant filedAt,
        @Nullable Instant queuedSince,
        @Nullable Instant dispatchDueAt,
        @Nullable Long dispatchSecondsLeft,
        @Nullable Instant dueAt) {

    static TicketLine of(TicketSearch.Line line, Names names, Instant now) {
        Instant dispatchDue = line.dispatchDue();
        return new TicketLine(
                line.id(),
                line.ticketNo(),
                line.version(),
                line.status(),
                line.matter(),
                line.type(),
                names.type(line.type()),
                line.condition(),
                line.urgency(),
                line.street(),
                line.community(),
                line.grid(),
                line.lead(),
                names.department(line.lead()),
                line.departments(),
                line.round(),
                line.text(),
                line.address(),
                line.filedAt(),
                line.queuedSince(),
                dispatchDue,
                dispatchDue == null ? null : Duration.between(now, dispatchDue).toSeconds(),
                line.due());
    }
}
