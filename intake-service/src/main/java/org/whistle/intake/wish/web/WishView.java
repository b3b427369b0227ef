package org.whistle.intake.wish.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.intake.Reporter;
import org.whistle.intake.grid.Gazetteer;
import org.whistle.intake.grid.web.PlaceView;
import org.whistle.intake.wish.store.StoredWish;
import org.whistle.intake.wish.store.WishStep;

/**
 * A wish.
 *
 * @param version what a change names in {@code If-Match}
 * @param own whether the caller posted it
 * @param departments bodies it is offered to; empty for everybody of its area
 * @param claimBy when it lapses; null while it cannot be claimed
 * @param department the body that claimed it; null for a volunteer
 * @param history what happened to it, oldest first; only when one wish is read
 */
@Schema(name = "Wish")
public record WishView(
        UUID id,

        @Schema(enumeration = {"posted", "dispatched", "claimed", "done", "thanked", "withdrawn", "lapsed"})
        String state,

        long version,
        HelpCategory category,
        List<String> tags,
        @Schema(examples = "370102009001") String area,
        @Nullable String areaName,
        String title,
        String text,
        boolean own,
        boolean onBehalf,
        Reporter.Kind posterKind,
        OffsetDateTime postedAt,
        List<String> departments,
        @Nullable OffsetDateTime claimBy,
        boolean claimed,
        @Nullable String department,
        @Nullable String departmentName,
        @Nullable UUID resourceId,
        OffsetDateTime changedAt,
        @Nullable List<StepView> history) {

    static WishView of(
            StoredWish wish,
            @Nullable List<WishStep> steps,
            String reader,
            boolean staff,
            Gazetteer gazetteer,
            Language language) {
        return new WishView(
                wish.id(),
                wish.state().word(),
                wish.version(),
                wish.category(),
                wish.tags(),
                wish.area(),
                PlaceView.text(gazetteer.nameOf(wish.area()), language),
                wish.title(),
                wish.text(),
                wish.postedBy().equals(reader),
                wish.onBehalf(),
                wish.poster().kind(),
                at(wish.postedAt()),
                wish.departments(),
                wish.claimBy() == null ? null : at(wish.claimBy()),
                wish.claimedBy() != null,
                wish.department(),
                wish.department() == null
                        ? null
                        : PlaceView.text(gazetteer.departmentName(wish.department()), language),
                wish.resourceId(),
                at(wish.changedAt()),
                steps == null
                        ? null
                        : steps.stream()
                                .map(step -> StepView.of(
                                        step, staff || step.account().equals(reader)))
                                .toList());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(Params.ZONE).toOffsetDateTime();
    }

    /**
     * What happened to a wish.
     *
     * @param account who did it; only for staff of its area, and one's own
     */
    @Schema(name = "WishStep")
    public record StepView(
            @Schema(
                    enumeration = {
                        "posted",
                        "dispatched",
                        "claimed",
                        "released",
                        "done",
                        "thanked",
                        "withdrawn",
                        "lapsed"
                    })
            String event,

            @Nullable String note,
            @Nullable String satisfaction,
            List<String> departments,
            @Nullable String account,
            @Nullable String department,
            OffsetDateTime at) {

        static StepView of(WishStep step, boolean named) {
            return new StepView(
                    step.happened(),
                    step.note(),
                    step.satisfaction(),
                    step.departments(),
                    named ? step.account() : null,
                    step.department(),
                    WishView.at(step.at()));
        }
    }
}
