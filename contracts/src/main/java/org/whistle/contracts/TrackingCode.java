package org.whistle.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The code by which whoever reported follows what becomes of it, without an account: who has it may look, and nobody else.
 * 26 letters and digits of Crockford's base 32, 130 bits that nobody can guess.
 *
 * @param text the code as it is written down: upper case, without marks between
 */
public record TrackingCode(String text) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int BITS = 5;

    public TrackingCode {
        if (text.length() != LENGTH || text.chars().anyMatch(letter -> LETTERS.indexOf(letter) < 0)) {
            // Without the text: a code that somebody mistyped is nearly one.
            throw new ContractViolation("trackingCode", "is no tracking code");
        }
    }

    /**
     * The code of random bytes, or of bytes as good as random.
     *
     * @param bytes at least 17; the first 130 bits count
     */
    public static TrackingCode of(byte[] bytes) {
        StringBuilder text = new StringBuilder(LENGTH);
        int buffer = 0;
        int held = 0;
        int next = 0;
        while (text.length() < LENGTH) {
            if (held < BITS) {
                buffer = buffer << Byte.SIZE | bytes[next++] & 0xFF;
                held += Byte.SIZE;
            }
            held -= BITS;
            text.append(LETTERS.charAt(buffer >> held & (1 << BITS) - 1));
        }
        return new TrackingCode(text.toString());
    }

    /**
     * The code as a person types it: in any case, with blanks or hyphens, O for 0, I and L for 1.
     *
     * @return empty when it is none
     */
    public static Optional<TrackingCode> read(String typed) {
        if (typed.length() > 2 * LENGTH) {
            return Optional.empty();
        }
        String text = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean code = text.length() == LENGTH && text.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
        return code ? Optional.of(new TrackingCode(text)) : Optional.empty();
    }

    /** What stands for it in events and in other services: SHA-256 in base64url without padding, 43 characters. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the code, which must not come into a log. */
    @Override
    public String toString() {
        return "TrackingCode[hidden]";
    }
}
