package org.whistle.testkit;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens with the claims the city's issuer gives: {@code realm_access.roles}, {@code area},
 * {@code department}, {@code preferred_username}, {@code name}; RS256.
 *
 * <pre>{@code
 * Tokens.forAccount("grid-1").roles("grid-worker").areas("370102009001001").sign()
 * }</pre>
 */
public final class Tokens {

    /** The issuer ({@code iss}) that services under test trust. */
    public static final String ISSUER = "http://localhost/identity/realms/whistle";

    private static final String PUBLIC_KEY = "whistle.testkit.oidc.public-key";
    private static final String PRIVATE_KEY = "whistle.testkit.oidc.private-key";
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final String account;
    private String name;
    private List<String> roles = List.of();
    private List<String> areas = List.of();
    private @Nullable String department;
    private String issuer = ISSUER;
    private Instant issuedAt = Instant.now();
    private boolean forged;

    private Tokens(String account) {
        this.account = account;
        this.name = account;
    }

    /** A token of the account with this user name; without more calls it has no role and no area. */
    public static Tokens forAccount(String account) {
        return new Tokens(account);
    }

    /** The person's name; the account's by default. */
    public Tokens name(String value) {
        name = value;
        return this;
    }

    /** Realm roles, e.g. {@code grid-worker}. */
    public Tokens roles(String... values) {
        roles = List.of(values);
        return this;
    }

    /** Place codes of 6, 9, 12 or 15 digits; each stands for all that lies in it. */
    public Tokens areas(String... values) {
        areas = List.of(values);
        return this;
    }

    /** Department code; null leaves the claim out. */
    public Tokens department(@Nullable String value) {
        department = value;
        return this;
    }

    /** Another issuer than the trusted one. */
    public Tokens issuer(String value) {
        issuer = value;
        return this;
    }

    /** A token whose time was over an hour ago. */
    public Tokens expired() {
        issuedAt = Instant.now().minus(LIFETIME).minus(Duration.ofHours(1));
        return this;
    }

    /** A token signed with somebody else's key. */
    public Tokens forged() {
        forged = true;
        return this;
    }

    /** The signed token, as it stands behind {@code Bearer }. */
    public String sign() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", UUID.nameUUIDFromBytes(account.getBytes()).toString());
        claims.put("typ", "Bearer");
        claims.put("azp", "whistle-cli");
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.plus(LIFETIME).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("preferred_username", account);
        claims.put("name", name);
        claims.put("realm_access", Map.of("roles", roles));
        claims.put("area", areas);
        if (department != null) {
            claims.put("department", department);
        }
        PrivateKey key = forged ? newKeys().getPrivate() : privateKey();
        return Jwt.claims(claims).jws().keyId("whistle-test").sign(key);
    }

    /** The key that checks them: X.509, base64, without the PEM lines. */
    static String publicKey() {
        makeKeys();
        return System.getProperty(PUBLIC_KEY);
    }

    private static PrivateKey privateKey() {
        makeKeys();
        byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One pair for the JVM, in system properties: Quarkus loads this class more than once. */
    private static void makeKeys() {
        synchronized ("org.whistle.testkit.Tokens".intern()) {
            if (System.getProperty(PRIVATE_KEY) == null) {
                KeyPair pair = newKeys();
                Base64.Encoder encoder = Base64.getEncoder();
                System.setProperty(
                        PUBLIC_KEY, encoder.encodeToString(pair.getPublic().getEncoded()));
                System.setProperty(
                        PRIVATE_KEY, encoder.encodeToString(pair.getPrivate().getEncoded()));
            }
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
