package org.whistle.department.inbox.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.department.assignment.Stage;
import org.whistle.department.assignment.store.AssignmentRow;

/**
 * An assignment as its department sees it.
 *
 * @param sequence its place in the order of receipt; give it as {@code after} to read on behind it
 * @param version the value of the ETag, without the quotes
 * @param photos the report's photos, kept by intake-service
 * @param accept the limit for accepting
 * @param handle the limit for handling as it runs now
 * @param overdue past its handling limit, open or completed; a pending return pauses the clock
 * @param returnsLeft how often a return may still be asked for, until {@code returnBy}
 * @param endedAt when it was recalled or the ticket closed
 * @param availableActions what the caller may do now: {@code acceptance}, {@code progress-notes},
 *     {@code completion}, {@code returns}
 */
@Schema(name = "Assignment")
public record AssignmentView(
        UUID id,
        long sequence,
        long version,
        UUID ticketId,
        @Schema(examples = "370102009-20260302-7K3M9P") String ticketNo,
        @Schema(examples = "water-supply") String department,
        LegRole role,
        int round,
        @Schema(examples = "C0101") String type,
        @Schema(examples = "a") String condition,
        Urgency urgency,
        @Schema(examples = "井盖断裂，边缘翘起。") String text,
        Place place,
        Position position,
        @Nullable String address,
        @Nullable String assetId,
        List<UUID> photos,
        List<String> otherDepartments,
        Stage state,
        Clock accept,
        Clock handle,
        boolean overdue,
        Instant returnBy,
        int returnsLeft,
        @Schema(examples = "handler-1") @Nullable String handler,
        @Nullable Instant acceptedAt,
        @Nullable Instant notedAt,
        @Nullable Instant completedAt,
        @Nullable Instant reworkedAt,
        @Nullable Instant endedAt,
        Instant issuedAt,
        Instant receivedAt,
        List<String> availableActions) {

    static AssignmentView of(AssignmentRow row, Instant now, List<String> availableActions) {
        AssignmentIssued issue =
                WireFormat.read(AssignmentIssued.class, row.issue().getBytes(StandardCharsets.UTF_8));
        Clock handle = row.handle();
        return new AssignmentView(
                row.id(),
                row.received(),
                row.version(),
                row.ticketId(),
                issue.ticketNo(),
                row.department(),
                issue.role(),
                issue.round(),
                issue.type(),
                issue.condition(),
                issue.urgency(),
                issue.text(),
                issue.place(),
                issue.position(),
                issue.address(),
                issue.assetId(),
                issue.photos(),
                issue.otherDepartments(),
                row.stage(),
                issue.accept(),
                handle,
                overdue(row, handle, now),
                row.returnBy(),
                row.returnsLeft(),
                row.handler(),
                row.acceptedAt(),
                row.notedAt(),
                row.completedAt(),
                row.reworkedAt(),
                row.endedAt(),
                issue.issuedAt(),
                row.receivedAt(),
                availableActions);
    }

    private static boolean overdue(AssignmentRow row, Clock handle, Instant now) {
        return switch (row.stage()) {
            case ISSUED, ACCEPTED -> handle.dueAt().isBefore(now);
            case COMPLETED -> row.completedAt() != null && row.completedAt().isAfter(handle.dueAt());
            case RETURN_PENDING, RECALLED, SETTLED -> false;
        };
    }
}
