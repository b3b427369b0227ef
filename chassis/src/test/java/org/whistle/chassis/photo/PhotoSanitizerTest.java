package org.whistle.chassis.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.whistle.chassis.photo.SamplePhotos.SECRET;
import static org.whistle.chassis.photo.SamplePhotos.chunk;
import static org.whistle.chassis.photo.SamplePhotos.chunksOf;
import static org.whistle.chassis.photo.SamplePhotos.concat;
import static org.whistle.chassis.photo.SamplePhotos.contains;
import static org.whistle.chassis.photo.SamplePhotos.decode;
import static org.whistle.chassis.photo.SamplePhotos.exif;
import static org.whistle.chassis.photo.SamplePhotos.jpeg;
import static org.whistle.chassis.photo.SamplePhotos.pixels;
import static org.whistle.chassis.photo.SamplePhotos.png;
import static org.whistle.chassis.photo.SamplePhotos.profile;
import static org.whistle.chassis.photo.SamplePhotos.riff;
import static org.whistle.chassis.photo.SamplePhotos.riffChunk;
import static org.whistle.chassis.photo.SamplePhotos.segment;
import static org.whistle.chassis.photo.SamplePhotos.withChunks;
import static org.whistle.chassis.photo.SamplePhotos.withSegments;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.chassis.problem.Words;

class PhotoSanitizerTest {

