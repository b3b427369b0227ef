package org.whistle.intake.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    private static final String HMAC = "HmacSHA256";
    private static final DataKey FIRST = DataKey.ofBase64(Base64.getEncoder().encodeToString(new byte[32]));
    private static final String SECOND = key("second");
    private static final String THIRD = key("third");
    private static final PersonalData DATA = new PersonalData("王芳", "13812345678");
    private static final UUID REPORT = UUID.fromString("019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c4d");

    private static String key(String word) {
        byte[] key = new byte[32];
        byte[] letters = word.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(letters, 0, key, 0, letters.length);
        return Base64.getEncoder().encodeToString(key);
    }

    private static Vault vault(String later) {
        return new Vault(KeyRing.of(FIRST, later, HMAC));
    }

    @Test
    void theNewestKeySeals_andOlderOnesOpen() {
        byte[] one = vault("").seal(DATA, REPORT);
        Vault two = vault("2:" + SECOND);
        byte[] sealed = two.seal(DATA, REPORT);
        Vault three = vault("3:" + THIRD + ", 2:" + SECOND);

        assertThat(two.newestKey()).isEqualTo(2);
        assertThat(three.newestKey()).isEqualTo(3);
        assertThat(three.open(one, REPORT)).isEqualTo(DATA);
        assertThat(three.open(sealed, REPORT)).isEqualTo(DATA);
    }

    @Test
    void whatAMissingKeySealed_staysShut_andItsVersionIsNamed() {
        byte[] sealed = vault("2:" + SECOND).seal(DATA, REPORT);

        assertThatThrownBy(() -> vault("3:" + THIRD).open(sealed, REPORT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key 2");
    }

    @Test
    void anAlteredVersion_isNoticed() {
        byte[] sealed = vault("2:" + SECOND).seal(DATA, REPORT);
        sealed[2] = 3;

        assertThatThrownBy(() -> vault("2:" + SECOND + ",3:" + SECOND).open(sealed, REPORT))
                .isInstanceOf(IllegalStateException.class);
    }

    // Think before changing this: every city's data sealed before there were versions looks like this.
    @Test
    void whatWasSealed_beforeThereWereVersions_stillOpens() {
        byte[] sealed = HexFormat.of()
                .parseHex(
                        "010102030405060708090a0b0cba534c200152fb19ada64b561657653ce96144aa0354d7b9c237e68e9cc0c183b9e08bb8780b1a");

        assertThat(vault("2:" + SECOND).open(sealed, REPORT)).isEqualTo(DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES_256/GCM/NoPadding", "ChaCha20-Poly1305"})
    void anotherCipher_isAMatterOfConfiguration(String cipher) {
        Vault other = vault("2:" + cipher + ":" + SECOND);
        byte[] sealed = other.seal(DATA, REPORT);

        assertThat(other.open(sealed, REPORT)).isEqualTo(DATA);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> other.open(sealed, REPORT)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES/CBC/PKCS5Padding", "AES/CTR/NoPadding", "SM99/GCM/NoPadding"})
    void aCipher_thatIsMissingOrNotAuthenticated_isRefusedAtTheStart(String cipher) {
        assertThatThrownBy(() -> vault("2:" + cipher + ":" + SECOND)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:%s", "x:%s", "%s", "2:%s,2:%s", "2:c2hvcnQ=", "65536:%s", "2:a:b:%s"})
    void aRing_thatCannotBeRead_isRefused_withoutShowingAKey(String text) {
        assertThatThrownBy(() -> vault(text.replace("%s", SECOND)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whistle.intake.data-key")
                .message()
                .doesNotContain(SECOND);
    }

    @Test
    void pseudonyms_stayAsTheyAre_whenKeysFollow() {
        assertThat(new Pseudonyms(FIRST).ofPhone("13812345678"))
                .isEqualTo(UUID.fromString("58edf849-8baf-8170-aa21-31e2742f0760"));
    }
}
