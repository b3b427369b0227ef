package org.whistle.department.inbox.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.contracts.Position;
import org.whistle.district.Coordinates;
import org.whistle.district.Datum;

/** A position as a phone gives it, and the datum it is in: taken for the other, it would be half a kilometre away. */
@Schema(name = "StatedPosition")
record StatedPosition(
        @Schema(required = true, minimum = "-180", maximum = "180", examples = "117.0702") @Nullable
        Double longitude,

        @Schema(required = true, minimum = "-90", maximum = "90", examples = "36.6612") @Nullable
        Double latitude,

        @Schema(
                required = true,
                enumeration = {"wgs84", "gcj02"},
                examples = "wgs84")
        @Nullable
        String datum) {

    static void check(@Nullable StatedPosition position, FieldProblems problems) {
        if (position == null) {
            problems.add("position", "必须填写", "is required");
            return;
        }
        degrees(problems, "position.longitude", position.longitude, 180);
        degrees(problems, "position.latitude", position.latitude, 90);
        if (position.datum == null) {
            problems.add("position.datum", "必须写明坐标系", "is required");
        } else if (of(position.datum) == null) {
            problems.add("position.datum", "只能是 wgs84 或 gcj02", "must be wgs84 or gcj02");
        }
    }

    /** In WGS 84; only of one that was checked. */
    Position toWgs84() {
        Datum stated = of(datum);
        if (stated == null || longitude == null || latitude == null) {
            throw new IllegalStateException("a position that was not checked");
        }
        Coordinates wgs84 = stated.toWgs84(new Coordinates(longitude, latitude));
        return new Position(wgs84.longitude(), wgs84.latitude());
    }

    private static void degrees(FieldProblems problems, String field, @Nullable Double value, int max) {
        if (value == null) {
            problems.add(field, "必须填写", "is required");
        } else if (!(value >= -max && value <= max)) {
            problems.add(field, "必须在 -" + max + " 到 " + max + " 之间", "must lie between -" + max + " and " + max);
        }
    }

    private static @Nullable Datum of(@Nullable String word) {
        for (Datum datum : Datum.values()) {
            if (datum.code().equals(word)) {
                return datum;
            }
        }
        return null;
    }
}
