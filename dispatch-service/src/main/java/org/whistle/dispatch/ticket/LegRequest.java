package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.SuspensionRequested;

/**
 * What a body asked for on its part, and what became of it (DOMAIN.md §4). Its clock runs on until the street decides.
 *
 * @param until end of the suspension asked for; null for an extension
 * @param photos ids of evidence photos that department-service keeps
 * @param endorsedBy the body's manager
 * @param decision null while nobody has decided
 */
public record LegRequest(
        UUID requestId,
        Kind kind,
        UUID assignmentId,
        String department,
        String reason,
        @Nullable Instant until,
        List<UUID> photos,
        Actor requestedBy,
        Actor endorsedBy,
        Instant requestedAt,
        @Nullable Decided decision) {

    private static final String LAPSED = "任务已结束，申请随之失效。The part ended, and the request lapsed with it.";

    public LegRequest {
        photos = photos == null ? List.of() : List.copyOf(photos);
    }

    static LegRequest of(ExtensionRequested request) {
        return new LegRequest(
                request.requestId(),
                Kind.EXTENSION,
                request.assignmentId(),
                request.department(),
                request.reason(),
                null,
                request.photos(),
                request.by(),
                request.endorsedBy(),
                request.requestedAt(),
                null);
    }

    static LegRequest of(SuspensionRequested request) {
        return new LegRequest(
                request.requestId(),
                Kind.SUSPENSION,
                request.assignmentId(),
                request.department(),
                request.reason(),
                request.until(),
                request.photos(),
                request.by(),
                request.endorsedBy(),
                request.requestedAt(),
                null);
    }

    /** Whether the street has still to decide. */
    public boolean pending() {
        return decision == null;
    }

    /** Whether the street granted it. */
    public boolean granted() {
        return decision != null && decision.granted();
    }

    LegRequest decided(boolean granted, String why, Actor by, Instant at) {
        return new LegRequest(
                requestId,
                kind,
                assignmentId,
                department,
                reason,
                until,
                photos,
                requestedBy,
                endorsedBy,
                requestedAt,
                new Decided(granted, why, by, at));
    }

    LegRequest lapsed(Instant at) {
        return decided(false, LAPSED, Actor.SYSTEM, at);
    }

    /** What was asked for. */
    public enum Kind {
        /** Another original limit (延期). */
        EXTENSION("extension"),
        /** Rest until a named end (挂账). */
        SUSPENSION("suspension");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word on the wire. */
        public String code() {
            return code;
        }
    }

    /** The decision. */
    public record Decided(boolean granted, String reason, Actor by, Instant at) {}
}
