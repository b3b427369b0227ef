package org.whistle.feedback.appeal.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.feedback.appeal.Appeal;
import org.whistle.feedback.appeal.AppealDecider;
import org.whistle.feedback.appeal.store.AppealRow;
import org.whistle.feedback.loop.web.LoopView;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.place.Names;

/**
 * An appeal.
 *
 * @param ticketNo absent in the answer to a command
 * @param level 1 at the street, 2 at the district
 * @param dueAt when the assignment's limit was used up
 * @param completedAt when the department confirmed, later than that
 * @param hearings one for each level it came to
 */
@Schema(name = "Appeal")
public record AppealView(
        UUID id,
        UUID ticketId,

        @Schema(examples = "370102009-20260302-7K3M9Q") @Nullable
        String ticketNo,

        UUID assignmentId,
        @Nullable Named department,
        @Nullable Named type,
        LoopView.PlaceView place,
        @Schema(examples = "open") String state,
        @Schema(examples = "1") int level,
        Instant dueAt,
        Instant completedAt,
        Instant filedAt,
        List<HearingView> hearings,
        long version) {

    static AppealView of(AppealRow row, Names names, Language language) {
        Appeal.Case about = row.appeal().about();
        return new AppealView(
                about.id(),
                about.ticketId(),
                row.ticketNo(),
                about.assignmentId(),
                Named.of(about.department(), names.departments(), language),
                Named.of(about.type(), names.types(), language),
                LoopView.PlaceView.of(about.grid(), names, language),
                AppealDecider.wordOf(row.appeal()),
                row.appeal().level(),
                about.dueAt(),
                about.completedAt(),
                row.filedAt(),
                about.hearings().stream().map(HearingView::of).toList(),
                row.version());
    }

    /**
     * One level's part.
     *
     * @param reason the grounds the department gave
     * @param verdict the level's reason; absent while it has not decided
     */
    @Schema(name = "AppealHearing")
    public record HearingView(
            int level,
            String reason,
            String by,
            Instant at,
            @Nullable String verdict,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static HearingView of(Appeal.Hearing hearing) {
            Appeal.Verdict verdict = hearing.verdict();
            return new HearingView(
                    hearing.level(),
                    hearing.reason(),
                    hearing.by(),
                    hearing.at(),
                    verdict == null ? null : verdict.reason(),
                    verdict == null ? null : verdict.by(),
                    verdict == null ? null : verdict.at());
        }
    }
}
