package org.whistle.chassis.photo;

/**
 * A photo that holds nothing but its picture: no position, no device, no text. Only {@link PhotoSanitizer} makes one.
 *
 * @param mediaType {@code image/jpeg}, {@code image/png} or {@code image/webp}, by content
 * @param bytes the cleaned file, at most 10 MB; not copied, do not change
 * @param width in pixels, as stored (a turned JPEG keeps its orientation mark)
 * @param height in pixels, as stored
 */
public record CleanPhoto(String mediaType, byte[] bytes, int width, int height) {

    @Override
    public String toString() {
        return "CleanPhoto[" + mediaType + ", " + bytes.length + " bytes, " + width + "x" + height + "]";
    }
}
