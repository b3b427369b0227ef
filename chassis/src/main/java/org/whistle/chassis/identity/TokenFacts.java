package org.whistle.chassis.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a verified token says about its holder, checked: a claim that makes no sense counts as absent. */
record TokenFacts(
        String account,
        String name,
        Set<String> roles,
        List<String> areas,
        @Nullable String department) {

    /** Under which an identity carries its facts once they were read. */
    static final String ATTRIBUTE = TokenFacts.class.getName();

    private static final Logger LOG = Logger.getLogger(TokenFacts.class);
    private static final Pattern DEPARTMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    TokenFacts {
        roles = Set.copyOf(roles);
        areas = List.copyOf(areas);
    }

    static TokenFacts of(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            return new TokenFacts("", "", Set.of(), List.of(), null);
        }
        if (identity.getAttribute(ATTRIBUTE) instanceof TokenFacts known) {
            return known;
        }
        String account = text(claim(identity, "preferred_username"));
        if (account == null) {
            account = identity.getPrincipal().getName();
        }
        String name = text(claim(identity, "name"));
        return new TokenFacts(
                account,
                name == null ? account : name,
                identity.getRoles(),
                areas(claim(identity, "area"), account),
                department(claim(identity, "department"), account));
    }

    private static @Nullable Object claim(SecurityIdentity identity, String name) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token.getClaim(name);
        }
        return identity.getAttribute(name);
    }

    static List<String> areas(@Nullable Object claim, String account) {
        Set<String> areas = new LinkedHashSet<>();
        for (String value : texts(claim)) {
            if (AreaScope.isArea(value)) {
                areas.add(value);
            } else {
                LOG.warnf("area claim of %s ignored, not a place code: %s", account, printable(value));
            }
        }
        return List.copyOf(areas);
    }

    static @Nullable String department(@Nullable Object claim, String account) {
        List<String> values = texts(claim);
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1 || !DEPARTMENT.matcher(values.get(0)).matches()) {
            LOG.warnf("department claim of %s ignored: %s", account, printable(values.toString()));
            return null;
        }
        return values.get(0);
    }

    private static @Nullable String text(@Nullable Object claim) {
        List<String> values = texts(claim);
        return values.size() == 1 && !values.get(0).isBlank() ? values.get(0) : null;
    }

    /** A claim as texts, whatever form the token library gives it. */
    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case String text -> List.of(text);
            case JsonString text -> List.of(text.getString());
            case JsonNumber number -> List.of(number.toString());
            case JsonArray array -> collect(array);
            case Collection<?> values -> collect(values);
            case Object[] values -> collect(Arrays.asList(values));
            default -> List.of(claim.toString());
        };
    }

    private static List<String> collect(Collection<?> values) {
        List<String> texts = new ArrayList<>(values.size());
        for (Object value : values) {
            switch (value) {
                case null -> {}
                case String text -> texts.add(text);
                case JsonString text -> texts.add(text.getString());
                default -> texts.add(value.toString());
            }
        }
        return texts;
    }

    /** A token is signed, but what stands in it may still try to break the log's lines. */
    private static String printable(String text) {
        String cut = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
