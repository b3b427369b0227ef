package org.whistle.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.whistle.local.Part;
import org.whistle.local.Ports;
import org.whistle.local.process.ProcessTable;
import org.whistle.local.process.Program;
import org.whistle.local.process.StopSignal;
import org.whistle.local.state.Secrets;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.Progress;

/**
 * The database server: one cluster with a database and a login for each owner, reachable from this machine only, with
 * every durability setting on.
 */
public final class Postgres implements Program {

    /** Databases; each belongs to the login of the same name. */
    public static final List<String> DATABASES = List.of("intake", "dispatch", "department", "feedback", "keycloak");

    private static final String SUPERUSER = "postgres";
    private static final String SETTINGS_FILE = "whistle.conf";

    private final StateDir state;
    private final Ports ports;
    private final Secrets secrets;
    private final Progress progress;
    private final Path cluster;
    private @Nullable DatabaseUser user;
    private @Nullable Path binaries;
    private boolean databasesMade;

    public Postgres(StateDir state, Ports ports, Secrets secrets, Progress progress) {
        this.state = state;
        this.ports = ports;
        this.secrets = secrets;
        this.progress = progress;
        this.cluster = state.data().resolve("postgres");
    }

    @Override
    public String name() {
        return Part.POSTGRES.id();
    }

    @Override
    public String title() {
        return Part.POSTGRES.title();
    }

    @Override
    public String marker() {
        return "-D " + cluster;
    }

    @Override
    public void prepare(Helpers helpers) throws InterruptedException {
        Path programs = PostgresBinaries.unpack(state, progress);
        DatabaseUser runner = DatabaseUser.find(System.getenv("WHISTLE_DATABASE_USER"));
        binaries = programs;
        user = runner;
        if (!Files.exists(cluster)) {
            initialise(programs, runner, helpers);
        }
        runner.own(cluster);
        writeSettings();
        forgetDeadServer();
    }

    @Override
    public List<String> command() {
        if (user == null || binaries == null) {
            throw new IllegalStateException("not prepared");
        }
        return user.command(List.of(program(binaries, "postgres"), "-D", cluster.toString()));
    }

    @Override
    public Map<String, String> environment() {
        return Jvm.environment(Map.of("LC_ALL", "C", "TZ", "UTC"));
    }

    @Override
    public StopSignal stopSignal() {
        return StopSignal.INTERRUPT;
    }

    @Override
    public Duration stopGrace() {
        return Duration.ofSeconds(60);
    }

    @Override
    public boolean isReady() {
        if (!Probes.postgres(port(), SUPERUSER, SUPERUSER, secrets.password("postgres.password"))) {
            return false;
        }
        if (!databasesMade) {
            makeDatabases();
            databasesMade = true;
        }
        return true;
    }

    /** Password of a database's login. */
    public static String password(Secrets secrets, String database) {
        return secrets.password("database." + database + ".password");
    }

    private int port() {
        return ports.of(Part.POSTGRES);
    }

    private void initialise(Path programs, DatabaseUser runner, Helpers helpers) throws InterruptedException {
        progress.step("初始化数据库", "initialising the database");
        Path draft = state.data().resolve("postgres-new");
        Path password = state.data().resolve("postgres-password");
        StateDir.delete(draft);
        StateDir.writePrivately(password, secrets.password("postgres.password") + "\n");
        try {
            // Made beforehand: the database's user may not be allowed to make folders here.
            Files.createDirectory(draft);
            runner.own(draft);
            runner.own(password);
            helpers.run(
                    "-D " + draft,
                    runner.command(List.of(
                            program(programs, "initdb"),
                            "-D",
                            draft.toString(),
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums")),
                    environment());
            Files.writeString(
                    draft.resolve("postgresql.conf"), "\ninclude '" + SETTINGS_FILE + "'\n", StandardOpenOption.APPEND);
            Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            StateDir.delete(password);
        }
    }

    /** Sized for two cores and a few hundred megabytes; written at every start, since the port may change. */
    private void writeSettings() {
        String settings = """
                # Written at every start; changes here are lost.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 120
                # Nothing that was acknowledged may be lost, whatever is killed or switched off.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                max_wal_size = 2GB
                min_wal_size = 256MB
                checkpoint_timeout = 15min
                checkpoint_completion_target = 0.9
                shared_buffers = 192MB
                effective_cache_size = 1GB
                work_mem = 8MB
                maintenance_work_mem = 64MB
                random_page_cost = 1.1
                effective_io_concurrency = 16
                io_method = sync
                jit = off
                max_worker_processes = 4
                max_parallel_workers = 2
                max_parallel_workers_per_gather = 1
                # Queues such as the outbox turn over fast; they stay small only when they are swept often.
                autovacuum_naptime = 10s
                autovacuum_max_workers = 2
                autovacuum_vacuum_cost_limit = 1000
                # A young table grows by a tenth every few seconds; looking at all of it again each time was a sixth of the
                # machine, for plans that never change.
                autovacuum_analyze_threshold = 20000
                autovacuum_analyze_scale_factor = 0.5
                # And it looks at 9 000 rows of a table instead of 30 000: five seconds of it, in the middle of a busy minute,
                # held up everybody for as long.
                default_statistics_target = 30
                autovacuum_vacuum_insert_threshold = 100000
                autovacuum_vacuum_insert_scale_factor = 0.5
                log_line_prefix = '%%m [%%p] %%d '
                log_checkpoints = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                """.formatted(port());
        try {
            Path file = cluster.resolve(SETTINGS_FILE);
            Files.writeString(file, settings);
            if (user != null && user.owner() > 0) {
                Files.setAttribute(file, "unix:uid", user.owner());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes the lock file of a server that is gone. The server itself would refuse to start when the pid in there has been
     * given to another of this user's processes since.
     */
    private void forgetDeadServer() {
        Path lock = cluster.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
            boolean ours = ProcessTable.ofThisMachine()
                    .find(pid)
                    .filter(sight -> sight.commandLine().contains(marker()))
                    .isPresent();
            if (!ours) {
                Files.delete(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | NoSuchElementException e) {
            // Cut short by a crash; the server knows what to do with it.
            return;
        }
    }

    private void makeDatabases() {
        String url = "jdbc:postgresql://127.0.0.1:" + port() + "/" + SUPERUSER;
        try (Connection connection =
                        DriverManager.getConnection(url, SUPERUSER, secrets.password("postgres.password"));
                Statement statement = connection.createStatement()) {
            for (String database : DATABASES) {
                // Names and passwords are ours: letters and digits only.
                String password = password(secrets, database);
                if (exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + database + "'")) {
                    continue;
                }
                if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                    statement.execute("CREATE DATABASE " + database + " STRATEGY file_copy");
                    statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
                }
                // The login last, in one transaction with what it owns: its being there says all of this was done.
                statement.execute("BEGIN; CREATE ROLE " + database + " LOGIN PASSWORD '" + password
                        + "'; ALTER DATABASE " + database + " OWNER TO " + database + "; COMMIT");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the databases cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String program(Path binaries, String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }
}
