package org.whistle.district;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the grid a position lies in. Safe for use by many threads at once. */
public final class PlaceIndex {

    private final STRtree tree = new STRtree();

    /** An index of these places, usually the grids of one district. */
    public PlaceIndex(Collection<Place> places) {
        for (Place place : places) {
            Envelope envelope = place.area().getEnvelopeInternal();
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(place.area());
            // The locator builds its index at the first question; asked here, no reader ever has to.
            locator.locate(new Coordinate(envelope.getMinX(), envelope.getMinY()));
            tree.insert(envelope, new Entry(place, Optional.of(place), locator));
        }
        tree.build();
    }

    /**
     * The grid at a WGS 84 position. A position on a shared border belongs to the neighbour with the lowest code, so every
     * position has one answer and always the same.
     *
     * @return empty outside every grid, and for numbers that are no position
     */
    public Optional<Place> gridAt(double longitude, double latitude) {
        if (!Coordinates.isPosition(longitude, latitude)) {
            return Optional.empty();
        }
        Coordinate point = new Coordinate(longitude, latitude);
        Search search = new Search(point);
        tree.query(new Envelope(point), search);
        return search.found == null ? Optional.empty() : search.found.answer;
    }

    private record Entry(Place place, Optional<Place> answer, IndexedPointInAreaLocator locator) {}

    private static final class Search implements ItemVisitor {

        private final Coordinate point;
        private @Nullable Entry found;

        Search(Coordinate point) {
            this.point = point;
        }

        @Override
        public void visitItem(Object item) {
            Entry entry = (Entry) item;
            boolean better = found == null || entry.place.code().compareTo(found.place.code()) < 0;
            if (better && entry.locator.locate(point) != Location.EXTERIOR) {
                found = entry;
            }
        }
    }
}
