package org.whistle.dispatch.ticket.web;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.contracts.Position;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.dispatch.policy.web.Texts;

/** What people below the street send, checked field by field. */
final class CallBodies {

    private static final int MAX_VENUE = 200;

    private CallBodies() {}

    /** Who is called where, when and why. */
    @Schema(name = "CallCommand")
    record CallBody(
            @Schema(examples = "residents", required = true, description = "branch or residents")
            Whistle.@Nullable Kind kind,

            @Schema(examples = "地下车库积水两天无人处理。", required = true) @Nullable
            String subject,

            @Schema(examples = "甸新社区一区地下车库入口", required = true) @Nullable
            String venue,

            @Schema(description = "the meeting point, WGS 84; the ticket's position without it")
            WhistleBodies.@Nullable PointBody position,

            @Schema(examples = "2026-03-02T19:30:00+08:00", required = true) @Nullable
            Instant meetAt,

            @Schema(description = "by when each must have checked in; without it nobody must") @Nullable
            Instant checkInBy,

            @Schema(examples = "[\"property\"]", required = true) @Nullable
            List<String> bodies,

            @Schema(examples = "物业多次答复未到场。", required = true) @Nullable
            String reason) {

        CallBody {
            FieldProblems problems = new FieldProblems();
            problems.addIf(kind == null, "kind", "必须填写", "is required");
            problems.addIf(
                    kind != null && kind != Whistle.Kind.BRANCH && kind != Whistle.Kind.RESIDENTS,
                    "kind",
                    "只能是 branch 或 residents",
                    "must be branch or residents");
            Texts.check(problems, "subject", subject, Bodies.MAX_REASON, true);
            Texts.check(problems, "venue", venue, MAX_VENUE, true);
            if (position != null) {
                position.check(problems);
            }
            problems.addIf(meetAt == null, "meetAt", "必须填写", "is required");
            problems.addIf(bodies == null || bodies.isEmpty(), "bodies", "至少填写一个", "must name one at least");
            Bodies.codes(problems, "bodies", bodies);
            Texts.check(problems, "reason", reason, Bodies.MAX_REASON, true);
            problems.throwIfAny();
            bodies = bodies == null ? List.of() : List.copyOf(bodies);
        }

        @Nullable
        Position point() {
            return position == null ? null : position.point();
        }
    }
}
