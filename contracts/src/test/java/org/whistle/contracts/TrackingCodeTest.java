package org.whistle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingCodeTest {

    private static final TrackingCode CODE = new TrackingCode("7ZKX0M41QW9TRB3HC6YV2D8NEP");

    @Test
    void everyOneOfItsBits_counts() {
        assertThat(TrackingCode.of(new byte[17]).text()).isEqualTo("0".repeat(26));
        byte[] bytes = new byte[32];
        TrackingCode plain = TrackingCode.of(bytes);
        for (int bit = 0; bit < 130; bit++) {
            byte[] other = new byte[32];
            other[bit / 8] = (byte) (0x80 >> bit % 8);
            assertThat(TrackingCode.of(other)).as("bit %d", bit).isNotEqualTo(plain);
        }
        bytes[17] = 1;
        assertThat(TrackingCode.of(bytes)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7ZKX0M41QW9TRB3HC6YV2D8NEP",
                "7zkx0m41qw9trb3hc6yv2d8nep",
                " 7ZKX-0M41-QW9T-RB3H-C6YV-2D8N-EP ",
                "7ZKX OM4L QW9T RB3H C6YV 2D8N EP",
                "7zkxom4iqw9trb3hc6yv2d8nep"
            })
    void code_isReadAsPeopleTypeIt(String typed) {
        assertThat(TrackingCode.read(typed)).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7ZKX",
                "7ZKX0M41QW9TRB3HC6YV2D8NEPP",
                "7ZKX0M41QW9TRB3HC6YV2D8NEU",
                "井盖井盖井盖井盖井盖井盖井盖井盖井盖井盖井盖井盖井盖"
            })
    void whatIsNoCode_isNone(String typed) {
        assertThat(TrackingCode.read(typed)).isEmpty();
        assertThatThrownBy(() -> new TrackingCode(typed)).isInstanceOf(ContractViolation.class);
    }

    @Test
    void digest_isTheSha256OfTheCode() {
        // printf 7ZKX0M41QW9TRB3HC6YV2D8NEP | openssl dgst -sha256 -binary | basenc --base64url
        assertThat(CODE.digest()).isEqualTo("EQEe9K3lqPjiikeJTin9YmYVsjNPpUV4x43BjhhzHSo");
    }

    @Test
    void code_standsInNoLog() {
        assertThat(CODE.toString()).doesNotContain(CODE.text());
    }
}
