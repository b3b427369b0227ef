package org.whistle.chassis.photo;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/**
 * Walks the chunks of a PNG (W3C PNG, third edition, §5) and keeps the picture, its palette, transparency, colour space
 * and density. Texts, times, EXIF, animation and everything unknown are left out.
 */
final class PngCleaner {

    static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    private final PhotoBytes in;
    private final ByteArrayOutputStream out;
    private int width;
    private int height;
    private int colourType = -1;
    private boolean palette;
    private boolean dataBegun;
    private boolean dataEnded;
    private boolean ended;

    PngCleaner(PhotoBytes in) {
        this.in = in;
        this.out = new ByteArrayOutputStream(in.remaining());
    }

    CleanPhoto clean() {
        int from = in.position();
        in.skip(SIGNATURE.length());
        out.write(in.array(), from, SIGNATURE.length());
        while (!ended) {
            chunk();
        }
        if (!dataBegun) {
            throw PhotoRefused.damaged("没有图像数据", "there is no picture in it");
        }
        return new CleanPhoto("image/png", out.toByteArray(), width, height);
    }

    private void chunk() {
        int from = in.position();
        long length = in.u32();
        String type = in.latin(4);
        PhotoBytes data = in.part(length);
        long crc = in.u32();
        if (crc != crc(from + 4, (int) length + 4)) {
            throw PhotoRefused.damaged("校验和不符", "a checksum does not match");
        }
        if (colourType < 0 && !type.equals("IHDR")) {
            throw PhotoRefused.damaged("缺少文件头", "it does not begin with its header");
        }
        if (keep(type, length, data)) {
            out.write(in.array(), from, (int) length + 12);
        }
        dataEnded |= dataBegun && !type.equals("IDAT");
    }

    /** Whether a chunk goes into the clean file; known ones have bounds, so that nothing can hide in them. */
    private boolean keep(String type, long length, PhotoBytes data) {
        return switch (type) {
            case "IHDR" -> header(length, data);
            case "PLTE" -> palette(length);
            case "IDAT" -> data();
            case "IEND" -> end(length);
            case "tRNS" -> !dataBegun && (colourType != 3 || palette) && length <= 256;
            case "gAMA", "cICP" -> !dataBegun && length == 4;
            case "cHRM" -> !dataBegun && length == 32;
            case "sRGB" -> !dataBegun && length == 1;
            case "sBIT" -> !dataBegun && length <= 4;
            case "bKGD" -> !dataBegun && length <= 6;
            case "pHYs" -> !dataBegun && length == 9;
            case "iCCP" -> !dataBegun && length <= PhotoSanitizer.MAX_PROFILE;
            default -> unknown(type);
        };
    }

    private boolean header(long length, PhotoBytes data) {
        if (colourType >= 0 || length != 13) {
            throw PhotoRefused.damaged("文件头错误", "its header is wrong");
        }
        long wide = data.u32();
        long high = data.u32();
        int depth = data.u8();
        colourType = data.u8();
        int compression = data.u8();
        int filter = data.u8();
        int interlace = data.u8();
        boolean known =
                switch (colourType) {
                    case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
                    case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
                    case 2, 4, 6 -> depth == 8 || depth == 16;
                    default -> false;
                };
        if (!known || compression != 0 || filter != 0 || interlace > 1) {
            throw PhotoRefused.damaged("文件头错误", "its header is wrong");
        }
        PhotoSanitizer.checkSize(wide, high);
        width = (int) wide;
        height = (int) high;
        return true;
    }

    private boolean palette(long length) {
        if (palette || dataBegun || length == 0 || length > 768 || length % 3 != 0) {
            throw PhotoRefused.damaged("调色板错误", "its palette is wrong");
        }
        palette = true;
        return true;
    }

    private boolean data() {
        if (dataEnded || colourType == 3 && !palette) {
            throw PhotoRefused.damaged("数据块顺序错误", "its chunks are out of order");
        }
        dataBegun = true;
        return true;
    }

    private boolean end(long length) {
        if (length != 0) {
            throw PhotoRefused.damaged("文件尾错误", "its end is wrong");
        }
        ended = true;
        return true;
    }

    /** A chunk whose name begins in lower case may be left out; any other is part of the picture (§5.4). */
    private static boolean unknown(String type) {
        for (int i = 0; i < 4; i++) {
            char c = type.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                throw PhotoRefused.damaged("数据块名称错误", "a chunk has no proper name");
            }
        }
        if (Character.isUpperCase(type.charAt(0))) {
            throw PhotoRefused.damaged("未知的数据块", "it has a chunk that is not known");
        }
        return false;
    }

    private long crc(int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(in.array(), from, length);
        return crc.getValue();
    }
}
