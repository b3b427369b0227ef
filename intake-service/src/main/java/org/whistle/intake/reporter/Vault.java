package org.whistle.intake.reporter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Seals personal data with the newest key of the {@link KeyRing}, each record with a nonce of its own and bound to its
 * report: a sealed record moved to another report does not open.
 *
 * <p>Layout: format 2 (1 byte), version of the key (2), nonce (12), ciphertext with tag; format and version are bound as
 * well. Format 1, which is only read, had no version and was sealed with the first key.
 */
public final class Vault {

    private static final byte FIRST_FORMAT = 1;
    private static final byte FORMAT = 2;
    private static final int HEADER = 3;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    public Vault(KeyRing keys) {
        this.keys = keys;
    }

    public Vault(DataKey key) {
        this(KeyRing.of(key));
    }

    /** The version of the key that seals. */
    public int newestKey() {
        return keys.newest().version();
    }

    /** The sealed form, to be stored with this report. */
    public byte[] seal(PersonalData data, UUID reportId) {
        SealingKey key = keys.newest();
        byte[] nonce = new byte[SealingKey.NONCE];
        random.nextBytes(nonce);
        byte[] header = {FORMAT, (byte) (key.version() >> 8), (byte) key.version()};
        byte[] sealed = run(key, Cipher.ENCRYPT_MODE, nonce, bound(header, reportId), write(data));
        return ByteBuffer.allocate(HEADER + nonce.length + sealed.length)
                .put(header)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * What was sealed for this report.
     *
     * @throws IllegalStateException when it was altered, belongs to another report, or was sealed with another key
     */
    public PersonalData open(byte[] sealed, UUID reportId) {
        int header = sealed.length == 0 ? 0 : headerOf(sealed[0]);
        if (header == 0 || sealed.length <= header + SealingKey.NONCE) {
            throw new IllegalStateException("not sealed here");
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed, header, sealed.length - header);
        byte[] nonce = new byte[SealingKey.NONCE];
        parts.get(nonce);
        byte[] body = new byte[parts.remaining()];
        parts.get(body);
        SealingKey key = keys.key(
                header == 1 ? KeyRing.FIRST : Byte.toUnsignedInt(sealed[1]) << 8 | Byte.toUnsignedInt(sealed[2]));
        byte[] bound = bound(header == 1 ? new byte[0] : Arrays.copyOf(sealed, header), reportId);
        return read(run(key, Cipher.DECRYPT_MODE, nonce, bound, body));
    }

    /** How many bytes stand before the nonce; 0 for a format unknown here. */
    private static int headerOf(byte format) {
        return switch (format) {
            case FIRST_FORMAT -> 1;
            case FORMAT -> HEADER;
            default -> 0;
        };
    }

    private static byte[] bound(byte[] header, UUID reportId) {
        byte[] id = reportId.toString().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(header.length + id.length)
                .put(header)
                .put(id)
                .array();
    }

    private static byte[] run(SealingKey key, int mode, byte[] nonce, byte[] bound, byte[] input) {
        try {
            return key.run(mode, nonce, bound, input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data of a report cannot be sealed or opened", e);
        }
    }

    private static byte[] write(PersonalData data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeText(out, data.name());
            writeText(out, data.phone());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static PersonalData read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new PersonalData(readText(in), readText(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
