package org.whistle.intake.reporter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of the city's for personal data, and the keys made from it: one for each purpose, so that no two uses of a key
 * ever meet.
 */
public final class DataKey {

    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final MacKey master;

    private DataKey(byte[] key, String mac) {
        // An algorithm that no provider has is found here, at the start, and not at the first report.
        this.master = new MacKey(new SecretKeySpec(key, mac));
    }

    /**
     * The key in base64, 256 bits.
     *
     * @throws IllegalArgumentException when it is no base64 or has another length; the message does not show it
     */
    public static DataKey ofBase64(String text) {
        return ofBase64("WHISTLE_DATA_KEY", text, HMAC);
    }

    /**
     * The key in base64, 256 bits.
     *
     * @param name what the message of a refusal calls it
     * @param mac the algorithm by which the keys are made from it, of an installed provider; {@code HmacSM3} with one that
     *     has it
     * @throws IllegalArgumentException when it is no base64 or has another length; the message does not show it
     */
    public static DataKey ofBase64(String name, String text, String mac) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is not base64");
        }
        if (key.length != BYTES) {
            throw new IllegalArgumentException(name + " must hold " + BYTES + " bytes");
        }
        return new DataKey(key, mac);
    }

    /** The bytes of the key for one purpose, 32 of them. */
    byte[] keyFor(String purpose) {
        return master.hash(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** The key for one purpose, to be used with the same MAC. */
    MacKey macKeyFor(String purpose) {
        return master.derived(purpose.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "DataKey[hidden]";
    }
}
