package org.whistle.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HashedPasswordTest {

    @Test
    void credential_holdsASaltedHash_ofTheKindItNames() throws Exception {
        Map<String, Object> first = HashedPassword.credential("abcdefgh12345678");
        Map<String, Object> second = HashedPassword.credential("abcdefgh12345678");

        assertThat(first.toString()).doesNotContain("abcdefgh12345678");
        assertThat(first.get("secretData")).isNotEqualTo(second.get("secretData"));
        JsonNode secret = Http.JSON.readTree((String) first.get("secretData"));
        assertThat(Base64.getDecoder().decode(secret.get("value").asText())).hasSize(64);
        assertThat(Base64.getDecoder().decode(secret.get("salt").asText())).hasSize(16);
        JsonNode how = Http.JSON.readTree((String) first.get("credentialData"));
        assertThat(how.get("algorithm").asText()).isEqualTo("pbkdf2-sha256");
        assertThat(how.get("hashIterations").asInt()).isPositive();
    }
}
