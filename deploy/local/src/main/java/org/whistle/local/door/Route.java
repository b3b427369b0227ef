package org.whistle.local.door;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a path leads.
 *
 * @param prefix first segments of the path, such as {@code /api/intake}
 * @param host host behind it
 * @param port port behind it
 */
public record Route(String prefix, String host, int port) {

    /** Whether a path is the prefix itself or lies below it; {@code /api/intakes} does not. */
    boolean leads(@Nullable String path) {
        return path != null
                && path.startsWith(prefix)
                && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    /** The first route for a path; null when there is none, also for paths that climb. */
    static @Nullable Route find(List<Route> routes, @Nullable String path) {
        if (path == null || climbs(path)) {
            return null;
        }
        for (Route route : routes) {
            if (route.leads(path)) {
                return route;
            }
        }
        return null;
    }

    /** {@code /api/intake/../dispatch} would be judged here as intake and could be read behind as dispatch. */
    static boolean climbs(String path) {
        return path.contains("/../")
                || path.endsWith("/..")
                || path.startsWith("//")
                || path.toLowerCase(Locale.ROOT).contains("%2e%2e");
    }
}
