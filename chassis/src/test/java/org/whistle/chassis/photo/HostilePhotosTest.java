package org.whistle.chassis.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent as a photo: it is taken and clean, or refused; nothing else comes out. */
class HostilePhotosTest {

    private static final int FLIPS = 20_000;

    static Stream<Arguments> samples() {
        byte[] webp = SamplePhotos.riff(
                SamplePhotos.riffChunk("VP8X", new byte[] {0x3c, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                SamplePhotos.riffChunk("ICCP", SamplePhotos.profile()),
                SamplePhotos.chunksOf(SamplePhotos.WEBP_LOSSY),
                SamplePhotos.riffChunk("EXIF", new byte[13]));
        return Stream.of(
                Arguments.of(
                        "jpeg",
                        SamplePhotos.withSegments(
                                SamplePhotos.jpeg(24, 16, false), SamplePhotos.exif(6, ByteOrder.LITTLE_ENDIAN))),
                Arguments.of(
                        "progressive jpeg",
                        SamplePhotos.withSegments(
                                SamplePhotos.jpeg(24, 16, true), SamplePhotos.exif(8, ByteOrder.BIG_ENDIAN))),
                Arguments.of("png", SamplePhotos.png(16, 16, BufferedImage.TYPE_BYTE_INDEXED)),
                Arguments.of("webp", webp),
                Arguments.of("webp with alpha", SamplePhotos.WEBP_ALPHA),
                Arguments.of("lossless webp", SamplePhotos.WEBP_LOSSLESS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aPhotoCutOff_anywhere_isRefused(String name, byte[] file) {
        for (int length = 0; length < file.length; length++) {
            CleanPhoto clean = cleanOrNull(Arrays.copyOf(file, length));
            assertThat(clean)
                    .as("%s cut at %d of %d", name, length, file.length)
                    .isNull();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aPhotoWithFlippedBits_isTakenCleanOrRefused(String name, byte[] file) {
        Random random = new Random(42);
        int taken = 0;
        for (int i = 0; i < FLIPS; i++) {
            byte[] broken = file.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            CleanPhoto clean = cleanOrNull(broken);
            if (clean != null) {
                taken++;
                isStable(clean);
            }
        }
        assertThat(taken).as("some survive, else nothing was tried").isBetween(1, FLIPS - 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aPhotoWithRandomBytesInIt_isTakenCleanOrRefused(String name, byte[] file) {
        Random random = new Random(7);
        for (int i = 0; i < FLIPS; i++) {
            byte[] broken = file.clone();
            int from = random.nextInt(broken.length);
            for (int at = from; at < Math.min(broken.length, from + 1 + random.nextInt(8)); at++) {
                broken[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
            }
            CleanPhoto clean = cleanOrNull(broken);
            if (clean != null) {
                isStable(clean);
            }
        }
    }

    /** What has been cleaned is clean: another pass changes nothing. */
    private static void isStable(CleanPhoto clean) {
        CleanPhoto again = PhotoSanitizer.sanitize(clean.bytes());
        assertThat(Arrays.equals(again.bytes(), clean.bytes())).isTrue();
        assertThat(again.width()).isEqualTo(clean.width());
        assertThat(again.height()).isEqualTo(clean.height());
        assertThat((long) clean.width() * clean.height()).isBetween(1L, PhotoSanitizer.MAX_PIXELS);
    }

    private static CleanPhoto cleanOrNull(byte[] file) {
        try {
            return PhotoSanitizer.sanitize(file);
        } catch (PhotoRefused refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return null;
        }
    }
}
