package org.whistle.local.door;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the pages are served with.
 *
 * @param publicUrl address of the front door as browsers know it, without a slash at the end
 * @param issuer who signs people in
 * @param basemap tiles below our own outlines; null = none
 * @param folder where built pages lie, read anew for each request; null = those on the class path
 */
public record Pages(
        String publicUrl,
        String issuer,
        @Nullable Basemap basemap,
        @Nullable Path folder) {

    /** Name of the pages' client at the issuer. */
    static final String CLIENT = "whistle-web";
}
