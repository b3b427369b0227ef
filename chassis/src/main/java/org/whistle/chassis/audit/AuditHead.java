package org.whistle.chassis.audit;

import io.vertx.mutiny.sqlclient.Row;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Both ends of the chain. With its signature it says how many records there are and which is the last, so that cutting the
 * chain at either end is seen.
 *
 * @param seq place of the last sealed record; 0 before the first
 * @param hash its hash
 * @param floorSeq place of the last record that retention removed; 0 before the first
 * @param floorHash its hash, to which the oldest record that is kept refers
 */
record AuditHead(long seq, byte[] hash, long floorSeq, byte[] floorHash, Instant sealedAt, Signature signature) {

    static final String READ =
            "select seq, hash, floor_seq, floor_hash, sealed_at, signed_with, signature from audit_head where id = 1";

    private static final byte FORMAT = 1;

    AuditHead {
        sealedAt = sealedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What proves the head.
     *
     * @param with name of the algorithm: of a MAC when there is a key, otherwise of a digest
     */
    record Signature(String with, byte[] bytes) {

        boolean matches(Signature other) {
            return with.equals(other.with) && java.security.MessageDigest.isEqual(bytes, other.bytes);
        }
    }

    static AuditHead of(Row row) {
        return new AuditHead(
                row.getLong("seq"),
                row.getBuffer("hash").getBytes(),
                row.getLong("floor_seq"),
                row.getBuffer("floor_hash").getBytes(),
                row.getOffsetDateTime("sealed_at").toInstant(),
                new Signature(
                        row.getString("signed_with"), row.getBuffer("signature").getBytes()));
    }

    /** How many records are kept. */
    long records() {
        return seq - floorSeq;
    }

    /** Whether nothing was ever sealed. */
    boolean isNew() {
        return seq == 0 && floorSeq == 0 && signature.bytes().length == 0;
    }

    boolean isSamePlaceAs(AuditHead other) {
        return seq == other.seq && Arrays.equals(hash, other.hash);
    }

    /** What is signed. */
    byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(seq);
            out.writeInt(hash.length);
            out.write(hash);
            out.writeLong(floorSeq);
            out.writeInt(floorHash.length);
            out.write(floorHash);
            out.writeLong(sealedAt.getEpochSecond());
            out.writeInt(sealedAt.getNano() / 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
