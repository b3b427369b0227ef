package org.whistle.contracts.dispatch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Position;
import org.whistle.contracts.Require;

/**
 * A whistle (吹哨): several bodies are called to one place at one time. Each signs for it by accepting, checks in on site,
 * reports its own result and is rated (DOMAIN.md §3).
 *
 * @param subject what the bodies are called for, at most 2 000 characters
 * @param venue where to be, in words, at most 200 characters
 * @param meetAt when to be there
 * @param checkInBy by when each body must have checked in on site; absent when nobody must
 */
public record Whistle(
        UUID whistleId,
        Kind kind,
        String subject,
        String venue,
        Position position,
        Instant meetAt,
        @Nullable Instant checkInBy) {

    public Whistle {
        Require.present(whistleId, "whistle.whistleId");
        Require.present(kind, "whistle.kind");
        Require.text(subject, 2000, "whistle.subject");
        Require.text(venue, 200, "whistle.venue");
        Require.present(position, "whistle.position");
        Require.present(meetAt, "whistle.meetAt");
    }

    /** The kinds of whistle; all are one mechanism with other invitees. */
    public enum Kind {
        /** 综合执法哨. */
        @JsonProperty("enforcement")
        ENFORCEMENT,
        /** 日常管理哨. */
        @JsonProperty("daily")
        DAILY,
        /** 应急处置哨: on site within 30 minutes. */
        @JsonProperty("emergency")
        EMERGENCY,
        /** 认领: every candidate says whether the asset is its own. */
        @JsonProperty("identification")
        IDENTIFICATION,
        /** 小区党支部吹哨、党员报到. */
        @JsonProperty("branch")
        BRANCH,
        /** 居民吹哨、物业报到. */
        @JsonProperty("residents")
        RESIDENTS
    }
}
