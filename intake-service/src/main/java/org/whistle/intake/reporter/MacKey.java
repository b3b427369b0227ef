package org.whistle.intake.reporter;

import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for keyed hashes. To find a MAC's provider and set it up with the key takes several times as long as a hash over a
 * short text, and one that has hashed is as good as new: so each is kept for the next who comes. There are never more of
 * them than threads that hashed at the same time. Safe for use by many threads, and with any provider.
 */
final class MacKey {

    private final SecretKeySpec key;
    private final ConcurrentLinkedQueue<Mac> idle = new ConcurrentLinkedQueue<>();

    /** @throws IllegalArgumentException when no security provider here has the key's algorithm */
    MacKey(SecretKeySpec key) {
        this.key = key;
        idle.add(made());
    }

    /** The keyed hash over a message. */
    byte[] hash(byte[] message) {
        Mac mac = idle.poll();
        if (mac == null) {
            mac = made();
        }
        // One that failed in the middle is not given back.
        byte[] hash = mac.doFinal(message);
        idle.add(mac);
        return hash;
    }

    /** The key for one purpose made from this one, to be used with the same algorithm. */
    MacKey derived(byte[] purpose) {
        return new MacKey(new SecretKeySpec(hash(purpose), key.getAlgorithm()));
    }

    private Mac made() {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no security provider here has the MAC " + key.getAlgorithm(), e);
        }
    }

    @Override
    public String toString() {
        return "MacKey[hidden]";
    }
}