    private static void isRefused(byte[] file, PhotoProblem problem) {
        assertThatExceptionOfType(PhotoRefused.class)
                .isThrownBy(() -> PhotoSanitizer.sanitize(file))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(problem));
    }

    private static void showsTheSame(byte[] original, CleanPhoto clean) {
        BufferedImage before = decode(original);
        BufferedImage after = decode(clean.bytes());
        assertThat(after).isNotNull();
        assertThat(pixels(after)).isEqualTo(pixels(before));
        assertThat(clean.width()).isEqualTo(before.getWidth());
        assertThat(clean.height()).isEqualTo(before.getHeight());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void jpeg_losesPositionAndTexts_andShowsTheSame(boolean progressive) {
        byte[] plain = jpeg(123, 77, progressive);
        byte[] file = concat(
                withSegments(
                        plain,
                        exif(1, ByteOrder.LITTLE_ENDIAN),
                        segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", "<x:xmpmeta>" + SECRET),
                        segment(0xe2, "MPF\0", SECRET),
                        segment(0xed, "Photoshop 3.0\0", SECRET),
                        segment(0xe5, "", SECRET),
                        segment(0xfe, "", SECRET)),
                SECRET.getBytes(StandardCharsets.UTF_8));
        CleanPhoto clean = PhotoSanitizer.sanitize(file);
        assertThat(clean.mediaType()).isEqualTo("image/jpeg");
        assertThat(contains(clean.bytes(), SECRET)).isFalse();
        assertThat(contains(clean.bytes(), "Exif")).isFalse();
        assertThat(clean.bytes()).endsWith(0xff, 0xd9);
        showsTheSame(plain, clean);
    }

    @ParameterizedTest
    @CsvSource({"6, true", "8, false", "3, true", "2, false"})
    void jpeg_keepsItsOrientation_andNothingElseOfExif(int orientation, boolean little) {
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        byte[] plain = jpeg(40, 30, false);
        CleanPhoto clean = PhotoSanitizer.sanitize(withSegments(plain, exif(orientation, order)));
        assertThat(contains(clean.bytes(), SECRET)).isFalse();
        byte[] bytes = clean.bytes();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Exif\0\0MM\0*");
        assertThat(at).isPositive();
        assertThat(ByteBuffer.wrap(bytes).getShort(at - 2)).isEqualTo((short) 34);
        assertThat(ExifOrientation.read(new PhotoBytes(Arrays.copyOfRange(bytes, at + 6, at + 32))))
                .isEqualTo(orientation);
        showsTheSame(plain, clean);
        assertThat(PhotoSanitizer.sanitize(bytes).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 65535})
    void jpeg_dropsAnOrientation_thatSaysNothing(int orientation) {
        byte[] file = withSegments(jpeg(40, 30, false), exif(orientation, ByteOrder.BIG_ENDIAN));
        assertThat(contains(PhotoSanitizer.sanitize(file).bytes(), "Exif")).isFalse();
    }

    @Test
    void jpeg_losesItsThumbnails() {
        byte[] plain = jpeg(40, 30, false);
        byte[] jfif = concat(
                "JFIF\0\1\2\1\0\110\0\110\2\2".getBytes(StandardCharsets.ISO_8859_1),
                SECRET.substring(0, 12).getBytes(StandardCharsets.ISO_8859_1));
        byte[] bare = concat(Arrays.copyOf(plain, 2), Arrays.copyOfRange(plain, 20, plain.length));
        byte[] file = withSegments(bare, segment(0xe0, jfif), segment(0xe0, "JFXX\0\20", SECRET));
        CleanPhoto clean = PhotoSanitizer.sanitize(file);
        assertThat(contains(clean.bytes(), "JFIF")).isTrue();
        assertThat(contains(clean.bytes(), "JFXX")).isFalse();
        assertThat(contains(clean.bytes(), "SECRET")).isFalse();
        showsTheSame(plain, clean);
    }

    @Test
    void jpeg_keepsItsColourProfile_butNotWhatOnlyPretendsToBeOne() {
        byte[] prefix = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
        byte[] real = withSegments(jpeg(40, 30, false), segment(0xe2, concat(prefix, profile())));
        assertThat(contains(PhotoSanitizer.sanitize(real).bytes(), "acsp")).isTrue();
        byte[] false1 = withSegments(jpeg(40, 30, false), segment(0xe2, "ICC_PROFILE\0\1\1", SECRET.repeat(8)));
        assertThat(contains(PhotoSanitizer.sanitize(false1).bytes(), SECRET)).isFalse();
    }

    @Test
    void jpeg_losesSegmentsBetweenItsScans() {
        byte[] plain = jpeg(64, 64, true);
        int secondScan = indexOf(
                plain,
                new byte[] {(byte) 0xff, (byte) 0xda},
                indexOf(plain, new byte[] {(byte) 0xff, (byte) 0xda}, 0) + 2);
        byte[] file = concat(
                Arrays.copyOf(plain, secondScan),
                segment(0xfe, "", SECRET),
                Arrays.copyOfRange(plain, secondScan, plain.length));
        CleanPhoto clean = PhotoSanitizer.sanitize(file);
        assertThat(contains(clean.bytes(), SECRET)).isFalse();
        showsTheSame(plain, clean);
    }

    @Test
    void jpeg_ofTooManyPixels_isRefused() {
        byte[] file = jpeg(40, 30, false);
        int frame = indexOf(file, new byte[] {(byte) 0xff, (byte) 0xc0}, 0);
        ByteBuffer.wrap(file).putShort(frame + 5, (short) 20000).putShort(frame + 7, (short) 20000);
        isRefused(file, PhotoProblem.PHOTO_TOO_LARGE);
        ByteBuffer.wrap(file).putShort(frame + 5, (short) 0);
        isRefused(file, PhotoProblem.PHOTO_DAMAGED);
    }

    @Test
    void jpeg_ofRareCoding_isRefused() {
        byte[] file = jpeg(40, 30, false);
        file[indexOf(file, new byte[] {(byte) 0xff, (byte) 0xc0}, 0) + 1] = (byte) 0xc3;
        isRefused(file, PhotoProblem.PHOTO_UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_USHORT_GRAY
            })
    void png_losesPositionAndTexts_andShowsTheSame(int type) {
        byte[] plain = png(123, 77, type);
        byte[] file = concat(
                withChunks(
                        plain,
                        chunk("eXIf", "MM\0*" + SECRET),
                        chunk("tEXt", "Location\0" + SECRET),
                        chunk("zTXt", "Location\0\0" + SECRET),
                        chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + SECRET),
                        chunk("tIME", new byte[7]),
                        chunk("caBX", SECRET),
                        chunk("gAMA", SECRET),
                        chunk("pHYs", new byte[] {0, 0, 11, 19, 0, 0, 11, 19, 1})),
                SECRET.getBytes(StandardCharsets.UTF_8));
        CleanPhoto clean = PhotoSanitizer.sanitize(file);
        assertThat(clean.mediaType()).isEqualTo("image/png");
        for (String gone : List.of(SECRET, "eXIf", "tEXt", "zTXt", "iTXt", "tIME", "caBX", "gAMA")) {
            assertThat(contains(clean.bytes(), gone)).as(gone).isFalse();
        }
        assertThat(contains(clean.bytes(), "pHYs")).isTrue();
        showsTheSame(plain, clean);
        assertThat(PhotoSanitizer.sanitize(plain).bytes()).isEqualTo(plain);
    }

    @Test
    void png_withAWrongChecksum_isRefused() {
        byte[] file = png(20, 20, BufferedImage.TYPE_INT_RGB);
        file[45] ^= 1;
        isRefused(file, PhotoProblem.PHOTO_DAMAGED);
    }

    @Test
    void png_withAnUnknownCriticalChunk_isRefused() {
        isRefused(withChunks(png(20, 20, BufferedImage.TYPE_INT_RGB), chunk("EVIL", "x")), PhotoProblem.PHOTO_DAMAGED);
    }

    @Test
    void png_ofTooManyPixels_isRefused() {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(50_000)
                .putInt(50_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] plain = png(20, 20, BufferedImage.TYPE_INT_RGB);
        byte[] file =
                concat(Arrays.copyOf(plain, 8), chunk("IHDR", header), Arrays.copyOfRange(plain, 33, plain.length));
        isRefused(file, PhotoProblem.PHOTO_TOO_LARGE);
    }

    @Test
    void webp_losesExifAndXmp_andGetsItsFlagsAndSizesRight() {
        byte[] head = {0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] file = concat(
                riff(
                        riffChunk("VP8X", head),
                        riffChunk("ICCP", profile()),
                        chunksOf(SamplePhotos.WEBP_LOSSY),
                        riffChunk("EXIF", SECRET.getBytes(StandardCharsets.UTF_8)),
                        riffChunk("XMP ", SECRET.getBytes(StandardCharsets.UTF_8)),
                        riffChunk("WHAT", SECRET.getBytes(StandardCharsets.UTF_8))),
                SECRET.getBytes(StandardCharsets.UTF_8));
        CleanPhoto clean = PhotoSanitizer.sanitize(file);
        byte[] expectedHead = {0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        assertThat(clean.bytes())
                .isEqualTo(riff(
                        riffChunk("VP8X", expectedHead),
                        riffChunk("ICCP", profile()),
                        chunksOf(SamplePhotos.WEBP_LOSSY)));
        assertThat(clean.mediaType()).isEqualTo("image/webp");
        assertThat(clean.width()).isEqualTo(1);
        assertThat(clean.height()).isEqualTo(1);
    }

    @Test
    void webp_thatIsClean_staysAsItIs() {
        for (byte[] file : List.of(SamplePhotos.WEBP_LOSSY, SamplePhotos.WEBP_LOSSLESS, SamplePhotos.WEBP_ALPHA)) {
            assertThat(PhotoSanitizer.sanitize(file).bytes()).isEqualTo(file);
        }
    }

    @Test
    void webp_thatMoves_isRefused() {
        isRefused(SamplePhotos.WEBP_ANIMATED, PhotoProblem.PHOTO_UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "GIF89a, GIF",
        "'\0\0\0\u0018ftypheic', HEIC/HEIF/AVIF",
        "'\0\0\0\u0018ftypisom', audio or video",
        "%PDF-1.7, PDF",
        "'<!DOCTYPE html><html>', 'HTML, XML or SVG'",
        "'  <svg xmlns=', 'HTML, XML or SVG'",
        "'<script>alert(1)</script>', 'HTML, XML or SVG'",
        "'PK\u0003\u0004', an archive or document",
        "MZ, a program",
        "BM, BMP",
        "'{\"a\":1}', of no known format",
        "x, of no known format"
    })
    void otherContent_isRefused_withItsName(String start, String name) {
        byte[] file = start.getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(PhotoRefused.class)
                .isThrownBy(() -> PhotoSanitizer.sanitize(file))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(PhotoProblem.PHOTO_UNSUPPORTED);
                    assertThat(((Words) refused.args().get(0)).en()).isEqualTo(name);
                });
    }

    @Test
    void nothingAndTooMuch_areRefused() {
        isRefused(null, PhotoProblem.PHOTO_EMPTY);
        isRefused(new byte[0], PhotoProblem.PHOTO_EMPTY);
        byte[] large = Arrays.copyOf(jpeg(40, 30, false), PhotoSanitizer.MAX_BYTES + 1);
        isRefused(large, PhotoProblem.PHOTO_TOO_LARGE);
        // Exactly the limit is taken; what hangs behind the end goes.
        byte[] most = Arrays.copyOf(jpeg(40, 30, false), PhotoSanitizer.MAX_BYTES);
        assertThat(PhotoSanitizer.sanitize(most).bytes().length).isLessThan(10_000);
    }

    private static int indexOf(byte[] file, byte[] wanted, int from) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .indexOf(new String(wanted, StandardCharsets.ISO_8859_1), from);
    }
}
