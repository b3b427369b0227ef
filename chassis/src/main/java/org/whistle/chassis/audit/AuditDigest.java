package org.whistle.chassis.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a link. It is over canonical bytes: a format byte, the previous hash, the place in the chain, the instant in
 * microseconds, and each text with its length before it, so that no two links have the same bytes.
 */
final class AuditDigest {

    private static final byte FORMAT = 1;
    private static final int ABSENT = -1;

    private final String algorithm;

    /** @throws IllegalArgumentException when no security provider here has the algorithm */
    AuditDigest(String algorithm) {
        this.algorithm = algorithm;
        digest();
    }

    String algorithm() {
        return algorithm;
    }

    byte[] hash(long seq, AuditEntry entry, byte[] previous) {
        return digest().digest(canonical(seq, entry, previous));
    }

    /** The plain hash of bytes that were made canonical elsewhere. */
    byte[] hash(byte[] bytes) {
        return digest().digest(bytes);
    }

    private byte[] canonical(long seq, AuditEntry entry, byte[] previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            text(out, algorithm);
            out.writeInt(previous.length);
            out.write(previous);
            out.writeLong(seq);
            out.writeLong(entry.at().getEpochSecond());
            out.writeInt(entry.at().getNano() / 1_000);
            text(out, entry.actor());
            text(out, entry.department());
            text(out, entry.action());
            text(out, entry.subjectType());
            text(out, entry.subjectId());
            text(out, entry.detail());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("no security provider here has the digest " + algorithm, e);
        }
    }
}
