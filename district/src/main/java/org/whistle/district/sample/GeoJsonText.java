package org.whistle.district.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.whistle.district.Place;
import org.whistle.district.PlaceLevel;

/** Writes places as GeoJSON (RFC 7946), one feature a line, so that a change of one place is a change of one line. */
final class GeoJsonText {

    private static final int DECIMALS = 6;

    private GeoJsonText() {}

    static String of(List<Place> places) {
        return places.stream()
                .map(GeoJsonText::feature)
                .collect(Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n"));
    }

    private static String feature(Place place) {
        String kind =
                place.level() == PlaceLevel.GRID ? ",\"kind\":\"" + place.kind().code() + "\"" : "";
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + place.code()
                + "\",\"level\":\"" + place.level().code()
                + "\",\"name_zh\":\"" + place.name().zh()
                + "\",\"name_en\":\"" + place.name().en()
                + "\",\"households\":" + place.households() + kind
                + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring((Polygon) place.area()) + "]]}}";
    }

    /** The shell counter-clockwise, as RFC 7946 wants it, from its south-westernmost corner on. */
    private static String ring(Polygon polygon) {
        Coordinate[] ring = polygon.norm().reverse().getCoordinates();
        return Stream.of(ring)
                .map(corner -> "[" + degrees(corner.x) + "," + degrees(corner.y) + "]")
                .collect(Collectors.joining(","));
    }

    static String degrees(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
