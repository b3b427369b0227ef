package org.whistle.local.identity;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as the identity provider keeps it. Its own way of hashing takes a fifth of a second of a core on purpose,
 * against guessing; a random password of this system cannot be guessed, and a city has hundreds of accounts. At its first
 * sign-in the provider hashes it anew in its own way.
 */
final class HashedPassword {

    private static final String ALGORITHM = "pbkdf2-sha256";
    private static final int ITERATIONS = 1_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;

    private static final SecureRandom RANDOM = new SecureRandom();

    private HashedPassword() {}

    /** The credential of a user's representation. @param password random, of at least 16 letters and digits */
    static Map<String, Object> credential(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return Map.of(
                "type",
                "password",
                "temporary",
                false,
                "secretData",
                text(Map.of("value", base64.encodeToString(hash(password, salt)), "salt", base64.encodeToString(salt))),
                "credentialData",
                text(Map.of("algorithm", ALGORITHM, "hashIterations", ITERATIONS)));
    }

    private static String text(Map<String, Object> document) {
        return Http.JSON.valueToTree(document).toString();
    }

    private static byte[] hash(String password, byte[] salt) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has this algorithm", e);
        } finally {
            spec.clearPassword();
        }
    }
}
