package org.whistle.intake.reporter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The city's key for personal data, and the keys made from it: one for each purpose, so that no two uses of a key ever
 * meet.
 */
public final class DataKey {

    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec master;

    private DataKey(byte[] key) {
        this.master = new SecretKeySpec(key, HMAC);
    }

    /**
     * The key in base64, 256 bits.
     *
     * @throws IllegalArgumentException when it is no base64 or has another length; the message does not show it
     */
    public static DataKey ofBase64(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("WHISTLE_DATA_KEY is not base64");
        }
        if (key.length != BYTES) {
            throw new IllegalArgumentException("WHISTLE_DATA_KEY must hold " + BYTES + " bytes");
        }
        return new DataKey(key);
    }

    /** The 32 bytes of the key for one purpose. */
    byte[] keyFor(String purpose) {
        return hmac(master, purpose.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    static SecretKeySpec hmacKey(byte[] key) {
        return new SecretKeySpec(key, HMAC);
    }

    @Override
    public String toString() {
        return "DataKey[hidden]";
    }
}
