package org.whistle.intake.grid;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.district.Coordinates;
import org.whistle.district.Datum;
import org.whistle.district.District;
import org.whistle.district.Label;

/** Answers where a position lies and what places are called, from one version of the district. */
public final class Gazetteer {

    private final District district;

    public Gazetteer(District district) {
        this.district = district;
    }

    /** The district it answers from. */
    public District district() {
        return district;
    }

    /** A position of a stated datum in WGS 84. */
    public static Position wgs84(double longitude, double latitude, Datum datum) {
        Coordinates wgs84 = datum.toWgs84(new Coordinates(longitude, latitude));
        return new Position(wgs84.longitude(), wgs84.latitude());
    }

    /** The grid at a position; empty outside every grid. */
    public Optional<Place> gridAt(Position position) {
        return district.index()
                .gridAt(position.longitude(), position.latitude())
                .map(grid -> Place.ofGrid(grid.code()));
    }

    /** The name of a place; null when this version of the district does not know it. */
    public @Nullable Label nameOf(String placeCode) {
        return district.place(placeCode).map(org.whistle.district.Place::name).orElse(null);
    }

    /** The name of a body; null when this version of the district does not know it. */
    public @Nullable Label departmentName(String department) {
        return district.department(department)
                .map(org.whistle.district.Department::name)
                .orElse(null);
    }
}
