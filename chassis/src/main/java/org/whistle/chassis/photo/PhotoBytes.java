package org.whistle.chassis.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a file from front to back and refuses it, instead of failing, where it ends too early. */
final class PhotoBytes {

    private final byte[] bytes;
    private final int end;
    private int at;

    PhotoBytes(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private PhotoBytes(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int position() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    void skip(int count) {
        need(count);
        at += count;
    }

    int u8() {
        need(1);
        return bytes[at++] & 0xff;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    int u16le() {
        return u8() | u8() << 8;
    }

    int u24le() {
        return u8() | u8() << 8 | u8() << 16;
    }

    long u32le() {
        return u16le() | (long) u16le() << 16;
    }

    /** The next bytes as a text of one byte a character. */
    String latin(int count) {
        need(count);
        String text = new String(bytes, at, count, StandardCharsets.ISO_8859_1);
        at += count;
        return text;
    }

    /** The next bytes as a file of their own; this one goes on behind them. */
    PhotoBytes part(long count) {
        need(count);
        PhotoBytes part = new PhotoBytes(bytes, at, at + (int) count);
        at += (int) count;
        return part;
    }

    /** What has not been read yet, as a copy. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, at, end);
    }

    /** Whether the next bytes are this text; does not move on. */
    boolean startsWith(String text) {
        if (remaining() < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ((bytes[at + i] & 0xff) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The byte so many places ahead, without moving on; -1 behind the end. */
    int peek(int ahead) {
        return ahead >= 0 && ahead < remaining() ? bytes[at + ahead] & 0xff : -1;
    }

    /** The file the positions count in. */
    byte[] array() {
        return bytes;
    }

    private void need(long count) {
        if (count < 0 || count > remaining()) {
            throw PhotoRefused.damaged("文件在结束之前中断", "the file ends too early");
        }
    }
}
