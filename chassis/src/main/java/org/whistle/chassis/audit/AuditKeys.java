package org.whistle.chassis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.audit.AuditHead.Signature;

/**
 * The algorithms of the chain and the key of its head. Without a key the head is only hashed: then whoever may write to
 * the database can make a whole new chain that verifies. With one they would need the key too.
 */
@ApplicationScoped
class AuditKeys {

    /** Stands for "no key" as the key before the present one. */
    static final String NONE = "none";

    private static final int FEWEST_BYTES = 16;
    private static final Signature UNSIGNED = new Signature("", new byte[0]);

    private final AuditDigest digest;
    private final String mac;
    private final byte @Nullable [] key;
    private final @Nullable String before;

    /**
     * @param digest a {@link java.security.MessageDigest} of an installed provider; {@code SM3} with one that has it
     * @param mac a {@link Mac} of an installed provider; {@code HmacSM3} with one that has it
     * @param key base64, at least 16 bytes
     * @param before the key before this one, or {@code none}: its head is accepted until the next one is signed
     */
    AuditKeys(
            @ConfigProperty(name = "whistle.audit.digest", defaultValue = "SHA-256") String digest,
            @ConfigProperty(name = "whistle.audit.mac", defaultValue = "HmacSHA256") String mac,
            @ConfigProperty(name = "whistle.audit.key") Optional<String> key,
            @ConfigProperty(name = "whistle.audit.previous-key") Optional<String> before) {
        this.digest = new AuditDigest(digest);
        this.mac = mac;
        this.key = key.map(text -> bytes("whistle.audit.key", text)).orElse(null);
        this.before = before.map(String::strip).orElse(null);
        if (this.before != null && !NONE.equals(this.before)) {
            bytes("whistle.audit.previous-key", this.before);
        }
        sign(new AuditHead(0, new byte[0], 0, new byte[0], Instant.EPOCH, UNSIGNED));
    }

    AuditDigest digest() {
        return digest;
    }

    boolean hasKey() {
        return key != null;
    }

    /** The head with its signature. */
    AuditHead sign(AuditHead head) {
        return new AuditHead(
                head.seq(),
                head.hash(),
                head.floorSeq(),
                head.floorHash(),
                head.sealedAt(),
                signature(head, key, key == null ? digest.algorithm() : mac));
    }

    /** Whether the head is as it was signed, with whatever algorithm that was. */
    boolean verifies(AuditHead head) {
        if (head.isNew() || verifies(head, key)) {
            return true;
        }
        return before != null
                && verifies(head, NONE.equals(before) ? null : bytes("whistle.audit.previous-key", before));
    }

    private static boolean verifies(AuditHead head, byte @Nullable [] with) {
        try {
            return signature(head, with, head.signature().with()).matches(head.signature());
        } catch (IllegalArgumentException e) {
            // Signed with something that no provider here has, or a plain hash where a key is demanded.
            return false;
        }
    }

    private static Signature signature(AuditHead head, byte @Nullable [] with, String algorithm) {
        return new Signature(
                algorithm,
                with == null
                        ? new AuditDigest(algorithm).hash(head.canonical())
                        : mac(with, algorithm, head.canonical()));
    }

    private static byte[] mac(byte[] with, String algorithm, byte[] message) {
        try {
            Mac made = Mac.getInstance(algorithm);
            made.init(new SecretKeySpec(with, algorithm));
            return made.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no security provider here has the MAC " + algorithm, e);
        }
    }

    private static byte[] bytes(String property, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(property + " is not base64");
        }
        if (bytes.length < FEWEST_BYTES) {
            throw new IllegalArgumentException(property + " must hold at least " + FEWEST_BYTES + " bytes");
        }
        return bytes;
    }
}
