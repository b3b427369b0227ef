package org.whistle.feedback.appeal.web;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.contracts.Actor;
import org.whistle.feedback.appeal.AppealCommand;
import org.whistle.feedback.appeal.Judge;

/** The bodies of the commands, and what of them is checked before anybody decides. */
final class AppealRequests {

    private static final int MAX_TEXT = 2000;

    private AppealRequests() {}

    /** An appeal. */
    @Schema(name = "AppealRequest")
    public record Filing(
            @Schema(description = "The assignment that was overdue") @Nullable
            UUID assignmentId,

            @Schema(examples = "等待专业设备入场，非本单位原因", maxLength = 2000) @Nullable
            String reason) {

        AppealCommand.File toCommand(UUID appealId, Actor by, Instant at) {
            FieldProblems problems = new FieldProblems();
            problems.addIf(assignmentId == null, "assignmentId", "必须指明超期的任务", "is required");
            checkReason(problems, reason);
            problems.throwIfAny();
            return new AppealCommand.File(appealId, assignmentId, reason, by, at);
        }
    }

    /** On to the district. */
    @Schema(name = "SecondLevelRequest")
    public record SecondLevel(
            @Schema(examples = "补充设备租赁合同，请区级复核", maxLength = 2000) @Nullable
            String reason) {

        AppealCommand toCommand(Actor by, Instant at) {
            FieldProblems problems = new FieldProblems();
            checkReason(problems, reason);
            problems.throwIfAny();
            return new AppealCommand.GoOn(reason, by, at);
        }
    }

    /** A level's decision. */
    @Schema(name = "AppealDecisionRequest")
    public record Verdict(
            @Schema(description = "Whether the statistics are excused", examples = "true") @Nullable
            Boolean excused,

            @Schema(examples = "情况属实，不计入考核", maxLength = 2000) @Nullable
            String reason) {

        AppealCommand toCommand(Judge by, Instant at) {
            FieldProblems problems = new FieldProblems();
            problems.addIf(excused == null, "excused", "必须是 true 或 false", "must be true or false");
            checkReason(problems, reason);
            problems.throwIfAny();
            return new AppealCommand.Decide(excused, reason, by, at);
        }
    }

    private static void checkReason(FieldProblems problems, @Nullable String value) {
        problems.addIf(value == null || value.isBlank(), "reason", "必须说明理由", "is required");
        problems.addIf(
                value != null && value.length() > MAX_TEXT,
                "reason",
                "不能超过 2000 个字符",
                "must not be longer than 2000 characters");
        problems.addIf(value != null && value.indexOf('\0') >= 0, "reason", "不能含有空字符", "must not hold a NUL character");
    }
}
