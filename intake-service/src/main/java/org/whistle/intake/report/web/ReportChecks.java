package org.whistle.intake.report.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.contracts.MatterKind;
import org.whistle.district.Datum;

/** Checks the form of a report: what is missing, too long, out of range or not a text, all of it at once. */
final class ReportChecks {

    static final int MAX_TEXT = 2_000;
    static final int MAX_PHOTOS = 9;

    private static final int MAX_CLIENT_ID = 100;
    private static final int MAX_CODE = 16;
    private static final int MAX_ADDRESS = 200;
    private static final int MAX_ASSET = 64;
    private static final int MAX_NAME = 64;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9](?:[ -]?[0-9]){4,19}");

    private final FieldProblems problems = new FieldProblems();

    private ReportChecks() {}

    /** @throws org.whistle.chassis.problem.ProblemException 400 naming every field at fault */
    static void check(ReportBody body) {
        ReportChecks checks = new ReportChecks();
        checks.required("clientId", body.clientId(), MAX_CLIENT_ID, false);
        checks.optional("type", body.type(), MAX_CODE, false);
        checks.optional("condition", body.condition(), MAX_CODE, false);
        checks.required("text", body.text(), MAX_TEXT, true);
        checks.position(body.position());
        checks.optional("address", body.address(), MAX_ADDRESS, false);
        checks.optional("assetId", body.assetId(), MAX_ASSET, false);
        checks.optional("assetMark", body.assetMark(), MAX_ASSET, false);
        checks.level(body);
        checks.photos(body.photos());
        checks.reporter(body.reporter());
        checks.optional("outcome", body.outcome(), MAX_TEXT, true);
        checks.optional("about", body.about(), MAX_ASSET, false);
        checks.problems.addIf(
                body.about() != null && !body.hidesReporter(),
                "about",
                "只有须为上报人保密时（whistleblower）才填写",
                "goes only with whistleblower");
        // Below the street everybody knows everybody.
        checks.problems.addIf(
                body.hidesReporter() && (body.level() != null || body.matter() == MatterKind.PROMINENT),
                "whistleblower",
                "须为上报人保密的事项直接报街道，不能交由社区以下协调或议事",
                "goes to the street at once, not to a level below it or a deliberation");
        checks.problems.throwIfAny();
    }

    private void required(String field, @Nullable String value, int max, boolean lines) {
        TextChecks.required(problems, field, value, max, lines);
    }

    private void optional(String field, @Nullable String value, int max, boolean lines) {
        TextChecks.optional(problems, field, value, max, lines);
    }

    private void position(ReportBody.@Nullable PositionBody position) {
        if (position == null) {
            problems.add("position", "必须填写", "is required");
            return;
        }
        degrees("position.longitude", position.longitude(), 180);
        degrees("position.latitude", position.latitude(), 90);
        if (position.datum() == null) {
            problems.add("position.datum", "必须写明坐标系", "is required");
        } else if (datum(position.datum()) == null) {
            problems.add("position.datum", "只能是 wgs84 或 gcj02", "must be wgs84 or gcj02");
        }
    }

    private void level(ReportBody body) {
        boolean coordination = body.matter() == null || body.matter() == MatterKind.COORDINATION;
        problems.addIf(body.level() != null && !coordination, "level", "仅用于协调性事项", "is for coordination matters only");
    }

    private void degrees(String field, @Nullable Double value, int max) {
        if (value == null) {
            problems.add(field, "必须填写", "is required");
        } else if (!(value >= -max && value <= max)) {
            problems.add(field, "必须在 -" + max + " 到 " + max + " 之间", "must lie between -" + max + " and " + max);
        }
    }

    /** The datum behind a word; null when there is none such. */
    static @Nullable Datum datum(@Nullable String word) {
        for (Datum datum : Datum.values()) {
            if (datum.code().equals(word)) {
                return datum;
            }
        }
        return null;
    }

    private void photos(@Nullable List<@Nullable UUID> photos) {
        if (photos == null) {
            return;
        }
        if (photos.size() > MAX_PHOTOS) {
            problems.add("photos", "最多 " + MAX_PHOTOS + " 张", "must not be more than " + MAX_PHOTOS);
            return;
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < photos.size(); i++) {
            UUID photo = photos.get(i);
            if (photo == null) {
                problems.add("photos[" + i + "]", "必须是照片编号", "must be the id of a photo");
            } else if (!seen.add(photo)) {
                problems.add("photos[" + i + "]", "重复", "is there twice");
            }
        }
    }

    private void reporter(ReportBody.@Nullable ReporterBody reporter) {
        if (reporter == null) {
            return;
        }
        optional("reporter.name", reporter.name(), MAX_NAME, false);
        if (reporter.phone() != null && !PHONE.matcher(reporter.phone()).matches()) {
            problems.add(
                    "reporter.phone",
                    "应为 5 到 20 位数字，可有空格、连字符和开头的 +",
                    "must be 5 to 20 digits, with blanks, hyphens and a leading + if you like");
        }
    }
}
