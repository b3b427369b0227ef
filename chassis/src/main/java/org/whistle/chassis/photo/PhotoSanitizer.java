package org.whistle.chassis.photo;

import org.jspecify.annotations.Nullable;

/** Checks a photo by its content and rewrites it with nothing in it but the picture. */
public final class PhotoSanitizer {

    /** The largest photo taken, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** The largest picture taken, in pixels. */
    public static final long MAX_PIXELS = 100_000_000L;

    private PhotoSanitizer() {}

    /**
     * The cleaned photo.
     *
     * @throws PhotoRefused when it is empty, too large, damaged, or no JPEG, PNG or WebP
     */
    public static CleanPhoto sanitize(byte @Nullable [] file) {
        throw new PhotoRefused(PhotoProblem.PHOTO_EMPTY);
    }
}
