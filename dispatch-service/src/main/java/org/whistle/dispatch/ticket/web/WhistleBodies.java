package org.whistle.dispatch.ticket.web;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.contracts.Position;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.dispatch.policy.web.Texts;
import org.whistle.district.Coordinates;

/** What a dispatcher sends about whistles, checked field by field. */
final class WhistleBodies {

    private static final int MAX_VENUE = 200;
    private static final int MAX_COMMENT = 500;
    private static final String ASSET_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private WhistleBodies() {}

    /** Who is called where, when and why. */
    @Schema(name = "WhistleCommand")
    record WhistleBody(
            @Schema(
                    examples = "emergency",
                    required = true,
                    description = "enforcement, daily, emergency, branch or residents")
            Whistle.@Nullable Kind kind,

            @Schema(examples = "燃气管道被挖断，需现场处置。", required = true) @Nullable
            String subject,

            @Schema(examples = "甸柳新村一区3号楼北侧路口", required = true) @Nullable
            String venue,

            @Schema(description = "the meeting point, WGS 84; the ticket's position without it") @Nullable
            PointBody position,

            @Schema(examples = "2026-03-02T09:30:00+08:00", required = true) @Nullable
            Instant meetAt,

            @Schema(
                    examples = "2026-03-02T10:00:00+08:00",
                    description = "by when each must have checked in; for an emergency the policy says it")
            @Nullable
            Instant checkInBy,

            @Schema(examples = "emergency", required = true) @Nullable
            String lead,

            @Schema(examples = "[\"gas\", \"fire\"]", required = true) @Nullable
            List<String> invitees,

            @Schema(examples = "C0111", description = "needed when the report is not classified") @Nullable
            String type,

            @Schema(examples = "a") @Nullable String condition,

            @Schema(examples = "涉及多个部门，须同时到场。", required = true) @Nullable
            String reason) {

        WhistleBody {
            FieldProblems problems = new FieldProblems();
            problems.addIf(kind == null, "kind", "必须填写", "is required");
            problems.addIf(
                    kind == Whistle.Kind.IDENTIFICATION,
                    "kind",
                    "认领哨请用“认领”接口",
                    "is not blown here; use the ticket's identification");
            Texts.check(problems, "subject", subject, Bodies.MAX_REASON, true);
            Texts.check(problems, "venue", venue, MAX_VENUE, true);
            if (position != null) {
                position.check(problems);
            }
            problems.addIf(meetAt == null, "meetAt", "必须填写", "is required");
            Texts.check(problems, "lead", lead, Bodies.MAX_CODE, true);
            Bodies.codes(problems, "invitees", invitees);
            classification(problems, type, condition);
            Texts.check(problems, "reason", reason, Bodies.MAX_REASON, true);
            problems.throwIfAny();
            invitees = invitees == null ? List.of() : List.copyOf(invitees);
        }

        @Nullable
        Position point() {
            return position == null ? null : position.point();
        }
    }

    /** A point, WGS 84, degrees. */
    @Schema(name = "MeetingPoint")
    record PointBody(
            @Schema(examples = "117.06", required = true) @Nullable
            Double longitude,

            @Schema(examples = "36.66", required = true) @Nullable
            Double latitude) {

        void check(FieldProblems problems) {
            problems.addIf(
                    longitude == null || latitude == null || !Coordinates.isPosition(longitude, latitude),
                    "position",
                    "须为经度（−180 到 180）和纬度（−90 到 90）",
                    "must be a longitude from −180 to 180 and a latitude from −90 to 90");
        }

        @Nullable
        Position point() {
            return longitude == null || latitude == null ? null : new Position(longitude, latitude);
        }
    }

    /** Whom to ask whose an asset is. */
    @Schema(name = "IdentificationCommand")
    record IdentificationBody(
            @Schema(examples = "井盖标识不清，无法辨认权属。", required = true) @Nullable
            String subject,

            @Schema(examples = "甸柳新村一区3号楼北侧路口", required = true) @Nullable
            String venue,

            @Schema(
                    examples = "[\"water-supply\", \"drainage\", \"power\"]",
                    description = "who is asked; without it, whom the district's catalogue names")
            @Nullable
            List<String> candidates,

            @Schema(
                    examples = "[\"street\", \"law-enforcement\"]",
                    description =
                            "who makes it safe, the first of them leads; without it, whom the district's catalogue"
                                    + " names")
            @Nullable
            List<String> makeSafe,

            @Schema(examples = "C0123", description = "needed when the report is not classified") @Nullable
            String type,

            @Schema(examples = "a") @Nullable String condition,

            @Schema(examples = "标识不清，登记簿中查不到。", required = true) @Nullable
            String reason) {

        IdentificationBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "subject", subject, Bodies.MAX_REASON, true);
            Texts.check(problems, "venue", venue, MAX_VENUE, true);
            Bodies.codes(problems, "candidates", candidates);
            Bodies.codes(problems, "makeSafe", makeSafe);
            classification(problems, type, condition);
            Texts.check(problems, "reason", reason, Bodies.MAX_REASON, true);
            problems.throwIfAny();
            candidates = candidates == null ? List.of() : List.copyOf(candidates);
            makeSafe = makeSafe == null ? List.of() : List.copyOf(makeSafe);
        }
    }

    /** The street's rating of a part. */
    @Schema(name = "LegRating")
    record RatingBody(
            @Schema(examples = "satisfied", required = true, description = "satisfied, fair or unsatisfied") @Nullable
            Satisfaction rating,

            @Schema(examples = "到场及时，配合到位。") @Nullable String comment) {

        RatingBody {
            FieldProblems problems = new FieldProblems();
            problems.addIf(rating == null, "rating", "必须填写", "is required");
            Texts.check(problems, "comment", comment, MAX_COMMENT, false);
            problems.throwIfAny();
        }
    }

    /** Who owns the asset from now on. */
    @Schema(name = "AssetOwner")
    record AssetOwnerBody(
            @Schema(examples = "drainage", required = true) @Nullable
            String department,

            @Schema(examples = "经区里确定，由排水公司负责养护。", required = true) @Nullable
            String reason,

            @Schema(
                    examples = "370102009-C0123-0007",
                    description = "the asset's number; without it the report's, or one made of the ticket's number")
            @Nullable
            String assetId) {

        AssetOwnerBody {
            FieldProblems problems = new FieldProblems();
            Texts.check(problems, "department", department, Bodies.MAX_CODE, true);
            Texts.check(problems, "reason", reason, Bodies.MAX_REASON, true);
            problems.addIf(
                    assetId != null && !assetId.matches(ASSET_ID),
                    "assetId",
                    "须为 1 到 64 个字母、数字、点、横线或下划线",
                    "must be 1 to 64 letters, digits, dots, hyphens or underscores");
            problems.throwIfAny();
        }
    }

    private static void classification(FieldProblems problems, @Nullable String type, @Nullable String condition) {
        Texts.check(problems, "type", type, 16, false);
        Texts.check(problems, "condition", condition, 4, false);
        problems.addIf((type == null) != (condition == null), "condition", "类型和条件须同时给出", "comes together with type");
    }
}
