package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.department.ReturnRequested;

/**
 * A body's objection (退单) and what the street decided.
 *
 * @param photos ids of evidence photos that department-service keeps
 * @param decision null while the street has not decided
 */
public record ReturnCase(
        UUID returnId,
        UUID assignmentId,
        String department,
        String reason,
        String legalBasis,
        List<UUID> photos,
        Actor requestedBy,
        Instant requestedAt,
        @Nullable Decided decision) {

    public ReturnCase {
        photos = List.copyOf(photos);
    }

    static ReturnCase of(ReturnRequested request) {
        return new ReturnCase(
                request.returnId(),
                request.assignmentId(),
                request.department(),
                request.reason(),
                request.legalBasis(),
                request.photos(),
                request.by(),
                request.requestedAt(),
                null);
    }

    /** Whether the street has still to decide. */
    public boolean pending() {
        return decision == null;
    }

    ReturnCase decided(boolean approved, String why, Actor by, Instant at) {
        return new ReturnCase(
                returnId,
                assignmentId,
                department,
                reason,
                legalBasis,
                photos,
                requestedBy,
                requestedAt,
                new Decided(approved, why, by, at));
    }

    /** The street's decision. */
    public record Decided(boolean approved, String reason, Actor by, Instant at) {}
}
