package org.whistle.dispatch.ticket.web;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.dispatch.policy.web.Texts;

/** What a dispatcher sends about requests and consultations, checked field by field. */
final class ProceedingsBodies {

    private static final int FEWEST_SIDES = 2;

    private ProceedingsBodies() {}

    /** Why it is decided so. */
    @Schema(name = "RequestDecision")
    record ReasonBody(
            @Schema(examples = "备件周三到货，同意。", required = true) @Nullable
            String reason) {

        ReasonBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "reason", reason, Bodies.MAX_REASON, true);
            problems.throwIfAny();
        }
    }

    /** Who is heard about what, where and when. */
    @Schema(name = "ConsultationCall")
    record ConsultationBody(
            @Schema(examples = "[\"water-supply\", \"drainage\"]", required = true) @Nullable
            List<String> departments,

            @Schema(examples = "井盖归属：供水还是排水", required = true) @Nullable
            String subject,

            @Schema(examples = "街道办事处二楼会议室", required = true) @Nullable
            String venue,

            @Schema(examples = "2026-03-03T14:30:00+08:00", required = true) @Nullable
            Instant meetAt) {

        ConsultationBody {
            FieldProblems problems = new FieldProblems();
            problems.addIf(
                    departments == null || departments.size() < FEWEST_SIDES,
                    "departments",
                    "至少须有 " + FEWEST_SIDES + " 个部门",
                    "must have at least " + FEWEST_SIDES + " entries");
            Bodies.codes(problems, "departments", departments);
            Texts.check(problems, "subject", subject, 2000, true);
            Texts.check(problems, "venue", venue, 200, true);
            problems.addIf(meetAt == null, "meetAt", "必须填写", "is required");
            problems.throwIfAny();
        }
    }

    /** What the consultation decided. */
    @Schema(name = "ConsultationConclusion")
    record ConclusionBody(
            @Schema(examples = "经会商，井盖由排水中心维护。", required = true) @Nullable
            String minutes,

            @Schema(examples = "《城镇排水与污水处理条例》第四十条") @Nullable
            String legalBasis,

            @Schema(examples = "drainage", required = true) @Nullable
            String lead,

            @Schema(examples = "[\"urban-management\"]") @Nullable
            List<String> cooperating) {

        ConclusionBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "minutes", minutes, 4000, true);
            Texts.check(problems, "legalBasis", legalBasis, 500, false);
            Texts.check(problems, "lead", lead, Bodies.MAX_CODE, true);
            Bodies.codes(problems, "cooperating", cooperating);
            problems.throwIfAny();
            cooperating = cooperating == null ? List.of() : List.copyOf(cooperating);
        }
    }
}
