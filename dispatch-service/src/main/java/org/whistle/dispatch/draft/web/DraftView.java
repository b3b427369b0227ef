package org.whistle.dispatch.draft.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.dispatch.draft.store.DraftEntity;

/**
 * A draft of rules.
 *
 * @param version for If-Match of the next change
 * @param baseVersion the policy it was begun on
 * @param state open, scheduled, activated, outdated or discarded
 * @param files names of the files it replaces; absent in lists
 */
@Schema(name = "PolicyDraft")
record DraftView(
        UUID id,
        long version,
        String title,
        @Schema(examples = "708004ff6dac") String baseVersion,
        String state,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt,
        @Nullable Instant effectiveFrom,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String resultVersion,
        @Nullable List<String> files) {

    static DraftView of(DraftEntity row, @Nullable List<String> files) {
        return new DraftView(
                row.id,
                row.version,
                row.title,
                row.baseVersion,
                row.state,
                row.createdBy,
                row.createdAt,
                row.changedBy,
                row.changedAt,
                row.effectiveFrom,
                row.reason,
                row.decidedBy,
                row.decidedAt,
                row.resultVersion,
                files);
    }
}
