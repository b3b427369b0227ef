package org.whistle.intake.reporter;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One key of personal data and the cipher it is used with, which must be an authenticated one. */
final class SealingKey {

    static final int NONCE = 12;

    private static final int TAG_BITS = 128;
    private static final String SM4 = "SM4";
    private static final int SM4_BYTES = 16;

    private final int version;
    private final String transformation;
    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when no provider here has the cipher, or it does not notice altered data */
    SealingKey(int version, DataKey key, String transformation) {
        this.version = version;
        this.transformation = transformation;
        String algorithm = transformation.split("/")[0];
        byte[] bytes = key.keyFor("whistle/intake/personal-data/" + version);
        this.key =
                new SecretKeySpec(algorithm.equals(SM4) ? Arrays.copyOf(bytes, SM4_BYTES) : bytes, keyName(algorithm));
        prove();
    }

    int version() {
        return version;
    }

    byte[] run(int mode, byte[] nonce, byte[] bound, byte[] input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(transformation);
        cipher.init(mode, key, parameters(nonce));
        cipher.updateAAD(bound);
        return cipher.doFinal(input);
    }

    private AlgorithmParameterSpec parameters(byte[] nonce) {
        return transformation.contains("GCM") ? new GCMParameterSpec(TAG_BITS, nonce) : new IvParameterSpec(nonce);
    }

    /** {@code ChaCha20-Poly1305} takes keys of {@code ChaCha20}, {@code AES_256} those of {@code AES}. */
    private static String keyName(String algorithm) {
        return algorithm.split("[-_]")[0];
    }

    /** A cipher without authentication would open what somebody has altered; better not to start with it. */
    private void prove() {
        byte[] nonce = new byte[NONCE];
        byte[] bound = {1};
        byte[] sealed;
        try {
            sealed = run(Cipher.ENCRYPT_MODE, nonce, bound, new byte[16]);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException(
                    transformation + " is no authenticated cipher that a security provider here has", e);
        }
        sealed[0] ^= 1;
        try {
            run(Cipher.DECRYPT_MODE, nonce, bound, sealed);
        } catch (GeneralSecurityException e) {
            return;
        }
        throw new IllegalArgumentException(transformation + " does not notice that data was altered");
    }
}
