package org.whistle.district;

/** The published approximation of the GCJ-02 offset, and its inverse by iteration. */
final class Gcj02 {

    /** Semi-major axis of the Krasovsky 1940 ellipsoid, metres. */
    private static final double AXIS = 6_378_245.0;

    /** Its first eccentricity squared. */
    private static final double ECCENTRICITY = 0.006_693_421_622_965_943;

    /** About a tenth of a millimetre in degrees: the iteration ends here. */
    private static final double CLOSE_ENOUGH = 1e-9;

    /** Each round shrinks the error about a thousandfold; three suffice, the rest is margin. */
    private static final int ROUNDS = 10;

    private Gcj02() {}

    static Coordinates fromWgs84(Coordinates wgs84) {
        if (isOutsideChina(wgs84)) {
            return wgs84;
        }
        return shifted(wgs84.longitude(), wgs84.latitude());
    }

    static Coordinates toWgs84(Coordinates gcj02) {
        if (isOutsideChina(gcj02)) {
            return gcj02;
        }
        double longitude = gcj02.longitude();
        double latitude = gcj02.latitude();
        for (int round = 0; round < ROUNDS; round++) {
            Coordinates guess = shifted(longitude, latitude);
            double dLongitude = gcj02.longitude() - guess.longitude();
            double dLatitude = gcj02.latitude() - guess.latitude();
            longitude += dLongitude;
            latitude += dLatitude;
            if (Math.abs(dLongitude) < CLOSE_ENOUGH && Math.abs(dLatitude) < CLOSE_ENOUGH) {
                break;
            }
        }
        return new Coordinates(longitude, latitude);
    }

    /** The customary rectangle; the offset is not defined beyond it. */
    private static boolean isOutsideChina(Coordinates position) {
        return position.longitude() < 72.004
                || position.longitude() > 137.8347
                || position.latitude() < 0.8293
                || position.latitude() > 55.8271;
    }

    private static Coordinates shifted(double longitude, double latitude) {
        double x = longitude - 105.0;
        double y = latitude - 35.0;
        double phi = Math.toRadians(latitude);
        double sin = Math.sin(phi);
        double w = 1 - ECCENTRICITY * sin * sin;
        double root = Math.sqrt(w);
        double metresPerDegreeNorth = Math.toRadians(AXIS * (1 - ECCENTRICITY) / (w * root));
        double metresPerDegreeEast = Math.toRadians(AXIS / root * Math.cos(phi));
        return new Coordinates(
                longitude + metresEast(x, y) / metresPerDegreeEast,
                latitude + metresNorth(x, y) / metresPerDegreeNorth);
    }

    private static double metresNorth(double x, double y) {
        double metres = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        metres += shortWaves(x);
        metres += (20.0 * wave(y) + 40.0 * wave(y / 3.0)) * 2.0 / 3.0;
        metres += (160.0 * wave(y / 12.0) + 320.0 * wave(y / 30.0)) * 2.0 / 3.0;
        return metres;
    }

    private static double metresEast(double x, double y) {
        double metres = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        metres += shortWaves(x);
        metres += (20.0 * wave(x) + 40.0 * wave(x / 3.0)) * 2.0 / 3.0;
        metres += (150.0 * wave(x / 12.0) + 300.0 * wave(x / 30.0)) * 2.0 / 3.0;
        return metres;
    }

    private static double shortWaves(double x) {
        return (20.0 * wave(6.0 * x) + 20.0 * wave(2.0 * x)) * 2.0 / 3.0;
    }

    private static double wave(double halfTurns) {
        return Math.sin(halfTurns * Math.PI);
    }
}
