package org.whistle.chassis.photo;

import org.jspecify.annotations.Nullable;

/**
 * Checks a photo by its content and rewrites it with nothing in it but the picture. What is not known to be needed to
 * show it is left out: position, device, times, texts, thumbnails (they may show what was cut away), second pictures,
 * and whatever hangs behind the end. The picture itself is copied, not computed anew, so nothing is lost in quality.
 */
public final class PhotoSanitizer {

    /** The largest photo taken, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** The largest picture taken, in pixels. */
    public static final long MAX_PIXELS = 100_000_000L;

    /** Larger colour profiles are left out: no camera needs one, and they could carry anything. */
    static final int MAX_PROFILE = 1024 * 1024;

    private PhotoSanitizer() {}

    /**
     * The cleaned photo.
     *
     * @throws PhotoRefused 400 when it is empty or damaged, 413 when it is too large, 415 when it is no JPEG, PNG or
     *     still WebP
     */
    public static CleanPhoto sanitize(byte @Nullable [] file) {
        if (file == null || file.length == 0) {
            throw new PhotoRefused(PhotoProblem.PHOTO_EMPTY);
        }
        if (file.length > MAX_BYTES) {
            throw new PhotoRefused(PhotoProblem.PHOTO_TOO_LARGE);
        }
        PhotoBytes bytes = new PhotoBytes(file);
        PhotoKind kind = PhotoKind.of(bytes);
        return switch (kind) {
            case JPEG -> new JpegCleaner(bytes).clean();
            case PNG -> new PngCleaner(bytes).clean();
            case WEBP -> new WebpCleaner(bytes).clean();
            case GIF, HEIF, VIDEO, PDF, BMP, TIFF, ARCHIVE, MARKUP, PROGRAM, UNKNOWN -> throw unsupported(kind);
        };
    }

    /** @throws PhotoRefused when the picture has no size or more than {@link #MAX_PIXELS} */
    static void checkSize(long width, long height) {
        if (width < 1 || height < 1) {
            throw PhotoRefused.damaged("图像尺寸为零", "the picture has no size");
        }
        if (width > MAX_PIXELS || height > MAX_PIXELS || width * height > MAX_PIXELS) {
            throw new PhotoRefused(PhotoProblem.PHOTO_TOO_LARGE);
        }
    }

    private static PhotoRefused unsupported(PhotoKind kind) {
        return new PhotoRefused(PhotoProblem.PHOTO_UNSUPPORTED, kind.words());
    }
}
