package org.whistle.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.whistle.local.Part;
import org.whistle.local.Ports;
import org.whistle.local.identity.LoginTheme;
import org.whistle.local.identity.Realm;
import org.whistle.local.process.Program;
import org.whistle.local.state.Secrets;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Progress;

/**
 * The identity provider: unpacked and optimised once, then started with its data in our database. The realm is imported at
 * the first start and belongs to the administrators from then on.
 */
public final class Keycloak implements Program {

    /** Path below the front door. */
    public static final String PATH = "/identity";

    private static final int HEAP_MEGABYTES = 256;
    private static final int BUILD_HEAP_MEGABYTES = 512;
    private static final Duration FIRST_PATIENCE = Duration.ofMinutes(10);
    private static final String ARCHIVE = "keycloak-quarkus-dist-";

    /** What cannot be changed without optimising again. */
    private static final List<String> BUILD_OPTIONS = List.of(
            "--db=postgres", "--http-relative-path=" + PATH, "--health-enabled=true", "--metrics-enabled=false");

    private static final List<String> OPENED = List.of(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private final StateDir state;
    private final Ports ports;
    private final Secrets secrets;
    private final Path archive;
    private final String publicUrl;
    private final CompletableFuture<Void> databaseReady;
    private final Progress progress;
    private final Jvm jvm;

    /**
     * @param root folder of the repository, where the build has left the distribution
     * @param publicUrl address of the front door as browsers and tokens know it
     * @param databaseReady completed when the database can be used; preparation goes on before that
     */
    public Keycloak(
            StateDir state,
            Ports ports,
            Secrets secrets,
            Path root,
            String publicUrl,
            CompletableFuture<Void> databaseReady,
            Progress progress) {
        this.state = state;
        this.ports = ports;
        this.secrets = secrets;
        this.archive = BuildOutput.keycloak(root);
        this.publicUrl = publicUrl;
        this.databaseReady = databaseReady;
        this.progress = progress;
        this.jvm = new Jvm(state);
    }

    /** Issuer of the realm's tokens, for a front door known under the given address. */
    public static String issuer(String publicUrl) {
        return publicUrl + PATH + "/realms/" + Realm.NAME;
    }

    /** Address of the realm as processes of this machine reach it. */
    public static String internalUrl(Ports ports) {
        return issuer("http://127.0.0.1:" + ports.of(Part.KEYCLOAK));
    }

    /** Whether the identity provider says that it can do its work. */
    public static boolean isReady(Ports ports) {
        return Probes.http("http://127.0.0.1:" + ports.keycloakManagement() + PATH + "/health/ready");
    }

    @Override
    public String name() {
        return Part.KEYCLOAK.id();
    }

    @Override
    public String title() {
        return Part.KEYCLOAK.title();
    }

    @Override
    public String marker() {
        return jvm.marker(name());
    }

    @Override
    public void prepare(Helpers helpers) throws InterruptedException {
        install();
        LoginTheme.install(folder());
        optimise(helpers);
        try {
            if (!isImported()) {
                Path folder = Files.createDirectories(folder().resolve("data").resolve("import"));
                Files.writeString(folder.resolve(Realm.NAME + "-realm.json"), Realm.template(publicUrl));
            }
            databaseReady.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LocalException local ? local : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public List<String> command() {
        List<String> line =
                java(jvm.swiftCommand(name(), HEAP_MEGABYTES, ClassArchive.jarsIn(folder().resolve("lib"))));
        line.add("start");
        line.add("--optimized");
        line.add("--db-url=jdbc:postgresql://127.0.0.1:" + ports.of(Part.POSTGRES) + "/keycloak");
        line.add("--db-username=keycloak");
        line.add("--db-pool-initial-size=1");
        line.add("--db-pool-min-size=1");
        line.add("--db-pool-max-size=10");
        line.add("--cache=local");
        line.add("--http-enabled=true");
        line.add("--http-host=127.0.0.1");
        line.add("--http-port=" + ports.of(Part.KEYCLOAK));
        line.add("--http-management-host=127.0.0.1");
        line.add("--http-management-port=" + ports.keycloakManagement());
        line.add("--http-pool-max-threads=16");
        line.add("--hostname=" + publicUrl + PATH);
        line.add("--hostname-backchannel-dynamic=true");
        line.add("--proxy-headers=xforwarded");
        // Several programs may log in as the same account at once; wrong passwords are counted all the same.
        line.add("--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true");
        line.add("--log-level=info,io.smallrye.health:warn");
        if (!isImported()) {
            line.add("--import-realm");
        }
        return line;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> own = new TreeMap<>();
        own.put("KC_DB_PASSWORD", Postgres.password(secrets, "keycloak"));
        if (!isImported()) {
            own.put("KC_BOOTSTRAP_ADMIN_USERNAME", Realm.MASTER_ADMIN);
            own.put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword(secrets));
        }
        return Jvm.environment(own);
    }

    @Override
    public boolean isReady() {
        if (!isReady(ports)) {
            return false;
        }
        if (!isImported()) {
            try {
                StateDir.delete(folder().resolve("data").resolve("import"));
                Files.createFile(imported());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }

    /** The first start makes some hundred tables and imports the realm, which takes minutes where much else is going on. */
    @Override
    public Duration startPatience() {
        return isImported() ? Program.super.startPatience() : FIRST_PATIENCE;
    }

    /** Password of the identity provider's own administrator. */
    public static String adminPassword(Secrets secrets) {
        return secrets.password("keycloak.admin.password");
    }

    /** Beside the data, so that it goes when they go. */
    private Path imported() {
        return state.privateData(name()).resolve("imported");
    }

    private boolean isImported() {
        return Files.exists(imported());
    }

    private String version() {
        String file = archive.getFileName().toString();
        return file.substring(ARCHIVE.length(), file.length() - ".zip".length());
    }

    private Path folder() {
        return state.keycloak().resolve("keycloak-" + version());
    }

    private void install() throws InterruptedException {
        if (Files.isDirectory(folder())) {
            return;
        }
        progress.step("解压 Keycloak " + version(), "unpacking Keycloak " + version());
        Path draft = state.keycloak().resolve("unpacking");
        StateDir.delete(state.keycloak());
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            Files.createDirectories(draft);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Path file = draft.resolve(entry.getName()).normalize();
                if (!file.startsWith(draft)) {
                    throw new IOException("the archive has an unsafe path: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
            Files.move(draft.resolve("keycloak-" + version()), folder(), StandardCopyOption.ATOMIC_MOVE);
            StateDir.delete(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void optimise(Helpers helpers) throws InterruptedException {
        Path built = folder().resolve("whistle-build.txt");
        String options = String.join("\n", BUILD_OPTIONS);
        try {
            if (Files.exists(built) && Files.readString(built).equals(options)) {
                return;
            }
            progress.step("优化 Keycloak（只做一次，约 20 秒）", "optimising Keycloak (once, about 20 s)");
            List<String> line = java(jvm.command(name(), BUILD_HEAP_MEGABYTES));
            line.add("build");
            line.addAll(BUILD_OPTIONS);
            helpers.run(marker(), line, Jvm.environment(Map.of()));
            Files.writeString(built, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The distribution's own script would stand between us and the process, so its command line is repeated here. */
    private List<String> java(List<String> begin) {
        Path home = folder();
        List<String> line = new ArrayList<>(begin);
        // Logins are rare and starting is not: so it is up in half the time.
        line.add(Jvm.NO_OPTIMISING_COMPILER);
        line.add("-XX:MaxMetaspaceSize=224m");
        line.add("-XX:ReservedCodeCacheSize=64m");
        line.add("-Duser.language=en");
        line.add("-Duser.country=US");
        line.add("-Dkc.home.dir=" + home);
        line.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        line.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        line.add("-Dpicocli.disable.closures=true");
        line.add("-Dquarkus-log-max-startup-records=10000");
        line.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        line.addAll(OPENED);
        line.add("-cp");
        line.add(home.resolve("lib").resolve("quarkus-run.jar").toString());
        line.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        return line;
    }
}
