package org.whistle.intake.reporter;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of personal data by their versions. The newest seals; the older ones still open what they have sealed, until
 * all of it is sealed anew.
 */
public final class KeyRing {

    /** The version of the key that was there before there were versions. */
    public static final int FIRST = 1;

    /** How a key is used when nothing else is said. */
    public static final String AES = "AES/GCM/NoPadding";

    private static final int LAST = 65_535;
    private static final String PROPERTY = "whistle.intake.data-key";

    private final SortedMap<Integer, SealingKey> keys = new TreeMap<>();

    private KeyRing() {}

    /** A ring of the first key alone. */
    public static KeyRing of(DataKey first) {
        KeyRing ring = new KeyRing();
        ring.keys.put(FIRST, new SealingKey(FIRST, first, AES));
        return ring;
    }

    /**
     * A ring of the first key and later ones.
     *
     * @param later {@code version:key} or {@code version:cipher:key}, with commas between; versions from 2, keys of 32
     *     bytes in base64, ciphers of an installed provider ({@code SM4/GCM/NoPadding} with one that has it)
     * @param mac as in {@link DataKey#ofBase64(String, String, String)}
     * @throws IllegalArgumentException when it cannot be read or used; the message shows no key
     */
    public static KeyRing of(DataKey first, String later, String mac) {
        KeyRing ring = of(first);
        for (String entry : later.split(",")) {
            if (!entry.isBlank()) {
                ring.add(entry.strip().split(":", -1), mac);
            }
        }
        return ring;
    }

    private void add(String[] parts, String mac) {
        if (parts.length != 2 && parts.length != 3) {
            throw new IllegalArgumentException(PROPERTY + " must be version:key or version:cipher:key");
        }
        int version = version(parts[0]);
        String cipher = parts.length == 3 ? parts[1] : AES;
        DataKey key = DataKey.ofBase64(PROPERTY + " " + version, parts[parts.length - 1], mac);
        if (keys.putIfAbsent(version, new SealingKey(version, key, cipher)) != null) {
            throw new IllegalArgumentException(PROPERTY + " has version " + version + " twice");
        }
    }

    private static int version(String text) {
        try {
            int version = Integer.parseInt(text);
            if (version > FIRST && version <= LAST) {
                return version;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of bounds.
        }
        throw new IllegalArgumentException(PROPERTY + ": versions are numbers from 2 to " + LAST);
    }

    /** The key that seals. */
    SealingKey newest() {
        return keys.get(keys.lastKey());
    }

    /** @throws IllegalStateException when there is no key of this version */
    SealingKey key(int version) {
        SealingKey key = keys.get(version);
        if (key == null) {
            throw new IllegalStateException("personal data is sealed with key " + version + ", which is not here");
        }
        return key;
    }
}
