package org.whistle.chassis.web;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An OpenID provider of two documents, so that tokens are checked the way they are in production: over its keys. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {

    static final String ISSUER = "https://issuer.test/realms/whistle";
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final KeyPair OURS = keys();
    private static final KeyPair SOMEBODY_ELSES = keys();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String url = "http://localhost:" + server.getAddress().getPort();
        serve("/.well-known/openid-configuration", """
                {"issuer": "%s", "jwks_uri": "%s/keys", "token_endpoint": "%s/token"}""".formatted(ISSUER, url, url));
        RSAPublicKey key = (RSAPublicKey) OURS.getPublic();
        serve("/keys", """
                {"keys": [{"kty": "RSA", "kid": "ours", "use": "sig", "alg": "RS256", "n": "%s", "e": "%s"}]}""".formatted(base64(key.getModulus()), base64(key.getPublicExponent())));
        server.start();
        return Map.of("quarkus.oidc.auth-server-url", url, "quarkus.oidc.token.issuer", ISSUER);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    static String token(String account, Set<String> roles, List<String> areas) {
        return sign(account, roles, areas, ISSUER, Instant.now(), OURS);
    }

    static String expired() {
        return sign(
                "ada",
                Set.of("dispatcher"),
                List.of("370102"),
                ISSUER,
                Instant.now().minus(Duration.ofHours(2)),
                OURS);
    }

    /** One that is good for five more seconds. */
    static String brief() {
        Instant issued = Instant.now().minus(LIFETIME).plusSeconds(5);
        return sign("ada", Set.of("dispatcher"), List.of("370102"), ISSUER, issued, OURS);
    }

    static String forged() {
        return sign("ada", Set.of("dispatcher"), List.of("370102"), ISSUER, Instant.now(), SOMEBODY_ELSES);
    }

    static String ofAnotherIssuer() {
        return sign("ada", Set.of("dispatcher"), List.of("370102"), "https://evil.test", Instant.now(), OURS);
    }

    /** {@code alg: none}, the oldest trick. */
    static String unsigned() {
        String claims = """
                {"iss": "%s", "sub": "ada", "preferred_username": "ada", "exp": %d, "realm_access": {"roles": ["operator"]}}""".formatted(ISSUER, Instant.now().plusSeconds(600).getEpochSecond());
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(claims) + ".";
    }

    private static String sign(
            String account, Set<String> roles, List<String> areas, String issuer, Instant issued, KeyPair keys) {
        return Jwt.issuer(issuer)
                .subject("subject-of-" + account)
                .claim("preferred_username", account)
                .claim("realm_access", Map.of("roles", List.copyOf(roles)))
                .claim("area", areas)
                .claim("department", "water")
                .issuedAt(issued)
                .expiresAt(issued.plus(LIFETIME))
                .jws()
                .keyId("ours")
                .sign(keys.getPrivate());
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
