package org.whistle.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whistle.local.identity.IdentityAdmin;
import org.whistle.local.identity.Login;
import org.whistle.local.identity.Logins;
import org.whistle.local.identity.Realm;
import org.whistle.local.identity.Tokens;
import org.whistle.local.part.Keycloak;
import org.whistle.local.part.Postgres;
import org.whistle.local.part.Probes;
import org.whistle.local.part.QuarkusService;
import org.whistle.local.process.ProcessRecord;
import org.whistle.local.process.ProcessTable;
import org.whistle.local.state.Secrets;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Text;

/** What one needs to use a running local system, whether from the process that started it or from another. */
public final class SystemAccess {

    /** Name under which the launcher records itself. */
    static final String LAUNCHER = "launcher";

    private static final String PORT = "port";
    private static final String URL = "url";
    private static final String PARTS = "parts";
    private static final String READY = "ready";

    private final StateDir state;
    private final Ports ports;
    private final String url;
    private final Set<Part> parts;
    private final Secrets secrets;
    private final Tokens tokens;

    SystemAccess(StateDir state, Ports ports, String url, Set<Part> parts, Secrets secrets) {
        this.state = state;
        this.ports = ports;
        this.url = url;
        this.parts = Set.copyOf(parts);
        this.secrets = secrets;
        this.tokens = new Tokens(Keycloak.internalUrl(ports), Realm.TERMINAL_CLIENT);
    }

    /**
     * The system that runs with the given state folder.
     *
     * @throws LocalException when none does
     */
    public static SystemAccess attach(Path home) {
        StateDir state = new StateDir(home);
        return find(state)
                .orElseThrow(() -> new LocalException(new Text(
                        "系统没有在运行（" + state.home() + "）。请先运行 ./whistle up。",
                        "nothing is running in " + state.home() + ". Start it with ./whistle up.")));
    }

    /** The system that runs with the given state folder; empty when its launcher is not there. */
    public static Optional<SystemAccess> find(StateDir state) {
        return launcher(state)
                .map(launcher -> new SystemAccess(
                        state,
                        new Ports(Integer.parseInt(launcher.notes().getOrDefault(PORT, "0"))),
                        launcher.notes().getOrDefault(URL, ""),
                        Part.parse(launcher.notes().getOrDefault(PARTS, "all")),
                        Secrets.open(state)));
    }

    /** The record of the living launcher; empty when there is none. */
    static Optional<ProcessRecord> launcher(StateDir state) {
        return ProcessRecord.load(state.run(), LAUNCHER).filter(found -> found.isAlive(ProcessTable.ofThisMachine()));
    }

    /** Whether a launcher's record says that everything was ready. */
    static boolean saysReady(ProcessRecord launcher) {
        return Boolean.parseBoolean(launcher.notes().get(READY));
    }

    /** What a launcher records about itself. */
    static Map<String, String> notes(Ports ports, String url, Set<Part> parts, boolean ready) {
        return Map.of(
                PORT,
                Integer.toString(ports.base()),
                URL,
                url,
                PARTS,
                String.join(",", EnumSet.copyOf(parts).stream().map(Part::id).toList()),
                READY,
                Boolean.toString(ready));
    }

    /** Address of the front door, without a slash at the end. */
    public String url() {
        return url;
    }

    /** Its ports on this machine. */
    public Ports ports() {
        return ports;
    }

    /** Parts that were started. */
    public Set<Part> parts() {
        return parts;
    }

    /** Its state folder. */
    public StateDir state() {
        return state;
    }

    /** All logins by name. */
    public Map<String, Login> accounts() {
        return Logins.read(state);
    }

    /**
     * The first login with a role.
     *
     * @throws LocalException when there is none
     */
    public Login account(String role) {
        return accounts().values().stream()
                .filter(login -> login.has(role))
                .findFirst()
                .orElseThrow(() -> new LocalException(
                        new Text("没有角色为 " + role + " 的账户。", "no account has the role " + role + ".")));
    }

    /**
     * An access token of a user, by direct grant; used again until shortly before it expires.
     *
     * @throws LocalException when there is no such login
     */
    public String token(String username) {
        return tokens.of(username, () -> password(username));
    }

    private String password(String username) {
        Login login = accounts().get(username);
        if (login == null) {
            throw new LocalException(new Text("没有账户 " + username + "。", "there is no account " + username + "."));
        }
        return login.password();
    }

    /** JDBC address of a database. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.of(Part.POSTGRES) + "/" + database;
    }

    /** Password of a database's login, which has the database's name. */
    public String databasePassword(String database) {
        return Postgres.password(secrets, database);
    }

    /** Where Kafka clients begin. */
    public String kafkaBootstrap() {
        return "127.0.0.1:" + ports.of(Part.KAFKA);
    }

    /** Process id of a part; empty when it does not run now. */
    public Optional<Long> pid(Part part) {
        String name = part == Part.FRONT_DOOR ? LAUNCHER : part.id();
        return ProcessRecord.load(state.run(), name)
                .filter(found -> found.isAlive(ProcessTable.ofThisMachine()))
                .map(ProcessRecord::pid);
    }

    /** Whether a part can do its work now; asks it. */
    public boolean isReady(Part part) {
        return switch (part) {
            case POSTGRES ->
                Probes.postgres(ports.of(part), "keycloak", "keycloak", Postgres.password(secrets, "keycloak"));
            case KAFKA -> Probes.kafka(ports.of(part));
            case KEYCLOAK -> Keycloak.isReady(ports);
            case INTAKE, DISPATCH, DEPARTMENT, FEEDBACK -> QuarkusService.isReady(ports, part);
            case FRONT_DOOR -> Probes.http("http://127.0.0.1:" + ports.of(part) + "/config.json");
        };
    }

    /** Whether every part that was started can do its work now; asks them all. */
    public boolean isReady() {
        return parts.stream().allMatch(this::isReady);
    }

    /** The realm's accounts, for whoever may change them. */
    IdentityAdmin identity() {
        String base = "http://127.0.0.1:" + ports.of(Part.KEYCLOAK) + Keycloak.PATH;
        return new IdentityAdmin(base, Keycloak.adminPassword(secrets), state);
    }
}
