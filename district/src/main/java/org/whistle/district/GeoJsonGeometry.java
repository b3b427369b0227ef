package org.whistle.district;

import com.fasterxml.jackson.databind.JsonNode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Reads the polygons and multipolygons of RFC 7946. */
final class GeoJsonGeometry {

    /** WGS 84, longitude and latitude in degrees. */
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

    private static final int MIN_RING = 4;

    private GeoJsonGeometry() {}

    /**
     * The geometry of a feature, not yet checked for validity.
     *
     * @throws Malformed when it is no polygon or multipolygon of closed rings of positions
     */
    static Geometry read(JsonNode geometry) throws Malformed {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asText()) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                requireArray(coordinates, 1);
                Polygon[] polygons = new Polygon[coordinates.size()];
                for (int i = 0; i < polygons.length; i++) {
                    polygons[i] = polygon(coordinates.get(i));
                }
                yield FACTORY.createMultiPolygon(polygons);
            }
            default -> throw new Malformed("应为Polygon或MultiPolygon", "must be a Polygon or a MultiPolygon");
        };
    }

    private static Polygon polygon(JsonNode rings) throws Malformed {
        requireArray(rings, 1);
        LinearRing[] holes = new LinearRing[rings.size() - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = ring(rings.get(i + 1));
        }
        return FACTORY.createPolygon(ring(rings.get(0)), holes);
    }

    private static LinearRing ring(JsonNode positions) throws Malformed {
        requireArray(positions, MIN_RING);
        Coordinate[] ring = new Coordinate[positions.size()];
        for (int i = 0; i < ring.length; i++) {
            JsonNode position = positions.get(i);
            requireArray(position, 2);
            double longitude = degrees(position.get(0));
            double latitude = degrees(position.get(1));
            if (!Coordinates.isPosition(longitude, latitude)) {
                throw new Malformed("坐标不是WGS 84经纬度：" + position, "not longitude and latitude: " + position);
            }
            ring[i] = new Coordinate(longitude, latitude);
        }
        if (!ring[0].equals2D(ring[ring.length - 1])) {
            throw new Malformed("环未闭合", "a ring is not closed");
        }
        return FACTORY.createLinearRing(ring);
    }

    private static double degrees(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    private static void requireArray(JsonNode node, int size) throws Malformed {
        if (!node.isArray() || node.size() < size) {
            throw new Malformed("坐标数组不完整", "the coordinates are incomplete");
        }
    }

    /** A geometry that cannot be read. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private final String zh;

        Malformed(String zh, String en) {
            super(en);
            this.zh = zh;
        }

        String zh() {
            return zh;
        }

        String en() {
            return getMessage();
        }
    }
}
