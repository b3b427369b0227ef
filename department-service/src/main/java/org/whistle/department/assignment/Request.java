package org.whistle.department.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;

/**
 * What a handler asks for beyond the limit (DOMAIN.md §4): it waits for the department's manager, then for the street.
 *
 * @param until when a suspension should end; null for an extension
 * @param photos ids of evidence photos
 * @param by who asked
 * @param endorsedBy the manager who endorsed it, or null while it waits for one
 * @param sentAt when it went to the street, or null while it has not
 */
public record Request(
        UUID requestId,
        Kind kind,
        String reason,
        @Nullable Instant until,
        List<UUID> photos,
        Actor by,
        Instant askedAt,
        @Nullable Actor endorsedBy,
        @Nullable Instant sentAt) {

    /** @throws IllegalArgumentException when a suspension has no end, an extension has one, or it was sent by nobody */
    public Request {
        if ((kind == Kind.SUSPENSION) != (until != null)) {
            throw new IllegalArgumentException("a suspension has an end, and only a suspension");
        }
        if ((endorsedBy == null) != (sentAt == null)) {
            throw new IllegalArgumentException("what is endorsed is sent");
        }
        photos = List.copyOf(photos);
    }

    /** An extension (延期) nobody has endorsed yet. */
    static Request extension(UUID requestId, String reason, List<UUID> photos, Actor by, Instant at) {
        return new Request(requestId, Kind.EXTENSION, reason, null, photos, by, at, null, null);
    }

    /** A suspension (挂账) nobody has endorsed yet. */
    static Request suspension(UUID requestId, String reason, Instant until, List<UUID> photos, Actor by, Instant at) {
        return new Request(requestId, Kind.SUSPENSION, reason, until, photos, by, at, null, null);
    }

    /** The same, endorsed and sent to the street. */
    Request endorsed(Actor manager, Instant at) {
        return new Request(requestId, kind, reason, until, photos, by, askedAt, manager, at);
    }

    /** Whether it waits for the manager; otherwise it waits for the street. */
    boolean waiting() {
        return endorsedBy == null;
    }

    /** What is asked for. */
    public enum Kind {
        /** 延期: one more limit. */
        @JsonProperty("extension")
        EXTENSION,
        /** 挂账: nobody handles until a named end. */
        @JsonProperty("suspension")
        SUSPENSION
    }
}
