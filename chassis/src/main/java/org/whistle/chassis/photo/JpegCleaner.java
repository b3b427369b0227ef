package org.whistle.chassis.photo;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.Words;

/**
 * Walks the segments of a JPEG (ITU-T T.81 annex B) and keeps what decoding needs: tables, frame, scans, the bare JFIF
 * and Adobe marks, the colour profile. EXIF is left out but for a turned picture's orientation, which is written anew.
 */
final class JpegCleaner {

    /** A progressive picture has about ten; thousands would only keep a decoder busy. */
    private static final int MAX_SCANS = 100;

    private static final int SOF0 = 0xc0;
    private static final int SOF2 = 0xc2;
    private static final int DHT = 0xc4;
    private static final int RST0 = 0xd0;
    private static final int RST7 = 0xd7;
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int DQT = 0xdb;
    private static final int DRI = 0xdd;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;

    private static final String JFIF = "JFIF\0";
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";
    private static final String ADOBE = "Adobe";

    private final PhotoBytes in;
    private final ByteArrayOutputStream picture;
    private final List<byte[]> profile = new ArrayList<>();
    private byte @Nullable [] jfif;
    private byte @Nullable [] adobe;
    private int orientation = 1;
    private int width;
    private int height;
    private int components;
    private int scans;

    JpegCleaner(PhotoBytes in) {
        this.in = in;
        this.picture = new ByteArrayOutputStream(in.remaining());
    }

    CleanPhoto clean() {
        in.skip(2);
        int marker = marker();
        while (marker != EOI) {
            marker = segment(marker);
        }
        if (scans == 0) {
            throw PhotoRefused.damaged("没有图像数据", "there is no picture in it");
        }
        return new CleanPhoto("image/jpeg", assemble(), width, height);
    }

    /** Takes or leaves one segment; returns the marker behind it. */
    private int segment(int marker) {
        if (marker == SOI || marker >= RST0 && marker <= RST7) {
            throw PhotoRefused.damaged("标记顺序错误", "its markers are out of order");
        }
        if (marker == 0x01) {
            return marker();
        }
        int length = in.u16();
        if (length < 2) {
            throw PhotoRefused.damaged("段长度错误", "a segment has a wrong length");
        }
        int from = in.position();
        PhotoBytes data = in.part(length - 2L);
        switch (marker) {
            case DQT, DHT, DRI -> copy(marker, from, length);
            case SOF0, SOF0 + 1, SOF2 -> {
                frame(data, length);
                copy(marker, from, length);
            }
            case SOS -> {
                scan(data, length);
                copy(marker, from, length);
                return entropyCoded();
            }
            case APP0 -> keepJfif(data);
            case APP1 -> readExif(data);
            case APP2 -> keepProfile(data);
            case APP14 -> keepAdobe(data);
            default -> refuseUnlessComment(marker);
        }
        return marker();
    }

    private void frame(PhotoBytes data, int length) {
        if (components != 0) {
            throw PhotoRefused.damaged("含有多个图像帧", "it has more than one frame");
        }
        int precision = data.u8();
        height = data.u16();
        width = data.u16();
        components = data.u8();
        if (length != 8 + 3 * components || components != 1 && components != 3 && components != 4) {
            throw PhotoRefused.damaged("图像帧错误", "its frame header is wrong");
        }
        if (precision != 8) {
            throw unsupported("12 位 JPEG", "a 12 bit JPEG");
        }
        PhotoSanitizer.checkSize(width, height);
    }

    private void scan(PhotoBytes data, int length) {
        int inScan = data.u8();
        if (components == 0 || inScan < 1 || inScan > components || length != 6 + 2 * inScan) {
            throw PhotoRefused.damaged("扫描段错误", "a scan header is wrong");
        }
        if (++scans > MAX_SCANS) {
            throw PhotoRefused.damaged("扫描段过多", "it has too many scans");
        }
    }

