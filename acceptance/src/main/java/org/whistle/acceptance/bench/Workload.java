package org.whistle.acceptance.bench;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.whistle.district.District;
import org.whistle.district.Place;
import org.whistle.district.PlaceLevel;

/** Reports as grid workers file them: spread over all grids and over types whose rules give one answer. */
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

    static final String REPORTER = "grid-370102009001001";

    private final List<Place> grids;
    private final Map<String, Coordinate> points;
    private final Random random = new Random(20260101);

    /** @param area code of the place within which reports are filed */
    Workload(String area) {
        grids = District.sample().places(PlaceLevel.GRID).stream()
                .filter(grid -> grid.isWithin(area))
                .toList();
        points = grids.stream()
                .collect(Collectors.toMap(
                        Place::code, grid -> grid.area().getInteriorPoint().getCoordinate()));
    }

    /** The next report. */
    Report next() {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        String grid = grids.get(random.nextInt(grids.size())).code();
        Coordinate point = points.get(grid);
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
        return new Report(kind, grid, body, position);
    }

    /** A type × condition and the body its rule gives. */
    record Kind(String type, String condition, String department) {

        String handler() {
            return department + "-handler";
        }
    }

    /** Accounts of the grid workers who verify. */
    Stream<String> verifiers() {
        return grids.stream().map(grid -> "grid-" + grid.code());
    }

    /** One report to file. */
    record Report(Kind kind, String grid, JsonObject body, JsonObject position) {

        /** The grid worker whose grid it lies in. */
        String verifier() {
            return "grid-" + grid;
        }
    }
}
