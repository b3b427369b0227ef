package org.whistle.intake.lists.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.community.ListKind;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.web.PlaceView;
import org.whistle.intake.lists.Entry;
import org.whistle.intake.lists.store.ListStep;
import org.whistle.intake.lists.store.StoredEntry;

/**
 * An entry of a list.
 *
 * @param version what a change names in {@code If-Match}
 * @param department the body whose entry it is
 * @param free how many more it can serve
 * @param needId the need a project came of
 * @param history what happened to it, oldest first; only when one entry is read
 */
@Schema(name = "ListEntry")
public record EntryView(
        UUID id,
        ListKind list,

        @Schema(enumeration = {"open", "met", "retired"}) String state,

        long version,
        HelpCategory category,
        List<String> tags,
        @Schema(examples = "370102009001") String area,
        @Nullable String areaName,
        String title,
        String text,
        @Nullable String department,
        @Nullable String departmentName,
        int capacity,
        int free,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime until,
        @Nullable UUID needId,
        @Nullable UUID resourceId,
        OffsetDateTime listedAt,
        OffsetDateTime changedAt,
        @Nullable List<StepView> history) {

    static EntryView of(StoredEntry row, @Nullable List<ListStep> steps, Gazetteer gazetteer, Language language) {
        Entry entry = row.entry();
        Entry.Content content = entry.content();
        return new EntryView(
                entry.id(),
                entry.list(),
                entry.state().name().toLowerCase(Locale.ROOT),
                row.version(),
                content.category(),
                content.tags(),
                content.area(),
                PlaceView.text(gazetteer.nameOf(content.area()), language),
                content.title(),
                content.text(),
                entry.department(),
                entry.department() == null
                        ? null
                        : PlaceView.text(gazetteer.departmentName(entry.department()), language),
                content.capacity(),
                Math.max(0, entry.free()),
                at(content.from()),
                at(content.until()),
                row.needId(),
                row.resourceId(),
                row.listedAt().atZone(Params.ZONE).toOffsetDateTime(),
                row.changedAt().atZone(Params.ZONE).toOffsetDateTime(),
                steps == null ? null : steps.stream().map(StepView::of).toList());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(Params.ZONE).toOffsetDateTime();
    }

    /**
     * What happened to an entry.
     *
     * @param other the other entry of a match
     */
    @Schema(name = "ListStep")
    public record StepView(
            @Schema(enumeration = {"listed", "changed", "matched", "retired"})
            String event,

            @Nullable String note,
            @Nullable UUID other,
            @Nullable Integer score,
            String account,
            @Nullable String department,
            OffsetDateTime at) {

        static StepView of(ListStep step) {
            return new StepView(
                    step.happened(),
                    step.note(),
                    step.other(),
                    step.score(),
                    step.account(),
                    step.department(),
                    step.at().atZone(Params.ZONE).toOffsetDateTime());
        }
    }
}
