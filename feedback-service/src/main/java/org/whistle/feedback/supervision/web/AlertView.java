package org.whistle.feedback.supervision.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.feedback.Wording;
import org.whistle.feedback.clock.ClockStage;
import org.whistle.feedback.clock.Threshold;
import org.whistle.feedback.loop.web.LoopView;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.place.Names;
import org.whistle.feedback.supervision.Audience;
import org.whistle.feedback.supervision.store.AlertQueries;

/**
 * An alert.
 *
 * @param open whether its clock still runs
 * @param thresholdAt the instant that was passed
 * @param noticedAt when it was noticed; later than the other after downtime
 * @param audience whom it is for: {@code handler}, {@code manager}, {@code community}, {@code street}, {@code district},
 *     {@code leader}
 * @param level how far up it goes: {@code department}, {@code community}, {@code street} or {@code district}
 * @param raisedBy who chased; absent for what a clock passed by itself
 * @param note what that person wrote
 */
@Schema(name = "Alert")
public record AlertView(
        UUID id,
        UUID ticketId,
        @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,
        String state,
        @Schema(examples = "breach") String kind,
        @Schema(examples = "handle") String stage,
        int round,
        @Nullable UUID assignmentId,
        @Nullable Named department,
        @Nullable Named type,
        LoopView.PlaceView place,
        boolean open,
        Instant dueAt,
        Instant thresholdAt,
        Instant noticedAt,
        List<String> audience,
        @Schema(examples = "street") String level,
        @Nullable String raisedBy,
        @Nullable String note,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {

    static AlertView of(AlertQueries.Found alert, Names names, Language language) {
        ClockStage stage = Wording.constant(ClockStage.class, alert.stage());
        Threshold kind = Threshold.of(alert.kind());
        return new AlertView(
                alert.id(),
                alert.ticketId(),
                alert.ticketNo(),
                alert.state(),
                alert.kind(),
                alert.stage(),
                alert.round(),
                alert.assignmentId(),
                Named.of(alert.department(), names.departments(), language),
                Named.of(alert.type(), names.types(), language),
                LoopView.PlaceView.of(alert.grid(), names, language),
                alert.open(),
                alert.dueAt(),
                alert.thresholdAt(),
                alert.noticedAt(),
                Audience.of(stage, kind).stream().map(Audience::word).toList(),
                Wording.word(Audience.levelOf(stage, kind)),
                alert.raisedBy(),
                alert.note(),
                alert.acknowledgedBy(),
                alert.acknowledgedAt());
    }
}
