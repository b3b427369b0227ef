package org.whistle.intake.report;

import java.util.HexFormat;

/**
 * A keyed hash of a request, 32 bytes as 64 hex digits. Keyed, because the request holds a phone number, and the plain
 * hash of one is found by trying all of them.
 */
public record Fingerprint(String hex) {

    private static final int BYTES = 32;

    public Fingerprint {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("a fingerprint has " + BYTES + " bytes");
        }
    }

    /** The fingerprint of these 32 bytes. */
    public static Fingerprint of(byte[] bytes) {
        return new Fingerprint(HexFormat.of().formatHex(bytes));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
