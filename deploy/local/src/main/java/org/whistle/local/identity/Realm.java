package org.whistle.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whistle.district.Account;
import org.whistle.district.Role;

/**
 * The shipped realm: roles, clients, how area and department come into a token. Accounts come from the district and are
 * added afterwards.
 */
public final class Realm {

    /** Name of the realm. */
    public static final String NAME = "whistle";

    /** Public client with direct grants, for the terminal. */
    public static final String TERMINAL_CLIENT = "whistle-cli";

    /** Public client of the pages. */
    public static final String WEB_CLIENT = "whistle-web";

    /** How long an access token of the pages lasts, in seconds; they renew it by themselves. */
    static final int WEB_TOKEN_SECONDS = 300;

    /** The identity provider's own client, whose roles say who may change what of the realm. */
    static final String MANAGEMENT_CLIENT = "realm-management";

    /** What an administrator needs of them: to list accounts and to change them. */
    static final List<String> ADMINISTRATORS_MAY = List.of("view-users", "query-users", "manage-users");

    /** Login of the identity provider's own administrator, in the realm {@code master}. */
    public static final String MASTER_ADMIN = "keycloak-admin";

    private static final String ADDRESS = "${whistle.url}";

    private Realm() {}

    /**
     * The realm as the identity provider imports it.
     *
     * @param publicUrl address of the front door as browsers know it
     */
    public static String template(String publicUrl) {
        try (InputStream in = Realm.class.getResourceAsStream("/realm/whistle-realm.json")) {
            if (in == null) {
                throw new IllegalStateException("the realm is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(ADDRESS, publicUrl);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes with everything the shipped realm says. */
    public static String version() {
        return Integer.toHexString(template("").hashCode());
    }

    /** An account as the identity provider takes it, without a password. */
    public static Map<String, Object> user(Account account) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("area", account.areas());
        if (account.department() != null) {
            attributes.put("department", List.of(account.department()));
        }
        List<String> roles = new ArrayList<>(
                account.roles().stream().map(Role::code).sorted().toList());
        roles.add("default-roles-" + NAME);
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("username", account.username());
        user.put("enabled", true);
        // One field for the whole name: family and given name are not told apart in Chinese.
        user.put("firstName", account.name().zh());
        user.put("attributes", attributes);
        user.put("realmRoles", roles);
        return user;
    }
}
