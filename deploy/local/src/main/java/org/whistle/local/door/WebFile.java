package org.whistle.local.door;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file of the pages, as it goes out.
 *
 * @param name path below the root, without the ending of its compression
 * @param content content, compressed or not
 * @param tag entity tag of just this content
 * @param encoding how it is compressed
 */
record WebFile(String name, Buffer content, String tag, Encoding encoding) {

    /** The build puts a hash of the content into these names, so under one name there is one content for ever. */
    private static final Pattern HASHED = Pattern.compile("assets/(?:.*/)?[^/]*-[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9.]+");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("map", "application/json; charset=utf-8"),
            Map.entry("geojson", "application/geo+json; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"));

    /** Media type by the name's ending. */
    String type() {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** How long it may be kept: for ever when its name changes with its content, else it is asked for each time. */
    String cacheControl() {
        return HASHED.matcher(name).matches() ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
