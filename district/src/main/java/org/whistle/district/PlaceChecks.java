package org.whistle.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.whistle.district.PlacesReader.Located;

/** Whether the places form one tree, each lying in its parent and beside its siblings. */
final class PlaceChecks {

    /** Part of a place's area that may stick out or overlap: digitised borders never fit to the last metre. */
    private static final double TOLERANCE = 0.001;

    private final List<Located> places;
    private final Codes codes;
    private final Problems problems;

    PlaceChecks(List<Located> places, Codes codes, Problems problems) {
        this.places = places;
        this.codes = codes;
        this.problems = problems;
    }

    /** Checks all places of the district with this code; an unknown (blank) code skips what needs it. */
    void check(String districtCode) {
        if (codes.isUnreadable()) {
            return;
        }
        if (!districtCode.isEmpty() && !codes.knows(districtCode)) {
            problems.add(
                    PlacesReader.FILE,
                    0,
                    "code",
                    "缺少区县：" + districtCode,
                    "the district itself is missing: " + districtCode);
        }
        if (places.stream().noneMatch(located -> located.place().level() == PlaceLevel.GRID)) {
            problems.add(PlacesReader.FILE, 0, "level", "没有网格", "there are no grids");
        }
        Map<String, List<Located>> families = new HashMap<>();
        Map<String, PreparedGeometry> parents = new HashMap<>();
        for (Located located : places) {
            Place place = located.place();
            if (!place.isWithin(districtCode)) {
                report(located, "code", "代码不以区县代码开头", "the code does not begin with the district's");
                continue;
            }
            place.parentCode().ifPresent(parent -> {
                if (codes.knows(parent)) {
                    families.computeIfAbsent(parent, p -> new ArrayList<>()).add(located);
                } else {
                    report(located, "code", "缺少上级：" + parent, "the parent is missing: " + parent);
                }
            });
            if (place.level() != PlaceLevel.GRID) {
                parents.put(place.code(), PreparedGeometryFactory.prepare(place.area()));
            }
        }
        families.forEach((parent, children) -> {
            PreparedGeometry area = parents.get(parent);
            if (area != null) {
                children.forEach(child -> checkInside(child, parent, area));
            }
            checkApart(children);
        });
    }

    private void checkInside(Located child, String parent, PreparedGeometry area) {
        Geometry childArea = child.place().area();
        if (area.covers(childArea)) {
            return;
        }
        double outside = childArea.difference(area.getGeometry()).getArea();
        if (outside > TOLERANCE * childArea.getArea()) {
            report(child, "geometry", "多边形超出上级" + parent, "the polygon leaves its parent " + parent);
        }
    }

    private void checkApart(List<Located> siblings) {
        STRtree seen = new STRtree();
        siblings.forEach(sibling -> seen.insert(sibling.place().area().getEnvelopeInternal(), sibling));
        for (Located one : siblings) {
            Geometry area = one.place().area();
            for (Object item : seen.query(area.getEnvelopeInternal())) {
                Located other = (Located) item;
                String otherCode = other.place().code();
                if (one.place().code().compareTo(otherCode) > 0) {
                    Geometry otherArea = other.place().area();
                    double shared = area.intersection(otherArea).getArea();
                    if (shared > TOLERANCE * Math.min(area.getArea(), otherArea.getArea())) {
                        report(one, "geometry", "多边形与" + otherCode + "重叠", "the polygon overlaps " + otherCode);
                    }
                }
            }
        }
    }

    private void report(Located located, String field, String zh, String en) {
        problems.add(
                PlacesReader.FILE,
                located.line(),
                field,
                zh + "（" + located.place().code() + "）",
                en + " (" + located.place().code() + ")");
    }
}
