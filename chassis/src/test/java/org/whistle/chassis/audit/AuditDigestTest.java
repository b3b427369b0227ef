package org.whistle.chassis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.audit.AuditHead.Signature;

class AuditDigestTest {

    private static final Instant AT = Instant.parse("2026-03-02T01:00:00.123456Z");
    private static final byte[] NOTHING = {};
    private static final String KEY = "YXVkaXQgdGVzdHMga2VlcCBub3RoaW5nIHJlYWwhIQ==";
    private static final String OTHER = "YW5vdGhlciBrZXkgb2YgdGhlIHRlc3RzIGhlcmUgISE=";

    private final AuditDigest digest = new AuditDigest("SHA-256");

    private static AuditEntry entry(String actor, String action) {
        return new AuditEntry(AT, actor, null, action, "ticket", "1", "{}");
    }

    private static AuditHead head() {
        return new AuditHead(7, new byte[] {1, 2}, 3, new byte[] {4}, AT, new Signature("", NOTHING));
    }

    private static AuditKeys keys(String key, String before) {
        return new AuditKeys("SHA-256", "HmacSHA256", Optional.ofNullable(key), Optional.ofNullable(before));
    }

    // Think before changing this: with other bytes, no chain that was ever written verifies.
    @Test
    void theHash_isTheSame_forGood() {
        assertThat(HexFormat.of().formatHex(digest.hash(1, entry("dora", "act"), NOTHING)))
                .isEqualTo("3b64c428a5eacb4776966751b45720883acb0020a9522e9b621e425a7282f216");
    }

    @Test
    void texts_doNotRunIntoOneAnother() {
        byte[] one = digest.hash(1, entry("ab", "c"), NOTHING);
        byte[] other = digest.hash(1, entry("a", "bc"), NOTHING);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void placeAndPredecessor_areInTheHash() {
        AuditEntry entry = entry("a", "b");
        List<String> hashes = List.of(
                Arrays.toString(digest.hash(1, entry, NOTHING)),
                Arrays.toString(digest.hash(2, entry, NOTHING)),
                Arrays.toString(digest.hash(1, entry, new byte[] {0})),
                Arrays.toString(new AuditDigest("SHA3-256").hash(1, entry, NOTHING)));
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void anAlgorithm_thatNoProviderHas_isRefusedAtOnce() {
        assertThatThrownBy(() -> new AuditDigest("SM99")).hasMessage("no security provider here has the digest SM99");
        assertThatThrownBy(() -> new AuditKeys("SHA-256", "HmacSM99", Optional.of(KEY), Optional.empty()))
                .hasMessage("no security provider here has the MAC HmacSM99");
    }

    @Test
    void aSignedHead_verifies_withItsKeyAlone() {
        AuditHead signed = keys(KEY, null).sign(head());

        assertThat(keys(KEY, null).verifies(signed)).isTrue();
        assertThat(keys(OTHER, null).verifies(signed)).isFalse();
        assertThat(keys(OTHER, KEY).verifies(signed)).isTrue();
        assertThat(keys(null, null).verifies(signed)).isFalse();
    }

    @Test
    void aHeadThatIsOnlyHashed_isNotTaken_whereAKeyIs_unlessItIsSaidSo() {
        AuditHead hashed = keys(null, null).sign(head());

        assertThat(keys(null, null).verifies(hashed)).isTrue();
        assertThat(keys(KEY, null).verifies(hashed)).isFalse();
        assertThat(keys(KEY, AuditKeys.NONE).verifies(hashed)).isTrue();
    }

    @Test
    void anotherAlgorithmFromNowOn_leavesTheHeadValid() {
        AuditHead signed = keys(KEY, null).sign(head());
        AuditKeys later = new AuditKeys("SHA3-256", "HmacSHA3-256", Optional.of(KEY), Optional.empty());

        assertThat(later.verifies(signed)).isTrue();
        assertThat(later.verifies(later.sign(head()))).isTrue();
    }

    @Test
    void aKey_thatIsNone_isRefused_withoutShowingIt() {
        assertThatThrownBy(() -> keys("not base64!", null)).hasMessage("whistle.audit.key is not base64");
        assertThatThrownBy(() -> keys("c2hvcnQ=", null)).hasMessage("whistle.audit.key must hold at least 16 bytes");
    }
}
