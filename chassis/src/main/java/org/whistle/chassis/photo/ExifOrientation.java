package org.whistle.chassis.photo;

/** The one mark of EXIF a viewer needs: which way up the picture is (EXIF 3.0, tag 0x0112). */
final class ExifOrientation {

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int MAX_ENTRIES = 1000;

    private ExifOrientation() {}

    /** Reads the mark out of a TIFF block; 1 (upright) when it is absent or makes no sense. */
    static int read(PhotoBytes tiff) {
        boolean little = tiff.startsWith("II*\0");
        if (!little && !tiff.startsWith("MM\0*") || tiff.remaining() < 14) {
            return 1;
        }
        int length = tiff.remaining();
        tiff.skip(4);
        long directory = little ? tiff.u32le() : tiff.u32();
        if (directory < 8 || directory > length - 2L) {
            return 1;
        }
        tiff.skip((int) directory - 8);
        int entries = u16(tiff, little);
        for (int i = 0; i < Math.min(entries, MAX_ENTRIES) && tiff.remaining() >= 12; i++) {
            PhotoBytes entry = tiff.part(12);
            int tag = u16(entry, little);
            int type = u16(entry, little);
            long count = little ? entry.u32le() : entry.u32();
            int value = u16(entry, little);
            if (tag == TAG) {
                return type == SHORT && count == 1 && value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** A TIFF block with nothing but the mark. */
    static byte[] write(int orientation) {
        return new byte[] {
            'M',
            'M',
            0,
            42, // big endian
            0,
            0,
            0,
            8, // where the only directory begins
            0,
            1, // it has one entry:
            TAG >> 8,
            TAG & 0xff,
            0,
            SHORT,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0 // no further directory
        };
    }

    private static int u16(PhotoBytes bytes, boolean little) {
        return little ? bytes.u16le() : bytes.u16();
    }
}
