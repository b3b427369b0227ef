package org.whistle.chassis.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers for a minute whom a verified token belongs to: checking its signature and reading its claims costs more than
 * most requests it comes with, and a client sends the same one again and again. What OIDC has not verified is never
 * remembered, a token is forgotten when it expires, and one whose signing key was withdrawn works a minute longer at
 * most.
 */
@ApplicationScoped
public class RememberedTokens implements HttpAuthenticationMechanism, SecurityIdentityAugmentor {

    /** Longest time between two checks of the same token. */
    static final Duration AT_MOST = Duration.ofMinutes(1);

    private static final long MOST_TOKENS = 10_000;
    private static final String BEARER = "Bearer ";

    /** After {@link ProblemChallenge}, before OIDC. */
    private static final int BEFORE_OIDC = 50_000;

    private final ProblemChallenge challenge;
    private final Cache<String, SecurityIdentity> verified;

    @Inject
    RememberedTokens(ProblemChallenge challenge) {
        this.challenge = challenge;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_TOKENS)
                .expireAfter(Expiry.<String, SecurityIdentity>creating((token, identity) -> lifetime(identity)))
                .build();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Uni.createFrom().nullItem();
        }
        // Without an identity the next mechanism, OIDC, checks the token.
        return Uni.createFrom()
                .item(verified.getIfPresent(header.substring(BEARER.length()).strip()));
    }

    /** Called with each identity that OIDC has just verified. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        TokenCredential credential = identity.getCredential(TokenCredential.class);
        if (identity.isAnonymous() || credential == null || !(identity.getPrincipal() instanceof JsonWebToken)) {
            return Uni.createFrom().item(identity);
        }
        // A new one: the verified one holds on to the request it came with.
        SecurityIdentity lasting = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addAttribute(TokenFacts.ATTRIBUTE, TokenFacts.of(identity))
                .build();
        verified.put(credential.getToken(), lasting);
        return Uni.createFrom().item(lasting);
    }

    private static Duration lifetime(SecurityIdentity identity) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(token.getExpirationTime()));
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(AT_MOST) < 0 ? left : AT_MOST;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return challenge.getChallenge(context);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return challenge.sendChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public int getPriority() {
        return BEFORE_OIDC;
    }
}
