package org.whistle.intake.lists.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.Caller;
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
 * @param own whether the caller listed it
 * @param listedBy the account that listed it; staff are told, and everybody of their own
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
        boolean own,
        @Nullable String listedBy,
        OffsetDateTime listedAt,
        OffsetDateTime changedAt,
        @Nullable List<StepView> history) {

    /**
     * Who reads.
     *
     * @param staff whether they act for the city: neighbours are not told each other's accounts
     */
    public record Reader(String account, boolean staff) {

        /** The reader behind a request. */
        public static Reader of(Caller caller) {
            return new Reader(caller.account(), caller.isStaff());
        }

        @Nullable
        String told(String account) {
            return staff || account.equals(this.account) ? account : null;
        }
    }

    static EntryView of(
            StoredEntry row, @Nullable List<ListStep> steps, Reader reader, Gazetteer gazetteer, Language language) {
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
                entry.listedBy().equals(reader.account()),
                reader.told(entry.listedBy()),
                row.listedAt().atZone(Params.ZONE).toOffsetDateTime(),
                row.changedAt().atZone(Params.ZONE).toOffsetDateTime(),
                steps == null
                        ? null
                        : steps.stream().map(step -> StepView.of(step, reader)).toList());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(Params.ZONE).toOffsetDateTime();
    }

    /**
     * What happened to an entry.
     *
     * @param other the other entry of a match
     * @param account who did it; staff are told, and everybody of their own
     */
    @Schema(name = "ListStep")
    public record StepView(
            @Schema(enumeration = {"listed", "changed", "matched", "retired"})
            String event,

            @Nullable String note,
            @Nullable UUID other,
            @Nullable Integer score,
            @Nullable String account,
            @Nullable String department,
            OffsetDateTime at) {

        static StepView of(ListStep step, Reader reader) {
            return new StepView(
                    step.happened(),
                    step.note(),
                    step.other(),
                    step.score(),
                    reader.told(step.account()),
                    step.department(),
                    step.at().atZone(Params.ZONE).toOffsetDateTime());
        }
    }
}
