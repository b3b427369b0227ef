package org.whistle.chassis.photo;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.Words;

/**
 * Walks the chunks of a still WebP (RFC 9649) and keeps picture, alpha and colour profile; EXIF, XMP and everything
 * unknown are left out, and flags and sizes are written anew.
 */
final class WebpCleaner {

    private static final int PROFILE_FLAG = 0x20;
    private static final int ALPHA_FLAG = 0x10;
    private static final int ANIMATION_FLAG = 0x02;

    private final PhotoBytes file;
    private boolean extended;
    private boolean alphaFlag;
    private int canvasWidth;
    private int canvasHeight;
    private byte @Nullable [] profile;
    private byte @Nullable [] alpha;
    private byte @Nullable [] picture;
    private String pictureType = "";
    private int width;
    private int height;

    WebpCleaner(PhotoBytes file) {
        this.file = file;
    }

    CleanPhoto clean() {
        file.skip(4);
        long size = file.u32le();
        if (size < 12) {
            throw PhotoRefused.damaged("文件长度错误", "its stated length is wrong");
        }
        // What hangs behind the stated length is left out.
        PhotoBytes in = file.part(size);
        in.skip(4);
        boolean first = true;
        while (in.remaining() > 0) {
            chunk(in, first);
            first = false;
        }
        if (picture == null) {
            throw PhotoRefused.damaged("没有图像数据", "there is no picture in it");
        }
        if (extended && (canvasWidth != width || canvasHeight != height)) {
            throw PhotoRefused.damaged("画布与图像尺寸不符", "canvas and picture differ in size");
        }
        return new CleanPhoto("image/webp", assemble(), width, height);
    }

    private void chunk(PhotoBytes in, boolean first) {
        String type = in.latin(4);
        long size = in.u32le();
        PhotoBytes data = in.part(size);
        // The last chunk's padding is missing from files of some writers.
        if (size % 2 == 1 && in.remaining() > 0) {
            in.skip(1);
        }
        switch (type) {
            case "VP8X" -> header(data, first);
            case "ICCP" -> {
                if (extended && picture == null && profile == null) {
                    profile = data.rest();
                }
            }
            case "ALPH" -> {
                if (extended && picture == null && alpha == null) {
                    alpha = data.rest();
                }
            }
            case "VP8 " -> lossy(data);
            case "VP8L" -> lossless(data);
            case "ANIM", "ANMF" -> throw animated();
            default -> {}
        }
    }

    private void header(PhotoBytes data, boolean first) {
        if (!first || data.remaining() < 10) {
            throw PhotoRefused.damaged("文件头错误", "its header is wrong");
        }
        int flags = data.u8();
        if ((flags & ANIMATION_FLAG) != 0) {
            throw animated();
        }
        extended = true;
        alphaFlag = (flags & ALPHA_FLAG) != 0;
        data.skip(3);
        canvasWidth = data.u24le() + 1;
        canvasHeight = data.u24le() + 1;
        PhotoSanitizer.checkSize(canvasWidth, canvasHeight);
    }

    private void lossy(PhotoBytes data) {
        byte[] whole = take("VP8 ", data);
        int tag = data.u24le();
        boolean keyFrame = (tag & 1) == 0;
        int firstPartition = tag >> 5;
        if (!keyFrame || data.u24le() != 0x2a019d || firstPartition > whole.length - 10) {
            throw PhotoRefused.damaged("图像数据错误", "its picture data is wrong");
        }
        width = data.u16le() & 0x3fff;
        height = data.u16le() & 0x3fff;
        PhotoSanitizer.checkSize(width, height);
    }

    private void lossless(PhotoBytes data) {
        take("VP8L", data);
        if (data.u8() != 0x2f) {
            throw PhotoRefused.damaged("图像数据错误", "its picture data is wrong");
        }
        long bits = data.u32le();
        if (bits >> 29 != 0) {
            throw PhotoRefused.damaged("图像数据错误", "its picture data is wrong");
        }
        width = (int) (bits & 0x3fff) + 1;
        height = (int) (bits >> 14 & 0x3fff) + 1;
        PhotoSanitizer.checkSize(width, height);
    }

    private byte[] take(String type, PhotoBytes data) {
        if (picture != null) {
            throw PhotoRefused.damaged("含有多个图像", "it has more than one picture");
        }
        picture = data.rest();
        pictureType = type;
        return picture;
    }

    private byte[] assemble() {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        boolean withProfile = profile != null && IccProfiles.plausible(List.of(profile), 0);
        boolean withAlpha = alpha != null && pictureType.equals("VP8 ");
        boolean losslessAlpha = alphaFlag && pictureType.equals("VP8L");
        if (withProfile || withAlpha || losslessAlpha) {
            int flags = (withProfile ? PROFILE_FLAG : 0) | (withAlpha || losslessAlpha ? ALPHA_FLAG : 0);
            write(chunks, "VP8X", canvas(flags));
        }
        if (withProfile) {
            write(chunks, "ICCP", profile);
        }
        if (withAlpha) {
            write(chunks, "ALPH", alpha);
        }
        write(chunks, pictureType, picture);
        ByteArrayOutputStream out = new ByteArrayOutputStream(chunks.size() + 12);
        latin(out, "RIFF");
        u32le(out, chunks.size() + 4);
        latin(out, "WEBP");
        out.writeBytes(chunks.toByteArray());
        return out.toByteArray();
    }

    private byte[] canvas(int flags) {
        int w = width - 1;
        int h = height - 1;
        return new byte[] {
            (byte) flags,
            0,
            0,
            0,
            (byte) w,
            (byte) (w >> 8),
            (byte) (w >> 16),
            (byte) h,
            (byte) (h >> 8),
            (byte) (h >> 16)
        };
    }

    private static void write(ByteArrayOutputStream out, String type, byte[] data) {
        latin(out, type);
        u32le(out, data.length);
        out.writeBytes(data);
        if (data.length % 2 == 1) {
            out.write(0);
        }
    }

    private static void latin(ByteArrayOutputStream out, String text) {
        for (int i = 0; i < text.length(); i++) {
            out.write(text.charAt(i));
        }
    }

    private static void u32le(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >> 8);
        out.write(value >> 16);
        out.write(value >> 24);
    }

    private static PhotoRefused animated() {
        return new PhotoRefused(PhotoProblem.PHOTO_UNSUPPORTED, new Words("动画 WebP", "an animated WebP"));
    }
}
