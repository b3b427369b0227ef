package org.whistle.intake.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.TrackingCode;

class TrackingCodesTest {

    private static final UUID REPORT = UUID.fromString("019cb0a5-7c1e-7b7a-9d0c-3f6f1a2b3c4d");

    private final TrackingCodes codes = new TrackingCodes(key(0));

    @Test
    void oneReport_hasOneCode_whoeverAsksAndWhenever() {
        assertThat(codes.of(REPORT)).isEqualTo(new TrackingCodes(key(0)).of(REPORT));
    }

    @Test
    void withoutTheKey_theIdTellsNothing() {
        assertThat(new TrackingCodes(key(1)).of(REPORT)).isNotEqualTo(codes.of(REPORT));
    }

    @Test
    void noTwoReports_haveTheSame() {
        Set<TrackingCode> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(seen.add(codes.of(new UUID(REPORT.getMostSignificantBits(), i))))
                    .isTrue();
        }
    }

    private static DataKey key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return DataKey.ofBase64(Base64.getEncoder().encodeToString(key));
    }
}
