package org.whistle.intake.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class MacKeyTest {

    private static final String HMAC = "HmacSHA256";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void hash_isThatOfRfc4231_howeverOftenItIsMade() {
        MacKey key = new MacKey(new SecretKeySpec(bytes("Jefe"), HMAC));
        for (int i = 0; i < 3; i++) {
            assertThat(HexFormat.of().formatHex(key.hash(bytes("what do ya want for nothing?"))))
                    .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
            // What another message leaves behind must not get into the next.
            key.hash(bytes("another " + i));
        }
    }

    @Test
    void derivedKey_isTheHashOfItsPurpose() {
        MacKey key = new MacKey(new SecretKeySpec(bytes("master"), HMAC));
        MacKey expected = new MacKey(new SecretKeySpec(key.hash(bytes("purpose")), HMAC));
        assertThat(key.derived(bytes("purpose")).hash(bytes("x"))).isEqualTo(expected.hash(bytes("x")));
    }

    @Test
    void manyThreads_haveEachTheirOwnHash() throws Exception {
        SecretKeySpec secret = new SecretKeySpec(bytes("shared"), HMAC);
        MacKey key = new MacKey(secret);
        int threads = 8;
        CountDownLatch together = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                String name = "thread " + t + " says ";
                results.add(pool.submit(() -> {
                    Mac own = Mac.getInstance(HMAC);
                    own.init(secret);
                    together.countDown();
                    together.await();
                    boolean same = true;
                    for (int i = 0; i < 2_000; i++) {
                        byte[] message = bytes(name + i);
                        same &= Arrays.equals(key.hash(message), own.doFinal(message));
                    }
                    return same;
                }));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get(60, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void unknownAlgorithm_isRefusedAtOnce_andTheKeyIsNotShown() {
        assertThatThrownBy(() -> new MacKey(new SecretKeySpec(bytes("secret"), "HmacNobody")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no security provider here has the MAC HmacNobody");
        assertThat(new MacKey(new SecretKeySpec(bytes("secret"), HMAC))).hasToString("MacKey[hidden]");
    }
}