    /** Copies a scan's data up to the next real marker, which it returns. */
    private int entropyCoded() {
        byte[] bytes = in.array();
        int from = in.position();
        int at = from;
        int end = from + in.remaining();
        while (at < end) {
            if (bytes[at] == (byte) 0xff) {
                int next = at + 1 < end ? bytes[at + 1] & 0xff : -1;
                if (next > 0 && next != 0xff && (next < RST0 || next > RST7)) {
                    picture.write(bytes, from, at - from);
                    in.skip(at - from);
                    return marker();
                }
                // Fill bytes (FF FF) are looked at one by one; a stuffed zero and a restart belong to the data.
                at += next == 0xff || next < 0 ? 1 : 2;
            } else {
                at++;
            }
        }
        throw PhotoRefused.damaged("文件在结束之前中断", "the file ends too early");
    }

    /** Reads {@code FF xx}, passing over fill bytes. */
    private int marker() {
        if (in.u8() != 0xff) {
            throw PhotoRefused.damaged("标记错误", "a marker is missing");
        }
        int marker = in.u8();
        while (marker == 0xff) {
            marker = in.u8();
        }
        if (marker == 0) {
            throw PhotoRefused.damaged("标记错误", "a marker is missing");
        }
        return marker;
    }

    /** Keeps version and density; the thumbnail that may follow is left out. */
    private void keepJfif(PhotoBytes data) {
        if (jfif == null && data.startsWith(JFIF) && data.remaining() >= 14) {
            data.skip(JFIF.length());
            byte[] rest = data.rest();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            segment(out, APP0, 14);
            latin(out, JFIF);
            out.write(rest, 0, 7);
            out.write(0);
            out.write(0);
            jfif = out.toByteArray();
        }
    }

    private void keepAdobe(PhotoBytes data) {
        if (adobe == null && data.startsWith(ADOBE) && data.remaining() >= 12) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            segment(out, APP14, 12);
            out.write(data.rest(), 0, 12);
            adobe = out.toByteArray();
        }
    }

    private void keepProfile(PhotoBytes data) {
        if (data.startsWith(ICC) && data.remaining() > ICC.length() + 2 && scans == 0) {
            profile.add(data.rest());
        }
    }

    private void readExif(PhotoBytes data) {
        if (orientation == 1 && data.startsWith(EXIF)) {
            data.skip(EXIF.length());
            orientation = ExifOrientation.read(data);
        }
    }

    private static void refuseUnlessComment(int marker) {
        if (marker > SOF2 && marker < 0xd0) {
            throw unsupported("无损、分层或算术编码的 JPEG", "a lossless, hierarchical or arithmetic JPEG");
        }
        if (marker != COM && (marker < APP0 || marker > APP15)) {
            throw PhotoRefused.damaged("未知的标记", "it has a marker that is not known");
        }
    }

    private byte[] assemble() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(picture.size() + 256);
        out.write(0xff);
        out.write(SOI);
        if (jfif != null) {
            out.writeBytes(jfif);
        }
        if (orientation != 1) {
            byte[] exif = ExifOrientation.write(orientation);
            segment(out, APP1, EXIF.length() + exif.length);
            latin(out, EXIF);
            out.writeBytes(exif);
        }
        if (IccProfiles.plausible(profile, ICC.length() + 2)) {
            for (byte[] part : profile) {
                segment(out, APP2, part.length);
                out.writeBytes(part);
            }
        }
        if (adobe != null) {
            out.writeBytes(adobe);
        }
        out.writeBytes(picture.toByteArray());
        out.write(0xff);
        out.write(EOI);
        return out.toByteArray();
    }

    private void copy(int marker, int from, int length) {
        segment(picture, marker, length - 2);
        picture.write(in.array(), from, length - 2);
    }

    private static void segment(ByteArrayOutputStream out, int marker, int dataLength) {
        out.write(0xff);
        out.write(marker);
        out.write(dataLength + 2 >> 8);
        out.write(dataLength + 2);
    }

    private static void latin(ByteArrayOutputStream out, String text) {
        for (int i = 0; i < text.length(); i++) {
            out.write(text.charAt(i));
        }
    }

    private static PhotoRefused unsupported(String zh, String en) {
        return new PhotoRefused(PhotoProblem.PHOTO_UNSUPPORTED, new Words(zh, en));
    }
}
