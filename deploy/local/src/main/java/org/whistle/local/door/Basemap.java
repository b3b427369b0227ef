package org.whistle.local.door;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Map tiles of somebody else's, shown below our own outlines.
 *
 * @param url address of a tile with the places {@code {z}}, {@code {x}}, {@code {y}}, and {@code {s}} where there are several hosts
 * @param attribution whose map it is, as its terms of use want it named; plain text
 */
public record Basemap(String url, String attribution) {

    private static final Pattern PLACE = Pattern.compile("\\{[a-z]\\}");

    /**
     * @throws IllegalArgumentException when the address is not one of tiles
     */
    public Basemap {
        if (!url.contains("{z}") || !url.contains("{x}") || !url.contains("{y}")) {
            throw new IllegalArgumentException("no {z}, {x} and {y} in " + url);
        }
        URI address = URI.create(PLACE.matcher(url).replaceAll("0"));
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("not a web address: " + url);
        }
    }

    /**
     * Reads what the environment says.
     *
     * @return null when it names none
     * @throws IllegalArgumentException when the address is not one of tiles
     */
    public static @Nullable Basemap of(@Nullable String url, @Nullable String attribution) {
        if (url == null || url.isBlank()) {
            return null;
        }
        String owner = attribution == null ? "" : attribution.strip();
        return new Basemap(
                url.strip(),
                owner.isEmpty()
                        ? URI.create(PLACE.matcher(url.strip()).replaceAll("0")).getHost()
                        : owner);
    }

    /** Where its tiles come from, as a content security policy names it; several hosts become one with a star. */
    String origin() {
        URI address = URI.create(PLACE.matcher(url).replaceAll("0"));
        String host = address.getHost();
        String written = url.substring(url.indexOf("://") + 3);
        int end = written.indexOf('/');
        String authority = end < 0 ? written : written.substring(0, end);
        int dot = host.indexOf('.');
        if (authority.contains("{") && dot > 0) {
            host = "*" + host.substring(dot);
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port;
    }
}
