package org.whistle.chassis.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;

/**
 * Where the next page of a list begins: the sort key of the last row given. On the wire it is one opaque base64url
 * word. Its checksum finds a damaged cursor; it is no secret, and a forged one opens nothing, because the caller's
 * scope is part of every query.
 *
 * @param values the key's values in the order of the list, each at most 200 characters
 */
public record Cursor(List<String> values) {

    private static final int MAX_VALUES = 8;
    private static final int MAX_VALUE = 200;
    private static final int MAX_TEXT = 4_000;
    private static final int FORMAT = 1;

    public Cursor {
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > MAX_VALUES) {
            throw new IllegalArgumentException("1 to " + MAX_VALUES + " values");
        }
        for (String value : values) {
            if (value.length() > MAX_VALUE) {
                throw new IllegalArgumentException("value longer than " + MAX_VALUE);
            }
        }
    }

    /** A cursor of key values; each is kept as its {@code toString()}. */
    public static Cursor of(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(Object::toString).toList());
    }

    /**
     * Reads a cursor.
     *
     * @param size how many values this list's key has
     * @throws ProblemException 400 {@code invalid-cursor} when it is not one this list gave
     */
    public static Cursor decode(String text, int size) {
        if (text.length() > MAX_TEXT) {
            throw invalid();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length < 6) {
                throw invalid();
            }
            ByteBuffer whole = ByteBuffer.wrap(bytes);
            int checksum = whole.getInt();
            if (checksum != checksum(bytes, 4) || whole.get() != FORMAT || whole.get() != size) {
                throw invalid();
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 6, bytes.length - 6));
            List<String> values = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                values.add(utf8(in.readNBytes(in.readUnsignedShort())));
            }
            if (in.available() > 0) {
                throw invalid();
            }
            Cursor cursor = new Cursor(values);
            // Base64 has several spellings of one value; only ours is ours.
            if (!cursor.encode().equals(text)) {
                throw invalid();
            }
            return cursor;
        } catch (IllegalArgumentException | IOException e) {
            throw invalid();
        }
    }

    /** The cursor as one word that is safe in a query. */
    public String encode() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            out.writeInt(0);
            out.writeByte(FORMAT);
            out.writeByte(values.size());
            for (String value : values) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                out.writeShort(bytes.length);
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = body.toByteArray();
        ByteBuffer.wrap(bytes).putInt(checksum(bytes, 4));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The value at an index, from 0. */
    public String text(int index) {
        return values.get(index);
    }

    /** The value at an index. @throws ProblemException 400 {@code invalid-cursor} when it is no instant */
    public Instant instant(int index) {
        try {
            return Instant.parse(text(index));
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    /** The value at an index. @throws ProblemException 400 {@code invalid-cursor} when it is no UUID */
    public UUID uuid(int index) {
        try {
            return UUID.fromString(text(index));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** The value at an index. @throws ProblemException 400 {@code invalid-cursor} when it is no whole number */
    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }

    private static ProblemException invalid() {
        return ProblemException.of(CommonProblem.INVALID_CURSOR);
    }
}
