package org.whistle.intake.matter.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Position;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.Reporter;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.web.PlaceView;
import org.whistle.intake.matter.store.Step;
import org.whistle.intake.matter.store.StoredMatter;
import org.whistle.intake.report.store.StoredReport;

/**
 * A matter below the street.
 *
 * @param id of the report that began it, and of the ticket it may become
 * @param level the level that has it, or that had it last
 * @param version what a change names in {@code If-Match}
 * @param answer how it was settled below the street
 * @param history what each level did with it, oldest first; only when one matter is read
 */
@Schema(name = "Matter")
public record MatterView(
        @Schema(examples = "019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c4d")
        UUID id,

        @Schema(examples = "370102009-20260302-7K3M9Q") String ticketNo,

        @Schema(enumeration = {"coordination", "prominent"}) MatterKind matter,

        ChainLevel level,

        @Schema(enumeration = {"open", "answered", "passed-up"})
        String state,

        long version,
        @Schema(examples = "C0101") @Nullable String type,
        @Nullable String typeName,
        @Nullable String condition,
        String text,
        PlaceView place,
        Position position,
        @Nullable String address,
        List<UUID> photos,
        Reporter.Kind reporterKind,
        boolean outsideOwnGrid,
        OffsetDateTime filedAt,
        OffsetDateTime changedAt,
        @Nullable String answer,
        @Nullable List<StepView> history) {

    static MatterView of(StoredMatter matter, @Nullable List<Step> steps, Gazetteer gazetteer, Language language) {
        StoredReport report = matter.report();
        return new MatterView(
                report.id(),
                report.ticketNo(),
                matter.kind(),
                matter.level(),
                matter.state().word(),
                matter.version(),
                report.type(),
                typeName(report.type(), gazetteer, language),
                report.condition(),
                report.text(),
                PlaceView.of(report.place(), gazetteer, language),
                report.position(),
                report.address(),
                report.photos(),
                report.reporter().kind(),
                report.outsideOwnGrid(),
                at(report.filedAt()),
                at(matter.changedAt()),
                matter.answer(),
                steps == null ? null : steps.stream().map(StepView::of).toList());
    }

    private static @Nullable String typeName(@Nullable String type, Gazetteer gazetteer, Language language) {
        return type == null
                ? null
                : gazetteer
                        .district()
                        .type(type)
                        .map(known -> PlaceView.text(known.name(), language))
                        .orElse(null);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(Params.ZONE).toOffsetDateTime();
    }

    /**
     * What a level did.
     *
     * @param to the level that has it since
     * @param text the answer, the reason or the resolution
     * @param participants how many deliberated
     * @param account who recorded it
     */
    @Schema(name = "MatterStep")
    public record StepView(
            @Schema(enumeration = {"answered", "passed-up", "deliberated"})
            String event,

            ChainLevel level,
            @Nullable ChainLevel to,
            String text,
            @Nullable Integer participants,
            List<String> options,
            @Schema(examples = "branch-370102009001") String account,
            OffsetDateTime at) {

        static StepView of(Step step) {
            return new StepView(
                    step.happened(),
                    step.level(),
                    step.to(),
                    step.text(),
                    step.participants(),
                    step.options(),
                    step.account(),
                    MatterView.at(step.at()));
        }
    }
}
