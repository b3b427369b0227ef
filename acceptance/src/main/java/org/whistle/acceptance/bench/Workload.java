package org.whistle.acceptance.bench;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.whistle.district.District;
import org.whistle.district.Place;
import org.whistle.district.PlaceLevel;

/**
 * Reports as grid workers file them: by all grid workers of a street, anywhere within all grids of an area, and of types
 * whose rules give one answer. So few of them repeat what the same person has reported there before, as in life.
 */
final class Workload {

    /** Types with one body responsible, a body per line, so that the work spreads over departments. */
    static final List<Kind> KINDS = List.of(
            new Kind("C0101", "a", "water-supply"),
            new Kind("C0102", "b", "drainage"),
            new Kind("C0301", "a", "urban-management"),
            new Kind("E0201", "a", "law-enforcement"),
            new Kind("C0402", "b", "parks"),
            new Kind("C0111", "c", "gas"),
            new Kind("C0110", "d", "heating"),
            new Kind("C0127", "a", "telecom"));

    /** The street in which every grid has its grid worker's account. */
    static final String STREET = "370102009";

    private final List<Place> grids;
    private final List<String> reporters;
    private final Random random = new Random(20260101);

    /** @param area code of the place within which reports are filed */
    Workload(String area) {
        grids = grids(area);
        reporters = gridWorkers();
    }

    /** Accounts of the grid workers who file and verify. */
    static List<String> gridWorkers() {
        return grids(STREET).stream().map(grid -> account(grid.code())).toList();
    }

    /** The next report. */
    Report next() {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        Place grid = grids.get(random.nextInt(grids.size()));
        Coordinate point = pointWithin(grid.area());
        String clientId = UUID.randomUUID().toString();
        JsonObject position = new JsonObject()
                .put("longitude", point.x)
                .put("latitude", point.y)
                .put("datum", "wgs84");
        JsonObject body = new JsonObject()
                .put("clientId", clientId)
                .put("type", kind.type())
                .put("condition", kind.condition())
                .put("matter", "coordination")
                .put("text", "巡查发现设施损坏，存在安全隐患，请尽快处置。编号 " + clientId.substring(0, 8))
                .put("position", position)
                .put("address", "甸柳新村一区附近");
        String reporter = reporters.get(random.nextInt(reporters.size()));
        return new Report(kind, reporter, account(grid.code()), body, position);
    }

    private Coordinate pointWithin(Geometry area) {
        Envelope box = area.getEnvelopeInternal();
        while (true) {
            Coordinate point = new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            if (SimplePointInAreaLocator.locate(point, area) == Location.INTERIOR) {
                return point;
            }
        }
    }

    private static List<Place> grids(String area) {
        return District.sample().places(PlaceLevel.GRID).stream()
                .filter(grid -> grid.isWithin(area))
                .toList();
    }

    private static String account(String grid) {
        return "grid-" + grid;
    }

    /** A type × condition and the body its rule gives. */
    record Kind(String type, String condition, String department) {

        String handler() {
            return department + "-handler";
        }
    }

    /**
     * One report to file.
     *
     * @param reporter account that files it
     * @param verifier account of the grid worker whose grid it lies in; there is one in {@link #STREET} alone
     */
    record Report(Kind kind, String reporter, String verifier, JsonObject body, JsonObject position) {}
}
