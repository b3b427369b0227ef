package org.whistle.feedback.loop;

import org.whistle.contracts.Position;
import org.whistle.district.Coordinates;

/** Distances on the ground. */
final class Distance {

    private Distance() {}

    /** Whole metres between two positions, good to 0.5 %: far better than a phone's position. */
    static int metres(Position a, Position b) {
        return (int) Math.round(
                new Coordinates(a.longitude(), a.latitude()).metresTo(new Coordinates(b.longitude(), b.latitude())));
    }
}
