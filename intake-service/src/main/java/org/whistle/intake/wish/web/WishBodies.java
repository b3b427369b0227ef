package org.whistle.intake.wish.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.contracts.community.HelpCategory;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.intake.lists.web.ListBodies;
import org.whistle.intake.report.web.TextChecks;

/** What is sent about wishes, checked field by field. */
final class WishBodies {

    private static final int MAX_TITLE = 100;
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_NAME = 64;
    private static final int MAX_DEPARTMENTS = 16;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{3,28}[0-9]");

    private WishBodies() {}

    /** Whom to visit; kept encrypted. */
    @Schema(name = "WishContact")
    record ContactBody(
            @Schema(maxLength = MAX_NAME, examples = "王奶奶") @Nullable
            String name,

            @Schema(examples = "138 0000 1234") @Nullable String phone) {}

    /** A new wish. */
    @Schema(name = "NewWish")
    record WishBody(
            @Schema(required = true, examples = "companionship") @Nullable
            HelpCategory category,

            @Schema(maxItems = 8, examples = "[\"老人\", \"周末\"]") @Nullable
            List<@Nullable String> tags,

            @Schema(required = true, description = "Code of a community or grid", examples = "370102009001") @Nullable
            String area,

            @Schema(required = true, maxLength = MAX_TITLE, examples = "希望有人周末陪我去公园走走") @Nullable
            String title,

            @Schema(required = true, maxLength = MAX_TEXT, examples = "腿脚不便，一个人不敢出门。") @Nullable
            String text,

            @Nullable ContactBody contact) {

        WishBody {
            FieldProblems problems = new FieldProblems();
            problems.addIf(category == null, "category", "必须填写", "is required");
            ListBodies.tags(problems, tags);
            ListBodies.area(problems, area);
            problems.addIf(
                    area != null && area.length() < 12, "area", "须是社区或网格（12 或 15 位）", "must be a community or grid");
            TextChecks.required(problems, "title", title, MAX_TITLE, false);
            TextChecks.required(problems, "text", text, MAX_TEXT, true);
            if (contact != null) {
                TextChecks.optional(problems, "contact.name", contact.name(), MAX_NAME, false);
                problems.addIf(
                        contact.phone() != null
                                && !PHONE.matcher(contact.phone()).matches(),
                        "contact.phone",
                        "应为 5 到 20 位数字，可有空格、连字符和开头的 +",
                        "must be 5 to 20 digits, with blanks, hyphens and a leading + if you like");
                problems.addIf(
                        contact.name() == null && contact.phone() == null,
                        "contact",
                        "姓名和电话至少填一项",
                        "needs a name or a phone");
            }
            problems.throwIfAny();
        }
    }

    /** Whom a wish is offered to. */
    @Schema(name = "WishDispatch")
    record DispatchBody(
            @Schema(
                    maxItems = MAX_DEPARTMENTS,
                    description = "Codes of bodies; left out, everybody of its area may claim it",
                    examples = "[\"civil-affairs\"]")
            @Nullable
            List<@Nullable String> departments) {

        DispatchBody {
            FieldProblems problems = new FieldProblems();
            List<@Nullable String> given = departments == null ? List.of() : departments;
            problems.addIf(
                    given.size() > MAX_DEPARTMENTS,
                    "departments",
                    "最多 " + MAX_DEPARTMENTS + " 个",
                    "must not be more than " + MAX_DEPARTMENTS);
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < Math.min(given.size(), MAX_DEPARTMENTS); i++) {
                String code = given.get(i);
                TextChecks.required(problems, "departments[" + i + "]", code, 64, false);
                problems.addIf(code != null && !seen.add(code), "departments[" + i + "]", "重复", "is there twice");
            }
            problems.throwIfAny();
        }
    }

    /** What a wish is claimed with. */
    @Schema(name = "WishClaim")
    record ClaimBody(
            @Schema(description = "Entry of the list of resources that meets it; an accepted match") @Nullable
            UUID resourceId) {}

    /** How a wish was fulfilled. */
    @Schema(name = "WishCompletion")
    record CompletionBody(
            @Schema(required = true, maxLength = MAX_TEXT, examples = "周六陪老人在千佛山公园走了两小时。") @Nullable
            String result) {

        CompletionBody {
            FieldProblems problems = new FieldProblems();
            TextChecks.required(problems, "result", result, MAX_TEXT, true);
            problems.throwIfAny();
        }
    }

    /** Thanks. */
    @Schema(name = "WishThanks")
    record ThanksBody(
            @Schema(required = true, examples = "satisfied") @Nullable
            Satisfaction satisfaction,

            @Schema(maxLength = MAX_TEXT, examples = "谢谢你们，我很开心。") @Nullable
            String words) {

        ThanksBody {
            FieldProblems problems = new FieldProblems();
            problems.addIf(satisfaction == null, "satisfaction", "必须填写", "is required");
            TextChecks.optional(problems, "words", words, MAX_TEXT, true);
            problems.throwIfAny();
        }
    }

    /** Why. */
    @Schema(name = "WishReason")
    record ReasonBody(
            @Schema(required = true, maxLength = MAX_TEXT, examples = "已由子女解决") @Nullable
            String reason) {

        ReasonBody {
            FieldProblems problems = new FieldProblems();
            TextChecks.required(problems, "reason", reason, MAX_TEXT, true);
            problems.throwIfAny();
        }
    }
}
