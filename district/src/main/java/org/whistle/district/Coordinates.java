package org.whistle.district;

/**
 * A position in degrees; which datum it is in is said beside it.
 *
 * @param longitude −180 to 180
 * @param latitude −90 to 90
 */
public record Coordinates(double longitude, double latitude) {

    /**
     * @throws IllegalArgumentException for a value that is out of range or not a number
     */
    public Coordinates {
        if (!isPosition(longitude, latitude)) {
            throw new IllegalArgumentException("no position on earth: " + longitude + ", " + latitude);
        }
    }

    /** Whether the two numbers are a position: finite, longitude within ±180, latitude within ±90. */
    public static boolean isPosition(double longitude, double latitude) {
        return longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90;
    }

    /** Distance in metres on a sphere of the earth's mean radius, good to 0.5 %. */
    public double metresTo(Coordinates other) {
        double lat1 = Math.toRadians(latitude);
        double lat2 = Math.toRadians(other.latitude);
        double dLat = Math.sin((lat2 - lat1) / 2);
        double dLon = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double h = dLat * dLat + Math.cos(lat1) * Math.cos(lat2) * dLon * dLon;
        return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
