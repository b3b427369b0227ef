package org.whistle.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.whistle.local.Part;
import org.whistle.local.Ports;
import org.whistle.local.process.Program;
import org.whistle.local.state.Secrets;
import org.whistle.local.state.StateDir;

/** One of the four services, run from its packaged application exactly as elsewhere: configured by environment alone. */
public final class QuarkusService implements Program {

    private static final int HEAP_MEGABYTES = 320;

    /** At an upgrade a service first carries its data on: minutes for a million tickets, longer on a slow machine. */
    private static final Duration START_PATIENCE = Duration.ofHours(2);

    private final Part part;
    private final StateDir state;
    private final Ports ports;
    private final Secrets secrets;
    private final Path root;
    private final String issuer;
    private final Jvm jvm;
    private boolean copied;

    /**
     * @param root folder of the repository, where the build has left the application
     * @param issuer issuer as it stands in tokens
     */
    public QuarkusService(Part part, StateDir state, Ports ports, Secrets secrets, Path root, String issuer) {
        this.part = part;
        this.state = state;
        this.ports = ports;
        this.secrets = secrets;
        this.root = root;
        this.issuer = issuer;
        this.jvm = new Jvm(state);
    }

    @Override
    public String name() {
        return part.id();
    }

    @Override
    public String title() {
        return part.title();
    }

    @Override
    public String marker() {
        return jvm.marker(name());
    }

    @Override
    public Duration startPatience() {
        return START_PATIENCE;
    }

    @Override
    public void prepare(Helpers helpers) {
        state.privateData(name());
        // Once: a service that is started again goes on with what the others run.
        if (!copied) {
            try {
                Copy.refresh(BuildOutput.service(root, part.id()), application());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            copied = true;
        }
    }

    private Path application() {
        return state.programs().resolve(name());
    }

    @Override
    public List<String> command() {
        List<String> line =
                new ArrayList<>(jvm.swiftCommand(name(), HEAP_MEGABYTES, ClassArchive.jarsIn(application())));
        line.addAll(Jvm.LATE_OPTIMISING_COMPILER);
        // Many programs take turns on few processors, so each finds its translations of addresses gone.
        if (System.getProperty("os.name").startsWith("Linux")) {
            line.add("-XX:+UseTransparentHugePages");
        }
        line.add("-XX:MaxMetaspaceSize=192m");
        line.add("-XX:ReservedCodeCacheSize=96m");
        // Otherwise the heap is collected whole, 90 to 310 ms, for each 14 MB of code that has grown.
        line.add("-XX:SweeperThreshold=60");
        // The survivors hold what batches have under way; copied into the old generation instead, a young
        // collection takes 20 to 30 ms instead of 2 to 7.
        line.add("-Xmn96m");
        line.add("-XX:SurvivorRatio=4");
        line.add("-XX:MaxDirectMemorySize=96m");
        line.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        String more = System.getenv("WHISTLE_JAVA_OPTS");
        if (more != null && !more.isBlank()) {
            line.addAll(List.of(more.strip().split("\\s+")));
        }
        line.add("-jar");
        line.add(application().resolve("quarkus-run.jar").toString());
        return line;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> own = new TreeMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("QUARKUS_")) {
                own.put(name, value);
            }
        });
        // More would not be faster on few processors, and each is a process of the database's with its own memory.
        own.putIfAbsent("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "10");
        // One thread for a service's network, database and topics: between two, each request would change over several
        // times, and four services share two processors or a few more.
        own.putIfAbsent("QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE", "1");
        own.put("WHISTLE_DB_HOST", "127.0.0.1");
        own.put("WHISTLE_DB_PORT", Integer.toString(ports.of(Part.POSTGRES)));
        own.put("WHISTLE_DB_PASSWORD", Postgres.password(secrets, part.id()));
        own.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(Part.KAFKA));
        own.put("WHISTLE_OIDC_URL", Keycloak.internalUrl(ports));
        own.put("WHISTLE_OIDC_ISSUER", issuer);
        own.put("WHISTLE_HTTP_HOST", "127.0.0.1");
        own.put("WHISTLE_HTTP_PORT", Integer.toString(ports.of(part)));
        own.put("WHISTLE_DATA_KEY", secrets.dataKey());
        own.put("WHISTLE_AUDIT_KEY", secrets.auditKey());
        own.put("WHISTLE_DATA_DIR", state.privateData(name()).toString());
        return Jvm.environment(own);
    }

    @Override
    public boolean isReady() {
        return isReady(ports, part);
    }

    /** Whether a service says that it can do its work. */
    public static boolean isReady(Ports ports, Part part) {
        return Probes.http("http://127.0.0.1:" + ports.of(part) + "/api/" + part.id() + "/q/health/ready");
    }
}
