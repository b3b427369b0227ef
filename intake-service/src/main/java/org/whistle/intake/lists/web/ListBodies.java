package org.whistle.intake.lists.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.community.ListKind;
import org.whistle.intake.lists.Entry;
import org.whistle.intake.report.web.TextChecks;

/** What is sent about the lists, checked field by field. */
public final class ListBodies {

    private static final int MAX_TITLE = 100;
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_TAGS = 8;
    private static final int MAX_TAG = 20;
    private static final int MAX_CAPACITY = 1_000;

    private ListBodies() {}

    /** An entry, new or as it is to stand. */
    @Schema(name = "ListEntryBody")
    public record EntryBody(
            @Schema(description = "Which list; only of a new entry", examples = "resource") @Nullable
            ListKind list,

            @Schema(required = true, examples = "companionship") @Nullable
            HelpCategory category,

            @Schema(maxItems = MAX_TAGS, examples = "[\"老人\", \"周末\"]") @Nullable
            List<@Nullable String> tags,

            @Schema(
                    required = true,
                    description =
                            "Code of a place of 6, 9, 12 or 15 digits; needs and projects are a community's or grid's",
                    examples = "370102009001")
            @Nullable
            String area,

            @Schema(required = true, maxLength = MAX_TITLE, examples = "周末陪伴独居老人") @Nullable
            String title,

            @Schema(required = true, maxLength = MAX_TEXT, examples = "志愿者每周六上午可上门两小时") @Nullable
            String text,

            @Schema(description = "Of a resource: how many it serves at once, 1 to 1000; 1 when left out") @Nullable
            Integer capacity,

            @Schema(description = "From when it holds; at once when left out") @Nullable
            OffsetDateTime from,

            @Schema(description = "Until when it holds; no end when left out") @Nullable
            OffsetDateTime until) {

        public EntryBody {
            FieldProblems problems = new FieldProblems();
            problems.addIf(category == null, "category", "必须填写", "is required");
            ListBodies.tags(problems, tags);
            ListBodies.area(problems, area);
            TextChecks.required(problems, "title", title, MAX_TITLE, false);
            TextChecks.required(problems, "text", text, MAX_TEXT, true);
            problems.addIf(
                    capacity != null && (capacity < 1 || capacity > MAX_CAPACITY),
                    "capacity",
                    "必须是 1 到 " + MAX_CAPACITY + " 的整数",
                    "must be a whole number from 1 to " + MAX_CAPACITY);
            problems.addIf(
                    from != null && until != null && !until.isAfter(from), "until", "必须晚于开始时间", "must be after from");
            problems.throwIfAny();
        }

        /** What an entry of a list says, when it is said of that list. */
        Entry.Content content(ListKind of) {
            FieldProblems problems = new FieldProblems();
            problems.addIf(
                    of != ListKind.RESOURCE && Objects.requireNonNull(area).length() < 12,
                    "area",
                    "需求和项目须落到社区或网格（12 或 15 位）",
                    "must be a community's or grid's (12 or 15 digits) for needs and projects");
            problems.addIf(
                    of != ListKind.RESOURCE && capacity != null && capacity != 1,
                    "capacity",
                    "仅资源可填写容量",
                    "is for resources only");
            problems.throwIfAny();
            return new Entry.Content(
                    Objects.requireNonNull(category),
                    given(tags),
                    Objects.requireNonNull(area),
                    Objects.requireNonNull(title),
                    Objects.requireNonNull(text),
                    capacity == null ? 1 : capacity,
                    instant(from),
                    instant(until));
        }
    }

    /** Why an entry is taken off. */
    @Schema(name = "ListEntryRetirement")
    record RetirementBody(
            @Schema(maxLength = MAX_TEXT, examples = "活动已结束") @Nullable
            String reason) {

        RetirementBody {
            FieldProblems problems = new FieldProblems();
            TextChecks.optional(problems, "reason", reason, MAX_TEXT, true);
            problems.throwIfAny();
        }
    }

    /** Which resource meets the need. */
    @Schema(name = "MatchAcceptance")
    record MatchBody(@Schema(required = true) @Nullable UUID resourceId) {

        MatchBody {
            FieldProblems problems = new FieldProblems();
            problems.addIf(resourceId == null, "resourceId", "必须填写", "is required");
            problems.throwIfAny();
        }
    }

    /** Notes what is wrong with tags. */
    public static void tags(FieldProblems problems, @Nullable List<@Nullable String> tags) {
        if (tags == null) {
            return;
        }
        if (tags.size() > MAX_TAGS) {
            problems.add("tags", "最多 " + MAX_TAGS + " 个", "must not be more than " + MAX_TAGS);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tags.size(); i++) {
            TextChecks.required(problems, "tags[" + i + "]", tags.get(i), MAX_TAG, false);
            problems.addIf(tags.get(i) != null && !seen.add(tags.get(i)), "tags[" + i + "]", "重复", "is there twice");
        }
    }

    /** Notes what is wrong with a place's code. */
    public static void area(FieldProblems problems, @Nullable String area) {
        if (area == null) {
            problems.add("area", "必须填写", "is required");
        } else if (!AreaScope.isArea(area)) {
            problems.add("area", "必须是 6、9、12 或 15 位地区编码", "must be a place code of 6, 9, 12 or 15 digits");
        }
    }

    /** Tags as they were given; none when they were left out. */
    public static List<String> given(@Nullable List<@Nullable String> tags) {
        return tags == null
                ? List.of()
                : tags.stream().map(tag -> Objects.requireNonNull(tag).strip()).toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
