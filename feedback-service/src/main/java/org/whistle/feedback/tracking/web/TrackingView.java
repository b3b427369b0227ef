package org.whistle.feedback.tracking.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.Wording;
import org.whistle.feedback.loop.store.LoopRow;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.place.Names;
import org.whistle.feedback.tracking.Told;
import org.whistle.feedback.tracking.Tracked;
import org.whistle.feedback.tracking.store.TrackingQueries;

/**
 * What whoever has a code reads. Of a whistle-blower's report only the state and whether a rating is wanted.
 *
 * @param says the state as a sentence in the caller's language
 * @param ticketNo the number to name when calling
 * @param reportedAt when this report was filed
 * @param dueAt by when the department is to have handled it, while it does
 * @param resumesAt when it goes on, while it is put off
 * @param stages what it has passed, oldest first
 * @param results what was done or said, in words
 * @param ratingWanted whether the reporter's answer is waited for
 * @param ratingUntil by when it should be there, while it is waited for
 */
@Schema(name = "Tracking")
public record TrackingView(
        @Schema(
                enumeration = {
                    "reported",
                    "community",
                    "settled",
                    "queued",
                    "handling",
                    "suspended",
                    "awaiting-verification",
                    "awaiting-answer",
                    "reopened",
                    "merged",
                    "solved",
                    "closed",
                    "not-accepted",
                    "registered"
                })
        String state,

        @Schema(examples = "已派给责任部门，正在办理") String says,

        @Schema(examples = "370102009-20260302-7K3M9Q") @Nullable
        String ticketNo,

        @Nullable Named type,
        @Nullable Named street,
        @Nullable OffsetDateTime reportedAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime resumesAt,
        List<Stage> stages,
        List<Result> results,
        boolean ratingWanted,
        @Nullable OffsetDateTime ratingUntil) {

    private static final int STREET_DIGITS = 9;

    static TrackingView of(TrackingQueries.Found found, Names names, Language language) {
        Tracked tracked = found.tracked();
        LoopRow loop = found.loop();
        return new TrackingView(
                Wording.word(tracked.state()),
                tracked.state().words().in(language),
                loop == null ? null : loop.ticketNo,
                loop == null ? null : Named.of(loop.type, names.types(), language),
                loop == null ? null : Named.of(loop.grid.substring(0, STREET_DIGITS), names.places(), language),
                loop == null ? null : at(found.reportedAt()),
                at(tracked.dueAt()),
                at(tracked.resumesAt()),
                tracked.passed().stream()
                        .map(step -> Stage.of(step, names, language))
                        .toList(),
                tracked.results().stream()
                        .map(told -> Result.of(told, names, language))
                        .toList(),
                tracked.ratingWanted(),
                at(tracked.ratingUntil()));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(Params.ZONE).toOffsetDateTime();
    }

    /**
     * A stage it has passed.
     *
     * @param department the body that has or had it
     */
    @Schema(name = "TrackingStage")
    public record Stage(
            @Schema(enumeration = {"reported", "dispatched", "accepted", "handled", "verified", "reopened", "closed"})
            String stage,

            @Nullable OffsetDateTime at,
            @Nullable Named department) {

        static Stage of(Tracked.Passed passed, Names names, Language language) {
            return new Stage(
                    Wording.word(passed.step()),
                    TrackingView.at(passed.at()),
                    Named.of(passed.department(), names.departments(), language));
        }
    }

    /**
     * What reporters are told.
     *
     * @param kind what was done, where it belongs instead, or how the community settled it
     * @param department the body that says it
     */
    @Schema(name = "TrackingResult")
    public record Result(
            @Schema(enumeration = {"completed", "not-accepted", "settled"})
            String kind,

            @Nullable Named department,
            @Schema(examples = "井盖已更换，周边清理干净") String text,
            @Nullable OffsetDateTime at) {

        static Result of(Told told, Names names, Language language) {
            return new Result(
                    Wording.word(told.kind()),
                    Named.of(told.department(), names.departments(), language),
                    told.text(),
                    TrackingView.at(told.at()));
        }
    }
}
