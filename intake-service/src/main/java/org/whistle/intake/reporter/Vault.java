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
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals personal data with AES-256-GCM, each record with a nonce of its own and bound to its report: a sealed record
 * moved to another report does not open. Layout: format (1 byte), nonce (12), ciphertext with tag.
 */
public final class Vault {

    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    public Vault(DataKey key) {
        this.key = new SecretKeySpec(key.keyFor("whistle/intake/personal-data/1"), "AES");
    }

    /** The sealed form, to be stored with this report. */
    public byte[] seal(PersonalData data, UUID reportId) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, reportId, write(data));
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(FORMAT)
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
        if (sealed.length <= 1 + NONCE || sealed[0] != FORMAT) {
            throw new IllegalStateException("not sealed here");
        }
        ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] nonce = new byte[NONCE];
        parts.get(nonce);
        byte[] body = new byte[parts.remaining()];
        parts.get(body);
        return read(run(Cipher.DECRYPT_MODE, nonce, reportId, body));
    }

    private byte[] run(int mode, byte[] nonce, UUID reportId, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(reportId.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
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
