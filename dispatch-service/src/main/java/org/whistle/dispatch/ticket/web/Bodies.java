package org.whistle.dispatch.ticket.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.contracts.Urgency;
import org.whistle.dispatch.policy.web.Texts;

/** What a dispatcher sends, checked field by field. */
final class Bodies {

    static final int MAX_REASON = 2000;
    static final int MAX_CODE = 64;
    private static final int MAX_COOPERATING = 16;

    private Bodies() {}

    /** A choice of bodies. */
    @Schema(name = "DispatchCommand")
    record DispatchBody(
            @Schema(examples = "water-supply", required = true) @Nullable
            String lead,

            @Schema(examples = "[\"water-affairs\"]") @Nullable
            List<String> cooperating,

            @Schema(description = "another urgency than the catalogue's") @Nullable
            Urgency urgency,

            @Schema(examples = "C0101", description = "needed when the report is not classified") @Nullable
            String type,

            @Schema(examples = "a") @Nullable String condition,

            @Schema(examples = "井盖上有供水标识。", required = true) @Nullable
            String reason) {

        DispatchBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "lead", lead, MAX_CODE, true);
            codes(problems, "cooperating", cooperating);
            Texts.check(problems, "type", type, 16, false);
            Texts.check(problems, "condition", condition, 4, false);
            problems.addIf(
                    (type == null) != (condition == null), "condition", "类型和条件须同时给出", "comes together with type");
            Texts.check(problems, "reason", reason, MAX_REASON, true);
            problems.throwIfAny();
            cooperating = cooperating == null ? List.of() : List.copyOf(cooperating);
        }
    }

    /** Where the matter belongs. */
    @Schema(name = "NonAcceptance")
    record NonAcceptanceBody(
            @Schema(examples = "人民法院", required = true) @Nullable
            String channel,

            @Schema(examples = "此事已进入诉讼，请向受理法院提出。", required = true) @Nullable
            String explanation) {

        NonAcceptanceBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "channel", channel, 128, true);
            Texts.check(problems, "explanation", explanation, MAX_REASON, true);
            problems.throwIfAny();
        }
    }

    /** Agreement with an objection. */
    @Schema(name = "ReturnApproval")
    record ApprovalBody(
            @Schema(examples = "现场核实为污水井盖。", required = true) @Nullable
            String reason,

            @Schema(
                    examples = "drainage",
                    description = "gets the ticket at once; without it the ticket goes to the queue")
            @Nullable
            String lead,

            @Nullable List<String> cooperating) {

        ApprovalBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "reason", reason, MAX_REASON, true);
            Texts.check(problems, "lead", lead, MAX_CODE, false);
            codes(problems, "cooperating", cooperating);
            problems.addIf(
                    lead == null && cooperating != null && !cooperating.isEmpty(),
                    "cooperating",
                    "没有牵头部门时不能指定协同部门",
                    "needs a lead");
            problems.throwIfAny();
            cooperating = cooperating == null ? List.of() : List.copyOf(cooperating);
        }
    }

    /** Refusal of an objection. */
    @Schema(name = "ReturnRefusal")
    record RefusalBody(
            @Schema(examples = "井盖上有供水标识。", required = true) @Nullable
            String reason) {

        RefusalBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "reason", reason, MAX_REASON, true);
            problems.throwIfAny();
        }
    }

    static void codes(FieldProblems problems, String field, @Nullable List<String> codes) {
        if (codes == null) {
            return;
        }
        problems.addIf(
                codes.size() > MAX_COOPERATING,
                field,
                "不能超过 " + MAX_COOPERATING + " 个",
                "must not have more than " + MAX_COOPERATING + " entries");
        for (int i = 0; i < codes.size(); i++) {
            Texts.check(problems, field + "[" + i + "]", codes.get(i), MAX_CODE, true);
        }
    }
}
