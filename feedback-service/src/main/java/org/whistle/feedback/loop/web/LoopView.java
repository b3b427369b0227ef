package org.whistle.feedback.loop.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.contracts.Position;
import org.whistle.feedback.Wording;
import org.whistle.feedback.clock.StageClock;
import org.whistle.feedback.clock.Threshold;
import org.whistle.feedback.clock.store.ClockRow;
import org.whistle.feedback.loop.store.LegRow;
import org.whistle.feedback.loop.store.LoopQueries;
import org.whistle.feedback.loop.store.LoopRow;
import org.whistle.feedback.place.Names;

/**
 * A loop as its readers see it.
 *
 * @param since when it came into its state
 * @param dueAt by when it should be verified, or the reporter contacted; absent in other states
 * @param closeDueAt by when it should be closed
 * @param attempts calls without contact since the last verification
 * @param mergedInto the ticket it goes on in, or was closed with; absent when it stands for itself
 */
@Schema(name = "Loop")
public record LoopView(
        @Schema(examples = "0198f1f0-7c1a-7d53-9f5e-0c6f2f6b1a11")
        UUID ticketId,

        @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,
        @Schema(examples = "awaiting-verification") String state,
        Instant since,
        @Nullable Instant dueAt,
        @Nullable Instant closeDueAt,
        @Nullable Instant closedAt,
        @Schema(examples = "solved") @Nullable String outcome,
        @Schema(examples = "coordination") String matter,
        @Nullable Named type,
        @Schema(examples = "a") @Nullable String condition,
        @Schema(examples = "U1") @Nullable String urgency,
        PlaceView place,
        Position position,
        Instant filedAt,
        int round,
        int reopened,
        int reworks,
        int returns,
        int attempts,
        @Nullable Named department,
        @Nullable UUID mergedInto,
        long version) {

    static LoopView of(LoopRow row, Names names, Language language) {
        return new LoopView(
                row.ticketId,
                row.ticketNo,
                row.state,
                row.since,
                row.stageDueAt,
                row.closeDueAt,
                row.closedAt,
                row.outcome,
                row.matter,
                Named.of(row.type, names.types(), language),
                row.condition,
                row.urgency,
                PlaceView.of(row.grid, names, language),
                new Position(row.longitude, row.latitude),
                row.filedAt,
                row.round,
                row.reopened,
                row.reworks,
                row.returns,
                row.attempts,
                Named.of(row.leadDepartment, names.departments(), language),
                row.mergedInto,
                row.version);
    }

    /** Where it lies. */
    @Schema(name = "LoopPlace")
    public record PlaceView(Named district, Named street, Named community, Named grid) {

        /** The place of a grid and all above it. */
        public static PlaceView of(String grid, Names names, Language language) {
            return new PlaceView(
                    at(grid, 6, names, language),
                    at(grid, 9, names, language),
                    at(grid, 12, names, language),
                    at(grid, 15, names, language));
        }

        private static Named at(String grid, int digits, Names names, Language language) {
            String code = grid.substring(0, digits);
            return new Named(code, Named.nameOf(code, names.places(), language));
        }
    }

    /** A loop with everything that is known of it. */
    @Schema(name = "LoopDetail")
    public record Detail(
            LoopView loop,
            List<LegView> legs,
            List<ClockView> clocks,
            List<LoopQueries.Alert> alerts,
            List<LoopQueries.Verification> verifications,
            List<LoopQueries.Callback> callbacks,
            List<LoopQueries.Attempt> attempts) {

        static Detail of(LoopQueries.Detail detail, Names names, Language language) {
            return new Detail(
                    LoopView.of(detail.loop(), names, language),
                    detail.legs().stream()
                            .map(leg -> LegView.of(leg, names, language))
                            .toList(),
                    detail.clocks().stream().map(ClockView::of).toList(),
                    detail.alerts(),
                    detail.verifications(),
                    detail.callbacks(),
                    detail.attempts());
        }
    }

    /**
     * One body's part.
     *
     * @param task {@code make-safe} or {@code identify}; absent when it is simply to handle the matter
     * @param extensions how many extensions were granted
     * @param suspendedUntil by when its suspension ends; absent while it is not suspended
     * @param checkedInAt when the body checked in on site after a whistle
     * @param excused whether an appeal excused the statistics
     * @param ended {@code returned}, {@code replaced} or {@code merged}; absent while it is the body's
     */
    @Schema(name = "LoopLeg")
    public record LegView(
            UUID assignmentId,
            int round,
            Named department,
            String role,
            Instant issuedAt,
            Instant dueAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant pausedAt,
            @Nullable Instant completedAt,
            int reworks,
            @Schema(examples = "make-safe") @Nullable String task,
            int extensions,
            @Nullable Instant suspendedUntil,
            @Nullable Instant checkedInAt,
            boolean excused,
            @Nullable String ended,
            @Nullable Instant endedAt) {

        static LegView of(LegRow leg, Names names, Language language) {
            return new LegView(
                    leg.assignmentId,
                    leg.round,
                    new Named(leg.department, Named.nameOf(leg.department, names.departments(), language)),
                    leg.role,
                    leg.issuedAt,
                    leg.dueAt,
                    leg.acceptedAt,
                    leg.pausedAt,
                    leg.completedAt,
                    leg.reworks,
                    leg.task,
                    leg.extensions,
                    leg.suspendedUntil,
                    leg.checkedInAt,
                    leg.excused,
                    leg.endedBy,
                    leg.endedAt);
        }
    }

    /**
     * One limit.
     *
     * @param run which verification or dispatch of the round it is
     * @param chaseAt when it is chased by itself; absent for clocks that are not
     * @param bulletinAt when it is made public; absent for clocks that are not
     * @param told the thresholds that were passed and told
     */
    @Schema(name = "LoopClock")
    public record ClockView(
            @Schema(examples = "handle") String stage,
            int round,
            int run,
            @Nullable UUID assignmentId,
            @Nullable String department,
            Instant startedAt,
            Instant warnAt,
            Instant dueAt,
            Instant superviseAt,
            @Nullable Instant chaseAt,
            @Nullable Instant bulletinAt,
            @Nullable Instant pausedAt,
            @Nullable Instant stoppedAt,
            List<String> told) {

        static ClockView of(ClockRow row) {
            StageClock clock = row.toClock();
            return new ClockView(
                    Wording.word(clock.key().stage()),
                    clock.key().round(),
                    clock.key().run(),
                    clock.key().assignmentId(),
                    clock.department(),
                    clock.limit().startedAt(),
                    clock.limit().warnAt(),
                    clock.limit().dueAt(),
                    clock.limit().superviseAt(),
                    clock.limit().chaseAt(),
                    clock.limit().bulletinAt(),
                    clock.pausedAt(),
                    clock.stoppedAt(),
                    clock.told().stream().sorted().map(Threshold::word).toList());
        }
    }
}
