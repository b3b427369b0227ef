package org.whistle.contracts;

/** A point in WGS 84, degrees: longitude −180…180, latitude −90…90. */
public record Position(double longitude, double latitude) {

    public Position {
        Require.range(longitude, -180, 180, "position.longitude");
        Require.range(latitude, -90, 90, "position.latitude");
    }
}
