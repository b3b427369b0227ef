package org.whistle.department.inbox.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.WireFormat;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.LegTask;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.department.assignment.Particulars;
import org.whistle.department.assignment.Particulars.Allowance;
import org.whistle.department.assignment.Particulars.Call;
import org.whistle.department.assignment.Particulars.Presence;
import org.whistle.department.assignment.Request;
import org.whistle.department.assignment.Stage;
import org.whistle.department.assignment.store.AssignmentRow;
import org.whistle.department.assignment.store.RequestState;

/**
 * An assignment as its department sees it.
 *
 * @param sequence its place in the order of receipt; give it as {@code after} to read on behind it
 * @param version the value of the ETag, without the quotes
 * @param photos the report's photos, kept by intake-service
 * @param accept the limit for accepting
 * @param handle the limit for handling as it runs now
 * @param overdue past its handling limit, open or when it was completed; a pending return pauses the clock
 * @param returnsLeft how often a return may still be asked for, until {@code returnBy}
 * @param endedAt when it was recalled or the ticket closed
 * @param task what is to be done when it is not simply to handle the matter: {@code make-safe}, {@code identify}
 * @param whistle the whistle that calls for it; absent when none does
 * @param checkInMetres how far from the whistle's position a check-in may be
 * @param checkedIn who is on site; absent while nobody has checked in
 * @param mine whether the asset is the department's own, once that was answered
 * @param extensionsLeft how many extensions may still be granted; absent where the street alone judges
 * @param suspensionsLeft how many suspensions may still be granted; absent where the street alone judges
 * @param suspendUntil the latest end a suspension may have; absent where the street alone judges
 * @param request what waits for the manager ({@code waiting}) or the street ({@code sent})
 * @param suspendedUntil when the suspension it is under ends by itself
 * @param photosNeeded how many photos a completion needs
 * @param availableActions what the caller may do now: {@code acceptance}, {@code progress-notes}, {@code completion},
 *     {@code returns}, {@code extensions}, {@code suspensions}, {@code check-in}, {@code ownership}, and a manager
 *     {@code endorsement} and {@code decline} of the request that waits
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
        @Nullable LegTask task,
        @Nullable Whistle whistle,
        @Nullable Integer checkInMetres,
        @Nullable Presence checkedIn,
        @Nullable Boolean mine,
        @Nullable Integer extensionsLeft,
        @Nullable Integer suspensionsLeft,
        @Nullable Instant suspendUntil,
        @Nullable OpenRequest request,
        @Nullable Instant suspendedUntil,
        int photosNeeded,
        List<String> availableActions) {

    static AssignmentView of(AssignmentRow row, Instant now, AvailableActions actions, Asker asker) {
        AssignmentIssued issue =
                WireFormat.read(AssignmentIssued.class, row.issue().getBytes(StandardCharsets.UTF_8));
        Clock handle = row.handle();
        Particulars particulars = row.particulars();
        Call call = particulars.call();
        Allowance allowance = particulars.allowance();
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
                particulars.task(),
                issue.whistle(),
                call == null ? null : call.reach(),
                particulars.presence(),
                particulars.mine(),
                allowance == null ? null : allowance.extensionsLeft(),
                allowance == null ? null : allowance.suspensionsLeft(),
                allowance == null ? null : allowance.suspendUntil(),
                OpenRequest.of(particulars.request()),
                row.rest() == null ? null : row.rest().until(),
                actions.photosNeeded(),
                actions.of(row, asker));
    }

    private static boolean overdue(AssignmentRow row, Clock handle, Instant now) {
        return switch (row.stage()) {
            case ISSUED, ACCEPTED -> handle.dueAt().isBefore(now);
            case COMPLETED, SETTLED ->
                row.completedAt() != null && row.completedAt().isAfter(handle.dueAt());
            case RETURN_PENDING, SUSPENDED, RECALLED -> false;
        };
    }

    /**
     * A request that nobody has answered yet.
     *
     * @param state {@code waiting} for the manager, or {@code sent} to the street
     */
    @Schema(name = "OpenRequest")
    public record OpenRequest(
            UUID id,
            Request.Kind kind,
            RequestState state,
            String reason,
            @Nullable Instant until,
            List<UUID> photos,
            Actor by,
            Instant askedAt,
            @Nullable Actor endorsedBy,
            @Nullable Instant sentAt) {

        static @Nullable OpenRequest of(@Nullable Request request) {
            return request == null
                    ? null
                    : new OpenRequest(
                            request.requestId(),
                            request.kind(),
                            request.endorsedBy() == null ? RequestState.WAITING : RequestState.SENT,
                            request.reason(),
                            request.until(),
                            request.photos(),
                            request.by(),
                            request.askedAt(),
                            request.endorsedBy(),
                            request.sentAt());
        }
    }
}
