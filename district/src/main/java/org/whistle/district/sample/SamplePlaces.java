package org.whistle.district.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.whistle.district.Label;
import org.whistle.district.Place;
import org.whistle.district.PlaceKind;
import org.whistle.district.PlaceLevel;
import org.whistle.district.sample.Mesh.Cell;
import org.whistle.district.sample.SampleNames.Community;
import org.whistle.district.sample.SampleNames.Street;

/** Cuts the district into streets, communities and grids, with names, codes and households. */
final class SamplePlaces {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Corners that stand out by less than about this many degrees (50 m) are left out of borders. */
    private static final double SMOOTHING = 0.000_55;

    private static final int FEWEST_GRIDS = 3;
    private static final int FEWEST_HOUSEHOLDS = 300;
    private static final int MOST_HOUSEHOLDS = 500;

    private final Random random;
    private final List<Draft> grids = new ArrayList<>();

    private SamplePlaces(Random random) {
        this.random = random;
    }

    /** A grid while its border is still the rough one. */
    private record Draft(String code, Label name, PlaceKind kind, int households, Geometry rough) {}

    /** Every place, parents before children, in the order of codes within a level. */
    static List<Place> generate(Random random) {
        return new SamplePlaces(random).generate();
    }

    private List<Place> generate() {
        Polygon outline = FACTORY.createPolygon(Arrays.stream(SampleNames.OUTLINE)
                .map(corner -> new Coordinate(corner[0], corner[1]))
                .toArray(Coordinate[]::new));
        List<Cell> cells = Mesh.inside(outline, random);
        List<Street> streets = SampleNames.streets();
        List<double[]> centres = streets.stream()
                .map(street -> Mesh.steps(outline, street.longitude(), street.latitude()))
                .toList();
        List<List<Cell>> grounds = Partition.byCentres(cells, centres);
        for (int i = 0; i < streets.size(); i++) {
            cutStreet(streets.get(i), grounds.get(i));
        }
        return assemble(streets, smoothGrids());
    }

    private void cutStreet(Street street, List<Cell> ground) {
        List<List<Cell>> parts = Partition.into(street.communities().size(), ground, random);
        for (int i = 0; i < parts.size(); i++) {
            cutCommunity(
                    street.code() + threeDigits(i + 1), street.communities().get(i), parts.get(i));
        }
    }

    private void cutCommunity(String code, Community community, List<Cell> ground) {
        List<List<Cell>> parts = Partition.into(gridCount(), ground, random);
        for (int i = 0; i < parts.size(); i++) {
            PlaceKind kind = i + 1 < parts.size() ? PlaceKind.RESIDENTIAL : lastKind();
            int households = kind == PlaceKind.RESIDENTIAL
                    ? FEWEST_HOUSEHOLDS + random.nextInt(MOST_HOUSEHOLDS - FEWEST_HOUSEHOLDS + 1)
                    : 0;
            Geometry rough =
                    CoverageUnion.union(parts.get(i).stream().map(Cell::polygon).toArray(Geometry[]::new));
            grids.add(new Draft(code + threeDigits(i + 1), gridName(community, i + 1, kind), kind, households, rough));
        }
    }

    /** 3 to 6, four and five more often than not, as streets have it. */
    private int gridCount() {
        int[] counts = {3, 4, 4, 4, 5, 5, 6};
        return Math.max(FEWEST_GRIDS, counts[random.nextInt(counts.length)]);
    }

    /** A community's last grid is now and then an office block or a market. */
    private PlaceKind lastKind() {
        return switch (random.nextInt(10)) {
            case 0 -> PlaceKind.COMMERCIAL;
            case 1 -> PlaceKind.MARKET;
            default -> PlaceKind.RESIDENTIAL;
        };
    }

    private static Label gridName(Community community, int number, PlaceKind kind) {
        String zh = community.zh() + "第" + SampleNames.numeral(number) + "网格";
        String en = community.en() + " Grid " + number;
        return switch (kind) {
            case RESIDENTIAL -> new Label(zh, en);
            case COMMERCIAL -> new Label(zh + "（商务楼宇）", en + " (office building)");
            case MARKET -> new Label(zh + "（集贸市场）", en + " (market)");
        };
    }

    /** The grids with smooth borders; smoothing all at once keeps the shared borders shared. */
    private List<Place> smoothGrids() {
        Geometry[] rough = grids.stream().map(Draft::rough).toArray(Geometry[]::new);
        Geometry[] smooth = CoverageSimplifier.simplify(rough, SMOOTHING);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < smooth.length; i++) {
            Draft draft = grids.get(i);
            places.add(place(draft.code(), draft.name(), draft.kind(), draft.households(), smooth[i]));
        }
        return places;
    }

    private static List<Place> assemble(List<Street> streets, List<Place> grids) {
        List<Place> communities = new ArrayList<>();
        List<Place> offices = new ArrayList<>();
        for (Street street : streets) {
            for (int i = 0; i < street.communities().size(); i++) {
                Community community = street.communities().get(i);
                Label name = new Label(community.zh(), community.en());
                communities.add(union(street.code() + threeDigits(i + 1), name, grids));
            }
            offices.add(union(street.code(), new Label(street.zh(), street.en()), communities));
        }
        List<Place> all = new ArrayList<>();
        all.add(union(SampleNames.DISTRICT, new Label("历下区", "Lixia District"), offices));
        all.addAll(offices);
        all.addAll(communities);
        all.addAll(grids);
        return all;
    }

    /** The place made up of all {@code parts} whose code it begins. */
    private static Place union(String code, Label name, List<Place> parts) {
        List<Place> own = parts.stream().filter(part -> part.isWithin(code)).toList();
        Geometry area = CoverageUnion.union(own.stream().map(Place::area).toArray(Geometry[]::new));
        int households = own.stream().mapToInt(Place::households).sum();
        return place(code, name, PlaceKind.RESIDENTIAL, households, area);
    }

    private static Place place(String code, Label name, PlaceKind kind, int households, Geometry area) {
        if (!(area instanceof Polygon polygon) || polygon.getNumInteriorRing() > 0) {
            throw new IllegalStateException(code + " is not one piece without holes; take another seed");
        }
        return new Place(code, PlaceLevel.of(code).orElseThrow(), name, kind, households, area);
    }

    private static String threeDigits(int number) {
        return String.format(Locale.ROOT, "%03d", number);
    }
}
