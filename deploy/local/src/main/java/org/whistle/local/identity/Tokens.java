package org.whistle.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Text;

/** Access tokens by direct grant; one is used again until shortly before it expires. */
public final class Tokens {

    private static final long NANOS = 1_000_000_000L;
    private static final long LONGEST_MARGIN_SECONDS = 60;

    private final String issuer;
    private final String client;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

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
     * A token of a user. Many may ask for the same user's at once; one of them logs in and the rest wait for it, since the
     * identity provider takes several logins of one user at once for an attack.
     *
     * @param password asked for only when there is no token to use again
     * @throws LocalException when the identity provider refuses
     */
    public String of(String username, Supplier<String> password) {
        synchronized (locks.computeIfAbsent(username, name -> new Object())) {
            Held known = held.get(username);
            if (known == null || known.until() - System.nanoTime() <= 0) {
                known = logIn(username, password.get());
                held.put(username, known);
            }
            return known.token();
        }
    }

    private Held logIn(String username, String password) {
        long now = System.nanoTime();
        Http.Answer answer = Http.form(
                issuer + "/protocol/openid-connect/token",
                Map.of("grant_type", "password", "client_id", client, "username", username, "password", password));
        if (!answer.isSuccess()) {
            throw new LocalException(
                    new Text(
                            "Keycloak 没有为 " + username + " 签发令牌（" + answer.status() + "）。",
                            "the identity provider gave no token for " + username + " (" + answer.status() + ")."),
                    List.of(answer.body()));
        }
        JsonNode granted = answer.json();
        long seconds = granted.path("expires_in").asLong();
        long lasts = seconds - Math.min(LONGEST_MARGIN_SECONDS, seconds / 3);
        return new Held(granted.path("access_token").asText(), now + lasts * NANOS);
    }
}
