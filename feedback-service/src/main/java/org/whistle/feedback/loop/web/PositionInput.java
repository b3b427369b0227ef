package org.whistle.feedback.loop.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.FieldProblems;
import org.whistle.contracts.Position;
import org.whistle.district.Coordinates;

/** A position as a phone gives it. */
@Schema(name = "PositionInput")
public record PositionInput(
        @Schema(examples = "117.0568") @Nullable Double longitude,
        @Schema(examples = "36.6752") @Nullable Double latitude,

        @Schema(description = "WGS 84 when absent", examples = "wgs84") @Nullable
        Datum datum) {

    /** The geodetic datum of a position. */
    public enum Datum {
        @JsonProperty("wgs84")
        WGS84,
        @JsonProperty("gcj02")
        GCJ02
    }

    static void check(@Nullable PositionInput position, FieldProblems problems) {
        if (position == null) {
            problems.add("position", "必须提供核查位置", "is required");
            return;
        }
        problems.addIf(
                !within(position.longitude, 180),
                "position.longitude",
                "必须在 -180 到 180 之间",
                "must lie between -180 and 180");
        problems.addIf(
                !within(position.latitude, 90), "position.latitude", "必须在 -90 到 90 之间", "must lie between -90 and 90");
    }

    private static boolean within(@Nullable Double value, double bound) {
        return value != null && value >= -bound && value <= bound;
    }

    Position toWgs84() {
        Position given = new Position(longitude, latitude);
        if (datum != Datum.GCJ02) {
            return given;
        }
        Coordinates wgs84 = org.whistle.district.Datum.GCJ02.toWgs84(new Coordinates(longitude, latitude));
        return new Position(wgs84.longitude(), wgs84.latitude());
    }
}
