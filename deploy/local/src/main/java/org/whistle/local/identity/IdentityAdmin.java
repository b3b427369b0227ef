package org.whistle.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.whistle.district.Account;
import org.whistle.district.Role;
import org.whistle.local.state.Secrets;
import org.whistle.local.state.StateDir;

/** Brings the realm's accounts and addresses in line with the district and with where the front door is. */
public final class IdentityAdmin {

    private static final int PASSWORD_LENGTH = 16;

    /** Hashing a password takes about 20 ms; one call must not take longer than anybody waits. */
    private static final int BATCH = 50;

    private final String realm;
    private final Tokens tokens;
    private final String password;
    private final StateDir state;

    /**
     * @param base address of the identity provider as it is reached from here, such as {@code http://127.0.0.1:8085/identity}
     * @param password password of its own administrator
     */
    public IdentityAdmin(String base, String password, StateDir state) {
        this.realm = base + "/admin/realms/" + Realm.NAME;
        this.tokens = new Tokens(base + "/realms/master", "admin-cli");
        this.password = password;
        this.state = state;
    }

    /**
     * Lets the pages be reached under the given address and no other, and gives a realm that an earlier version made what the
     * shipped one has: its look, how long tokens of the pages last, and what administrators may do here.
     */
    public void setRealm(String publicUrl) {
        ObjectNode settings = (ObjectNode)
                Http.get(realm, token()).orFail("the realm cannot be read").json();
        settings.put("loginTheme", LoginTheme.NAME);
        Http.json("PUT", realm, token(), settings).orFail("the realm cannot be changed");
        ObjectNode client = client(Realm.WEB_CLIENT);
        client.putArray("redirectUris").add(publicUrl + "/*");
        client.putArray("webOrigins").add(publicUrl);
        client.withObject("/attributes").put("access.token.lifespan", Integer.toString(Realm.WEB_TOKEN_SECONDS));
        Http.json("PUT", realm + "/clients/" + client.get("id").asText(), token(), client)
                .orFail("the web client cannot be changed");
        addRoles();
        letAdministratorsChangeAccounts();
    }

    private ObjectNode client(String clientId) {
        return (ObjectNode) Http.get(realm + "/clients?clientId=" + clientId, token())
                .orFail("client " + clientId + " cannot be read")
                .json()
                .get(0);
    }

    private void letAdministratorsChangeAccounts() {
        String management =
                realm + "/clients/" + client(Realm.MANAGEMENT_CLIENT).get("id").asText() + "/roles/";
        List<JsonNode> roles = Realm.ADMINISTRATORS_MAY.stream()
                .map(role -> Http.get(management + role, token())
                        .orFail("no role " + role)
                        .json())
                .toList();
        // Adding what is there already changes nothing.
        Http.json("POST", realm + "/roles/" + Role.ADMINISTRATOR.code() + "/composites", token(), roles)
                .orFail("administrators cannot be given what they need");
    }

    /**
     * Makes what accounts are missing, with random passwords, changes those whose roles, areas or department have changed,
     * and disables those of an earlier district. Can be repeated after having been cut short anywhere.
     */
    public void setAccounts(List<Account> accounts) {
        Map<String, Login> known = Logins.read(state);
        Map<String, Login> wanted = new LinkedHashMap<>();
        for (Account account : accounts) {
            Login old = known.get(account.username());
            wanted.put(
                    account.username(),
                    Login.of(account, old == null ? Secrets.randomLetters(PASSWORD_LENGTH) : old.password()));
        }
        boolean administered = wanted.values().stream().anyMatch(login -> login.has(Role.ADMINISTRATOR.code()));
        for (Login old : known.values()) {
            if (!administered && old.has(Role.ADMINISTRATOR.code())) {
                wanted.putIfAbsent(old.username(), old);
            }
        }
        // Kept before the identity provider knows them: a password that exists nowhere else could never be used. What
        // is
        // known keeps its old facts until they have been changed there.
        Map<String, Login> all = new LinkedHashMap<>(wanted);
        all.putAll(known);
        Logins.write(state, all.values());
        addRoles();
        Set<String> present = usernames();
        add(accounts, wanted, account -> !present.contains(account.username()), "SKIP");
        add(
                accounts,
                wanted,
                account -> present.contains(account.username()) && !known.containsKey(account.username()),
                "OVERWRITE");
        for (Account account : accounts) {
            Login old = known.get(account.username());
            if (old != null && present.contains(account.username()) && !old.equals(wanted.get(account.username()))) {
                change(account, old);
            }
        }
        for (Login old : known.values()) {
            if (!wanted.containsKey(old.username()) && present.contains(old.username())) {
                disable(old.username());
            }
        }
        Logins.write(state, wanted.values());
    }

