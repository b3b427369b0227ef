package org.whistle.department.inbox.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Place;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.department.assignment.Request;
import org.whistle.department.assignment.store.RequestAnswer;
import org.whistle.department.assignment.store.RequestState;
import org.whistle.department.inbox.store.RequestQueries.Line;

/**
 * An extension or suspension that was asked for.
 *
 * @param assignmentVersion the ETag of its assignment, without the quotes, for an endorsement or a decline
 * @param type what kind of matter the assignment is, as the catalogue has it
 * @param dueAt the handling limit of its assignment as it runs now
 * @param until when a suspension should end
 * @param endorsedBy the manager who endorsed it
 * @param answer what the manager who declined, or the street, said last
 * @param changedAt when it came to its state
 */
@Schema(name = "DepartmentRequest")
public record RequestView(
        UUID id,
        UUID assignmentId,
        long assignmentVersion,
        UUID ticketId,
        @Schema(examples = "370102009-20260302-7K3M9P") String ticketNo,
        @Schema(examples = "C0101") String type,
        @Schema(examples = "a") String condition,
        Urgency urgency,
        Place place,
        @Nullable String address,
        @Schema(examples = "water-supply") String department,
        Instant dueAt,
        Request.Kind kind,
        RequestState state,
        @Schema(examples = "管件需定制，预计三日后到货。") String reason,
        @Nullable Instant until,
        List<UUID> photos,
        Actor by,
        Instant askedAt,
        @Nullable Actor endorsedBy,
        @Nullable Instant sentAt,
        @Nullable RequestAnswer answer,
        Instant changedAt) {

    static RequestView of(Line line) {
        Request request = line.request();
        AssignmentIssued issue = line.issue();
        return new RequestView(
                request.requestId(),
                line.assignmentId(),
                line.assignmentVersion(),
                line.ticketId(),
                issue.ticketNo(),
                issue.type(),
                issue.condition(),
                issue.urgency(),
                issue.place(),
                issue.address(),
                line.department(),
                line.dueAt(),
                request.kind(),
                line.state(),
                request.reason(),
                request.until(),
                request.photos(),
                request.by(),
                line.askedAt(),
                request.endorsedBy(),
                request.sentAt(),
                line.answer(),
                line.changedAt());
    }
}
