package org.whistle.intake.matter.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.intake.report.web.TextChecks;

/** What a level sends, checked field by field. */
final class MatterBodies {

    private static final int MAX_TEXT = 2_000;
    private static final int MAX_OPTION = 200;
    private static final int MAX_OPTIONS = 16;
    /** What an event can tell of (contracts), and what no deliberation has. */
    private static final int FEWEST = 2;

    private static final int MOST = 1_000_000;

    private MatterBodies() {}

    /** How it was settled. */
    @Schema(name = "MatterAnswer")
    record AnswerBody(
            @Schema(required = true, maxLength = MAX_TEXT, examples = "已与物业商定，周五前清理楼道堆物。") @Nullable
            String answer) {

        AnswerBody {
            FieldProblems problems = new FieldProblems();
            TextChecks.required(problems, "answer", answer, MAX_TEXT, true);
            problems.throwIfAny();
        }
    }

    /** Why it is not settled here. */
    @Schema(name = "PassingUp")
    record PassingUpBody(
            @Schema(required = true, maxLength = MAX_TEXT, examples = "两次上门协调，双方未达成一致。") @Nullable
            String reason) {

        PassingUpBody {
            FieldProblems problems = new FieldProblems();
            TextChecks.required(problems, "reason", reason, MAX_TEXT, true);
            problems.throwIfAny();
        }
    }

    /** What the residents resolved. */
    @Schema(name = "Deliberation")
    record DeliberationBody(
            @Schema(required = true, description = "How many took part", examples = "23") @Nullable
            Integer participants,

            @Schema(maxItems = MAX_OPTIONS, description = "What was put to the choice") @Nullable
            List<@Nullable String> options,

            @Schema(required = true, maxLength = MAX_TEXT, examples = "同意在东门外增设非机动车停放区。") @Nullable
            String resolution,

            @Schema(required = true, description = "Whether it is to become a ticket of the street") @Nullable
            Boolean becomesTicket,

            @Schema(description = "ISO 8601 with offset; now when left out", examples = "2026-03-02T19:30:00+08:00")
            @Nullable
            String heldAt) {

        DeliberationBody {
            FieldProblems problems = new FieldProblems();
            if (participants == null) {
                problems.add("participants", "必须填写", "is required");
            } else if (participants < FEWEST || participants > MOST) {
                problems.add(
                        "participants",
                        "必须是 " + FEWEST + " 到 " + MOST + " 的整数",
                        "must be a whole number from " + FEWEST + " to " + MOST);
            }
            options(problems, options);
            TextChecks.required(problems, "resolution", resolution, MAX_TEXT, true);
            problems.addIf(becomesTicket == null, "becomesTicket", "必须填写", "is required");
            problems.throwIfAny();
        }

        private static void options(FieldProblems problems, @Nullable List<@Nullable String> options) {
            if (options == null) {
                return;
            }
            if (options.size() > MAX_OPTIONS) {
                problems.add("options", "最多 " + MAX_OPTIONS + " 项", "must not be more than " + MAX_OPTIONS);
                return;
            }
            for (int i = 0; i < options.size(); i++) {
                TextChecks.required(problems, "options[" + i + "]", options.get(i), MAX_OPTION, false);
            }
        }
    }
}
