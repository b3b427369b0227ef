package org.whistle.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens by direct grant; one is used again until shortly before it expires. */
public final class Tokens {

    private static final long NANOS = 1_000_000_000L;
    private static final long LONGEST_MARGIN_SECONDS = 60;

    private final String issuer;
    private final String client;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Held(String token, long until) {}

    /**
     * @param issuer address of the realm, as it is reached from here
     * @param client client that may ask for direct grants
     */
    public Tokens(String issuer, String client) {
        this.issuer = issuer;
        this.client = client;
    }

    /**
     * A token of a user.
     *
     * @throws IllegalStateException when the identity provider refuses
     */
    public String of(String username, String password) {
        Held known = held.get(username);
        if (known != null && known.until() - System.nanoTime() > 0) {
            return known.token();
        }
        long now = System.nanoTime();
        JsonNode answer = Http.form(
                        issuer + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type", "password",
                                "client_id", client,
                                "username", username,
                                "password", password))
                .orFail("no token for " + username)
                .json();
        String token = answer.path("access_token").asText();
        long seconds = answer.path("expires_in").asLong();
        held.put(username, new Held(token, now + (seconds - Math.min(LONGEST_MARGIN_SECONDS, seconds / 3)) * NANOS));
        return token;
    }
}
