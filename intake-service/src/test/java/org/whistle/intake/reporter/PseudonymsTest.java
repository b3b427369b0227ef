package org.whistle.intake.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

    private final Pseudonyms pseudonyms = new Pseudonyms(key(0));

    @ParameterizedTest
    @ValueSource(strings = {"13812345678", "138 1234 5678", "138-1234-5678", "+86 13812345678", "0086 138 1234 5678"})
    void pseudonym_isTheSame_howeverThePhoneIsWritten(String phone) {
        assertThat(pseudonyms.ofPhone(phone)).isEqualTo(pseudonyms.ofPhone("13812345678"));
    }

    @Test
    void pseudonym_isAnother_forAnotherPerson() {
        UUID one = pseudonyms.ofPhone("13812345678");

        assertThat(one)
                .isNotEqualTo(pseudonyms.ofPhone("13812345679"))
                .isNotEqualTo(pseudonyms.ofAccount("13812345678"));
        assertThat(one.version()).isEqualTo(8);
        assertThat(one.variant()).isEqualTo(2);
    }

    @Test
    void pseudonym_isAnother_inAnotherCity() {
        assertThat(new Pseudonyms(key(1)).ofPhone("13812345678")).isNotEqualTo(pseudonyms.ofPhone("13812345678"));
    }

    private static DataKey key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return DataKey.ofBase64(Base64.getEncoder().encodeToString(key));
    }
}
