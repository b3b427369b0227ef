package org.whistle.dispatch.draft.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.dispatch.policy.web.Texts;
import org.whistle.district.Label;
import org.whistle.district.RoutingRule;

/** What an administrator sends about drafts, checked field by field; codes are checked with the whole district. */
final class DraftBodies {

    private static final int MAX_TITLE = 200;
    private static final int MAX_REASON = 2000;
    private static final int MAX_CODE = 64;
    private static final int MAX_COOPERATING = 16;
    private static final int MAX_PRIORITY = 1000;
    private static final int DEFAULT_PRIORITY = 20;

    private DraftBodies() {}

    /** A new draft. */
    @Schema(name = "PolicyDraftBegin")
    record BeginBody(
            @Schema(examples = "2027 年起路灯归照明中心", required = true) @Nullable
            String title) {

        BeginBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "title", title, MAX_TITLE, true);
            problems.throwIfAny();
        }
    }

    /** A rule. */
    @Schema(name = "RuleBody")
    record RuleBody(
            @Schema(examples = "R-C0105-370102009", required = true) @Nullable
            String id,

            @Schema(examples = "C0105", required = true) @Nullable
            String type,

            @Schema(examples = "a", description = "without it every condition") @Nullable
            String condition,

            @Schema(examples = "370102009", description = "without it everywhere") @Nullable
            String place,

            @Schema(examples = "power", description = "a department's code, * for any registered owner") @Nullable
            String assetOwner,

            @Schema(examples = "power", required = true) @Nullable
            String lead,

            @Nullable List<String> cooperating,
            @Nullable Boolean joint,

            @Schema(examples = "20", description = "0 to 1000; of the rules that match the highest counts") @Nullable
            Integer priority,

            @Schema(examples = "路灯由供电公司维护", required = true) @Nullable
            String noteZh,

            @Nullable String noteEn) {

        RuleBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "id", id, MAX_CODE, true);
            Texts.check(problems, "type", type, 16, true);
            Texts.check(problems, "lead", lead, MAX_CODE, true);
            Texts.check(problems, "noteZh", noteZh, 500, true);
            problems.addIf(
                    priority != null && (priority < 0 || priority > MAX_PRIORITY),
                    "priority",
                    "必须是 0 到 1000 的整数",
                    "must be a whole number from 0 to 1000");
            problems.addIf(
                    cooperating != null && cooperating.size() > MAX_COOPERATING,
                    "cooperating",
                    "不能超过 16 个",
                    "must not have more than 16 entries");
            problems.throwIfAny();
            cooperating = cooperating == null ? List.of() : List.copyOf(cooperating);
        }

        RoutingRule toRule() {
            String zh = String.valueOf(noteZh);
            return new RoutingRule(
                    String.valueOf(id),
                    String.valueOf(type),
                    condition,
                    place,
                    assetOwner,
                    String.valueOf(lead),
                    cooperating == null ? List.of() : cooperating,
                    joint != null && joint,
                    priority == null ? DEFAULT_PRIORITY : priority,
                    new Label(zh, noteEn == null || noteEn.isBlank() ? zh : noteEn));
        }
    }

    /** Putting in force. */
    @Schema(name = "PolicyDraftActivation")
    record ActivationBody(
            @Schema(examples = "区城管委会议纪要〔2026〕12号", required = true) @Nullable
            String reason,

            @Schema(examples = "2027-01-01T00:00:00+08:00", description = "without it at once") @Nullable
            OffsetDateTime effectiveFrom) {

        ActivationBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "reason", reason, MAX_REASON, true);
            problems.throwIfAny();
        }

        @Nullable
        Instant from() {
            return effectiveFrom == null ? null : effectiveFrom.toInstant();
        }
    }

    /** Words why. */
    @Schema(name = "DraftReason")
    record ReasonBody(
            @Schema(examples = "不再需要", required = true) @Nullable
            String reason) {

        ReasonBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "reason", reason, MAX_REASON, true);
            problems.throwIfAny();
        }
    }

    /** A dispatcher's words to a proposal. */
    @Schema(name = "RuleProposalBody")
    record ProposalBody(
            @Schema(examples = "本街道路灯均由供电公司维护", required = true) @Nullable
            String note) {

        ProposalBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "note", note, 500, true);
            problems.throwIfAny();
        }
    }

    /** Where a proposal goes. */
    @Schema(name = "RuleProposalAdoption")
    record AdoptionBody(
            @Schema(required = true) @Nullable UUID draftId,

            @Schema(examples = "R-C0105-370102009", required = true) @Nullable
            String ruleId) {

        AdoptionBody {
            FieldProblems problems = new FieldProblems();
            problems.addIf(draftId == null, "draftId", "必须填写", "is required");
            Texts.check(problems, "ruleId", ruleId, MAX_CODE, true);
            problems.throwIfAny();
        }
    }
}