    /** A realm that was made by an earlier version lacks the roles that came since. */
    private void addRoles() {
        JsonNode known = Http.get(realm + "/roles?briefRepresentation=true&max=1000", token())
                .orFail("roles cannot be listed")
                .json();
        Set<String> present = Set.copyOf(StreamSupport.stream(known.spliterator(), false)
                .map(role -> role.get("name").asText())
                .toList());
        for (Role role : Role.values()) {
            if (!present.contains(role.code())) {
                Http.json("POST", realm + "/roles", token(), Map.of("name", role.code()))
                        .orFail("role " + role.code() + " cannot be made");
            }
        }
    }

    private void add(List<Account> accounts, Map<String, Login> logins, Predicate<Account> which, String whenPresent) {
        List<Account> chosen = accounts.stream().filter(which).toList();
        for (int from = 0; from < chosen.size(); from += BATCH) {
            List<Map<String, Object>> users = new ArrayList<>();
            for (Account account : chosen.subList(from, Math.min(chosen.size(), from + BATCH))) {
                Map<String, Object> user = Realm.user(account);
                String password = logins.get(account.username()).password();
                user.put("credentials", List.of(HashedPassword.credential(password)));
                users.add(user);
            }
            Http.json(
                            "POST",
                            realm + "/partialImport",
                            token(),
                            Map.of("ifResourceExists", whenPresent, "users", users))
                    .orFail("accounts cannot be made");
        }
    }

    private void change(Account account, Login old) {
        ObjectNode user = find(account.username());
        Map<String, Object> facts = Realm.user(account);
        user.put("enabled", true);
        user.set("firstName", Http.JSON.valueToTree(facts.get("firstName")));
        user.set("attributes", Http.JSON.valueToTree(facts.get("attributes")));
        String address = realm + "/users/" + user.get("id").asText();
        Http.json("PUT", address, token(), user).orFail("account " + account.username() + " cannot be changed");
        Set<String> codes = Set.copyOf(account.roles().stream().map(Role::code).toList());
        map(address, "POST", codes.stream().filter(code -> !old.has(code)).toList());
        map(
                address,
                "DELETE",
                old.roles().stream().filter(code -> !codes.contains(code)).toList());
    }

    private void map(String user, String method, Collection<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        List<JsonNode> roles = codes.stream()
                .map(code -> Http.get(realm + "/roles/" + code, token())
                        .orFail("no role " + code)
                        .json())
                .toList();
        Http.json(method, user + "/role-mappings/realm", token(), roles).orFail("roles cannot be changed");
    }

    private void disable(String username) {
        ObjectNode user = find(username);
        user.put("enabled", false);
        Http.json("PUT", realm + "/users/" + user.get("id").asText(), token(), user)
                .orFail("account " + username + " cannot be disabled");
    }

    private ObjectNode find(String username) {
        return (ObjectNode) Http.get(realm + "/users?exact=true&username=" + username, token())
                .orFail("account " + username + " cannot be read")
                .json()
                .get(0);
    }

    private Set<String> usernames() {
        JsonNode users = Http.get(realm + "/users?briefRepresentation=true&max=100000", token())
                .orFail("accounts cannot be listed")
                .json();
        return Set.copyOf(StreamSupport.stream(users.spliterator(), false)
                .map(user -> user.get("username").asText())
                .toList());
    }

    private String token() {
        return tokens.of(Realm.MASTER_ADMIN, () -> password);
    }
}
