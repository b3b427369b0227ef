package org.whistle.feedback.tracking.web;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.feedback.loop.LoopCommand;
import org.whistle.feedback.loop.Party;
import org.whistle.feedback.tracking.Stars;

/**
 * The reporter's own word.
 *
 * @param stars 1 to 5; counted as satisfied (4, 5), fair (3) or unsatisfied (1, 2)
 */
@Schema(name = "TrackingRating")
public record RatingRequest(
        @Schema(description = "Whether it is solved", examples = "true") @Nullable
        Boolean solved,

        @Schema(minimum = "1", maximum = "5", examples = "5") @Nullable
        Integer stars,

        @Schema(maxLength = 500, examples = "处理很快，谢谢") @Nullable
        String comment) {

    private static final int MAX_COMMENT = 500;

    /** Whoever has a code has no account; this stands where events name one. */
    private static final Party REPORTER = new Party("reporter", null, false);

    LoopCommand.TakeAnswer toCommand(Instant at) {
        FieldProblems problems = new FieldProblems()
                .addIf(solved == null, "solved", "必须说明是否已解决", "is required")
                .addIf(
                        stars == null || stars < Stars.FEWEST || stars > Stars.MOST,
                        "stars",
                        "必须是 1 到 5",
                        "must be 1 to 5")
                .addIf(
                        comment != null && comment.codePointCount(0, comment.length()) > MAX_COMMENT,
                        "comment",
                        "不能超过 500 个字",
                        "must not be longer than 500 characters")
                .addIf(
                        comment != null && comment.indexOf('\0') >= 0,
                        "comment",
                        "不能含有空字符",
                        "must not hold a NUL character");
        problems.throwIfAny();
        return new LoopCommand.TakeAnswer(
                ReporterAnswered.Channel.WEB,
                solved,
                Stars.satisfaction(stars),
                comment == null || comment.isBlank() ? null : comment.strip(),
                REPORTER,
                at);
    }
}
