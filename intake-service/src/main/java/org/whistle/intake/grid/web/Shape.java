package org.whistle.intake.grid.web;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A GeoJSON multipolygon (RFC 7946) in WGS 84, longitude before latitude; a polygon is one of one part, so that whoever draws
 * it meets one shape only.
 *
 * @param type always MultiPolygon
 * @param coordinates polygons, each of an outer ring and its holes, each ring closed
 */
@Schema(name = "Shape")
public record Shape(@Schema(enumeration = "MultiPolygon") String type, List<List<List<List<Double>>>> coordinates) {

    /** The shape of an area. */
    static Shape of(Geometry area) {
        List<List<List<List<Double>>>> polygons = new ArrayList<>(area.getNumGeometries());
        for (int i = 0; i < area.getNumGeometries(); i++) {
            polygons.add(polygon((Polygon) area.getGeometryN(i)));
        }
        return new Shape("MultiPolygon", polygons);
    }

    private static List<List<List<Double>>> polygon(Polygon polygon) {
        List<List<List<Double>>> rings = new ArrayList<>(1 + polygon.getNumInteriorRing());
        rings.add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(ring(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<List<Double>> ring(LineString ring) {
        List<List<Double>> positions = new ArrayList<>(ring.getNumPoints());
        for (Coordinate coordinate : ring.getCoordinates()) {
            positions.add(List.of(coordinate.x, coordinate.y));
        }
        return positions;
    }
}
