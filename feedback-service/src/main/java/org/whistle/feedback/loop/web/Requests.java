package org.whistle.feedback.loop.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.Party;

/** The bodies of the commands, and what of them is checked before anybody decides. */
public final class Requests {

    private static final int MAX_TEXT = 2000;
    private static final int MAX_PHOTOS = 9;

    private Requests() {}

    /** A verification on site. */
    @Schema(name = "VerificationRequest")
    public record Verification(
            @Schema(examples = "fixed") @Nullable Result outcome,

            @Schema(
                    description = "What was found; required when not fixed",
                    examples = "井盖已更换，周边清理干净",
                    maxLength = 2000)
            @Nullable
            String note,

            @Schema(description = "Where the verifier stood") @Nullable
            PositionInput position,

            @Schema(description = "Ids of photos uploaded before, at most 9") @Nullable
            List<UUID> photos,

            @Schema(description = "The assignment to send back; the lead's when absent") @Nullable
            UUID assignmentId) {

        LoopCommand toCommand(Party by, Instant at) {
            FieldProblems problems = new FieldProblems();
            problems.addIf(outcome == null, "outcome", "必须是 fixed 或 not-fixed", "must be fixed or not-fixed");
            text(problems, "note", note);
            PositionInput.check(position, problems);
            problems.addIf(photos != null && photos.size() > MAX_PHOTOS, "photos", "最多 9 张", "must not be more than 9");
            problems.addIf(
                    photos != null && photos.stream().anyMatch(photo -> photo == null),
                    "photos",
                    "不能有空值",
                    "must not hold null");
            problems.addIf(
                    outcome == Result.FIXED && assignmentId != null,
                    "assignmentId",
                    "只有未修复时才能指定",
                    "only goes with not-fixed");
            problems.throwIfAny();
            return new LoopCommand.Verify(
                    outcome == Result.FIXED,
                    note,
                    position.toWgs84(),
                    photos == null ? List.of() : photos.stream().distinct().toList(),
                    assignmentId,
                    by,
                    at);
        }
    }

    /** What the verifier saw. */
    public enum Result {
        @JsonProperty("fixed")
        FIXED,
        @JsonProperty("not-fixed")
        NOT_FIXED
    }

    /** A call-back. */
    @Schema(name = "CallbackRequest")
    public record Callback(
            @Schema(examples = "phone") ReporterAnswered.@Nullable Channel channel,

            @Schema(description = "Whether the reporter was reached; true when absent", examples = "true") @Nullable
            Boolean contacted,

            @Schema(description = "Required when reached", examples = "true") @Nullable
            Boolean solved,

            @Schema(description = "Required when reached", examples = "satisfied")
            ReporterAnswered.@Nullable Satisfaction satisfaction,

            @Schema(examples = "处理很快，谢谢", maxLength = 2000) @Nullable
            String comment) {

        LoopCommand toCommand(Party by, Instant at) {
            boolean reached = !Boolean.FALSE.equals(contacted);
            FieldProblems problems = new FieldProblems();
            problems.addIf(channel == null, "channel", "必须是 phone、sms、web 或 visit", "must be phone, sms, web or visit");
            problems.addIf(reached && solved == null, "solved", "接通时必须提供", "is required when the reporter was reached");
            problems.addIf(
                    reached && satisfaction == null,
                    "satisfaction",
                    "接通时必须是 satisfied、fair 或 unsatisfied",
                    "must be satisfied, fair or unsatisfied when the reporter was reached");
            problems.addIf(!reached && solved != null, "solved", "未接通时不能提供", "has no place when nobody was reached");
            problems.addIf(
                    !reached && satisfaction != null,
                    "satisfaction",
                    "未接通时不能提供",
                    "has no place when nobody was reached");
            text(problems, "comment", comment);
            problems.throwIfAny();
            return reached
                    ? new LoopCommand.TakeAnswer(channel, solved, satisfaction, comment, by, at)
                    : new LoopCommand.NoteAttempt(channel, by, at);
        }
    }

    /** Closing without an answer. */
    @Schema(name = "ClosingRequest")
    public record Closing(
            @Schema(examples = "三次电话未接通，现场已修复", maxLength = 2000) @Nullable
            String reason) {

        LoopCommand toCommand(Party by, Instant at) {
            FieldProblems problems = new FieldProblems();
            problems.addIf(reason == null || reason.isBlank(), "reason", "必须说明原因", "is required");
            text(problems, "reason", reason);
            problems.throwIfAny();
            return new LoopCommand.CloseUnreachable(reason, by, at);
        }
    }

    private static void text(FieldProblems problems, String field, @Nullable String value) {
        problems.addIf(
                value != null && value.length() > MAX_TEXT,
                field,
                "不能超过 2000 个字符",
                "must not be longer than 2000 characters");
        problems.addIf(value != null && value.indexOf('\0') >= 0, field, "不能含有空字符", "must not hold a NUL character");
    }
}
