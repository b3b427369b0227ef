package org.whistle.district.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.whistle.district.Place;

/** Invents the asset register: one component in every grid, several in the grids of the street of the demonstration. */
final class SampleAssets {

    /** Kinds of components; the commoner ones stand there more often. An empty owner or prefix: unknown, unreadable. */
    private static final List<Kind> KINDS = List.of(
            new Kind("C0101", "上水井盖", "water-supply", "GS"),
            new Kind("C0102", "污水井盖", "drainage", "WS"),
            new Kind("C0103", "雨水井盖", "drainage", "YS"),
            new Kind("C0104", "雨水箅子", "drainage", "YB"),
            new Kind("C0105", "电力井盖", "power", "DL"),
            new Kind("C0106", "路灯井盖", "urban-management", "LJ"),
            new Kind("C0107", "通信井盖", "telecom", "TX"),
            new Kind("C0110", "热力井盖", "heating", "RL"),
            new Kind("C0111", "燃气井盖", "gas", "RQ"),
            new Kind("C0112", "公安交管井盖", "traffic-police", "JG"),
            new Kind("C0114", "园林井盖", "parks", "YL"),
            new Kind("C0123", "不明井盖", "", ""),
            // Looked at more closely, this one was found to belong to somebody; its mark is still unreadable.
            new Kind("C0123", "不明井盖（已确认权属）", "telecom", ""),
            new Kind("C0127", "通讯交接箱", "telecom", "JX"),
            new Kind("C0130", "电力立杆", "power", "LG"),
            new Kind("C0137", "路灯", "urban-management", "LD"),
            new Kind("C0137", "路灯", "urban-management", "LD"),
            new Kind("C0154", "充电桩", "power", "CD"),
            new Kind("C0154", "充电桩（社会运营）", "asset-owner", "CS"),
            new Kind("C0154", "充电桩（物业自设）", "property", "CW"),
            new Kind("C0204", "公交站亭", "asset-owner", "ZT"),
            new Kind("C0217", "交通护栏", "traffic-police", "HL"),
            new Kind("C0301", "公共厕所", "urban-management", "GC"),
            new Kind("C0303", "化粪池", "property", "HF"),
            new Kind("C0305", "垃圾箱", "urban-management", "LX"),
            new Kind("C0402", "行道树", "parks", "SM"));

    /** Covers that stand in every grid of the street of the demonstration. */
    private static final List<Kind> DEMO_KINDS = List.of(KINDS.get(0), KINDS.get(1), KINDS.get(11));

    private final Random random;
    private final CsvText csv = new CsvText("asset_id", "mark", "type", "owner", "longitude", "latitude", "name");
    private final Map<String, Integer> numbers = new HashMap<>();

    private SampleAssets(Random random) {
        this.random = random;
    }

    private record Kind(String type, String zh, String owner, String prefix) {}

    /** The register as CSV. */
    static String generate(List<Place> grids, Random random) {
        SampleAssets assets = new SampleAssets(random);
        for (int i = 0; i < grids.size(); i++) {
            Place grid = grids.get(i);
            List<Kind> kinds = new ArrayList<>();
            if (grid.isWithin(SampleNames.DEMO_STREET)) {
                kinds.addAll(DEMO_KINDS);
            }
            kinds.add(KINDS.get(i % KINDS.size()));
            kinds.forEach(kind -> assets.add(grid, kind));
        }
        return assets.csv.toString();
    }

    private void add(Place grid, Kind kind) {
        int number = numbers.merge(grid.streetCode() + kind.type(), 1, Integer::sum);
        String id = grid.streetCode() + "-" + kind.type() + String.format(Locale.ROOT, "-%04d", number);
        String mark = kind.prefix().isEmpty()
                ? ""
                : kind.prefix() + grid.streetCode().substring(6) + String.format(Locale.ROOT, "-%04d", number);
        Coordinate position = somewhereIn(grid.area());
        csv.row(
                id,
                mark,
                kind.type(),
                kind.owner(),
                GeoJsonText.degrees(position.x),
                GeoJsonText.degrees(position.y),
                grid.name().zh() + kind.zh());
    }

    private Coordinate somewhereIn(Geometry area) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        Envelope box = area.getEnvelopeInternal();
        while (true) {
            Coordinate point = new Coordinate(
                    Mesh.rounded(box.getMinX() + random.nextDouble() * box.getWidth()),
                    Mesh.rounded(box.getMinY() + random.nextDouble() * box.getHeight()));
            if (locator.locate(point) == Location.INTERIOR) {
                return point;
            }
        }
    }
}
