package org.whistle.department.inbox.web;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;

/** Bodies of the desk's commands; each refuses what breaks its bounds when it is made. */
final class Requests {

    private static final int MAX_TEXT = 2000;
    private static final int MAX_BASIS = 500;
    private static final int MAX_PHOTOS = 9;

    private Requests() {}

    /** Nothing needs to be said to accept. */
    @Schema(name = "Acceptance")
    record Acceptance() {}

    /** @param photos ids of photos uploaded before, at most 9 */
    @Schema(name = "ProgressNote")
    record ProgressNote(
            @Schema(required = true, minLength = 1, maxLength = MAX_TEXT, examples = "已围挡，新井盖在运输途中。")
            String note,

            @Nullable List<UUID> photos) {
        ProgressNote {
            FieldProblems problems = new FieldProblems();
            text(problems, "note", note, MAX_TEXT);
            photos = checked(problems, photos);
            problems.throwIfAny();
        }
    }

    /** @param photos ids of photos uploaded before, at most 9; how many are needed is the city's rule */
    @Schema(name = "Completion")
    record Completion(
            @Schema(required = true, minLength = 1, maxLength = MAX_TEXT, examples = "已更换球墨铸铁井盖并清理现场。")
            String result,

            @Nullable List<UUID> photos) {
        Completion {
            FieldProblems problems = new FieldProblems();
            text(problems, "result", result, MAX_TEXT);
            photos = checked(problems, photos);
            problems.throwIfAny();
        }
    }

    /**
     * @param legalBasis the rule that gives the matter to somebody else
     * @param photos ids of photos uploaded before, at most 9
     */
    @Schema(name = "ReturnRequest")
    record ReturnRequest(
            @Schema(required = true, minLength = 1, maxLength = MAX_TEXT, examples = "井盖属污水管线，非供水设施。")
            String reason,

            @Schema(required = true, minLength = 1, maxLength = MAX_BASIS, examples = "城镇排水与污水处理条例第三十九条")
            String legalBasis,

            @Nullable List<UUID> photos) {
        ReturnRequest {
            FieldProblems problems = new FieldProblems();
            text(problems, "reason", reason, MAX_TEXT);
            text(problems, "legalBasis", legalBasis, MAX_BASIS);
            photos = checked(problems, photos);
            problems.throwIfAny();
        }
    }

    /** @param photos ids of photos uploaded before, at most 9 */
    @Schema(name = "ExtensionRequest")
    record ExtensionRequest(
            @Schema(required = true, minLength = 1, maxLength = MAX_TEXT, examples = "管件需定制，预计三日后到货。")
            String reason,

            @Nullable List<UUID> photos) {
        ExtensionRequest {
            FieldProblems problems = new FieldProblems();
            text(problems, "reason", reason, MAX_TEXT);
            photos = checked(problems, photos);
            problems.throwIfAny();
        }
    }

    /**
     * @param until when it should go on, with offset
     * @param photos ids of photos uploaded before, at most 9
     */
    @Schema(name = "SuspensionRequest")
    record SuspensionRequest(
            @Schema(required = true, minLength = 1, maxLength = MAX_TEXT, examples = "道路整体改造，开挖须待改造完成。")
            String reason,

            @Schema(required = true, examples = "2026-09-01T09:00:00+08:00") @Nullable
            Instant until,

            @Nullable List<UUID> photos) {
        SuspensionRequest {
            FieldProblems problems = new FieldProblems();
            text(problems, "reason", reason, MAX_TEXT);
            problems.addIf(until == null, "until", "必须填写", "is required");
            photos = checked(problems, photos);
            problems.throwIfAny();
        }
    }

    /** Why a manager does not endorse a request. */
    @Schema(name = "RequestDecline")
    record Decline(
            @Schema(required = true, minLength = 1, maxLength = MAX_TEXT, examples = "可调用备件，无需延期。")
            String reason) {
        Decline {
            FieldProblems problems = new FieldProblems();
            text(problems, "reason", reason, MAX_TEXT);
            problems.throwIfAny();
        }
    }

    /** Where somebody checks in. */
    @Schema(name = "CheckIn")
    record CheckIn(@Schema(required = true) @Nullable StatedPosition position) {
        CheckIn {
            FieldProblems problems = new FieldProblems();
            StatedPosition.check(position, problems);
            problems.throwIfAny();
        }
    }

    /**
     * @param mine whether the asset is the department's own
     * @param basis what was looked at
     */
    @Schema(name = "OwnershipAnswer")
    record Ownership(
            @Schema(required = true, examples = "false") @Nullable
            Boolean mine,

            @Schema(required = true, minLength = 1, maxLength = MAX_TEXT, examples = "管网图上此处无本单位管线，井盖无本单位标识。")
            String basis) {
        Ownership {
            FieldProblems problems = new FieldProblems();
            problems.addIf(mine == null, "mine", "必须填写", "is required");
            text(problems, "basis", basis, MAX_TEXT);
            problems.throwIfAny();
        }
    }

    private static void text(FieldProblems problems, String field, @Nullable String text, int max) {
        problems.addIf(text == null || text.isBlank(), field, "必须填写", "is required")
                .addIf(
                        text != null && text.length() > max,
                        field,
                        "不能超过 " + max + " 个字符",
                        "must not be longer than " + max + " characters")
                .addIf(
                        text != null && text.indexOf('\0') >= 0,
                        field,
                        "含有非法字符",
                        "holds a character that is not allowed");
    }

    private static List<UUID> checked(FieldProblems problems, @Nullable List<@Nullable UUID> photos) {
        if (photos == null) {
            return List.of();
        }
        problems.addIf(
                        photos.size() > MAX_PHOTOS,
                        "photos",
                        "最多 " + MAX_PHOTOS + " 张",
                        "must not be more than " + MAX_PHOTOS)
                .addIf(photos.contains(null), "photos", "不能为空值", "must not hold null")
                .addIf(new HashSet<>(photos).size() < photos.size(), "photos", "不能重复", "must not repeat");
        return problems.isEmpty() ? List.copyOf(photos) : List.of();
    }
}
