package org.whistle.intake.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final DataKey KEY = DataKey.ofBase64(Base64.getEncoder().encodeToString(new byte[32]));
    private static final PersonalData DATA = new PersonalData("王芳", "13812345678");

    private final Vault vault = new Vault(KEY);
    private final UUID report = UUID.randomUUID();

    @Test
    void data_isOpened_asItWasSealed() {
        assertThat(vault.open(vault.seal(DATA, report), report)).isEqualTo(DATA);
        PersonalData nameless = new PersonalData(null, "13812345678");
        assertThat(vault.open(vault.seal(nameless, report), report)).isEqualTo(nameless);
    }

    @Test
    void sealedData_showsNothing_andNeverLooksTheSame() {
        byte[] one = vault.seal(DATA, report);
        byte[] two = vault.seal(DATA, report);

        assertThat(one).isNotEqualTo(two);
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("13812345678");
    }

    @Test
    void sealedData_doesNotOpen_whenAltered() {
        byte[] sealed = vault.seal(DATA, report);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(sealed, report)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealedData_doesNotOpen_forAnotherReport() {
        byte[] sealed = vault.seal(DATA, report);

        assertThatThrownBy(() -> vault.open(sealed, UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealedData_doesNotOpen_withAnotherKey() {
        byte[] other = new byte[32];
        other[0] = 1;
        Vault stranger = new Vault(DataKey.ofBase64(Base64.getEncoder().encodeToString(other)));
        byte[] sealed = vault.seal(DATA, report);

        assertThatThrownBy(() -> stranger.open(sealed, report)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void key_isRefused_whenItIsNone() {
        assertThatThrownBy(() -> DataKey.ofBase64("not base64!")).hasMessage("WHISTLE_DATA_KEY is not base64");
        assertThatThrownBy(() -> DataKey.ofBase64("c2hvcnQ=")).hasMessage("WHISTLE_DATA_KEY must hold 32 bytes");
    }

    @Test
    void dataAndKey_sayNothing_whenPrinted() {
        assertThat(DATA.toString()).doesNotContain("王芳").doesNotContain("138");
        assertThat(KEY.toString()).isEqualTo("DataKey[hidden]");
    }
}
