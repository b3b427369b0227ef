package org.whistle.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The real Kafka broker and the real PostgreSQL of this test run: started at the first call, shared by every test class
 * of the JVM, gone with it.
 *
 * @param postgresPort port of the database on 127.0.0.1
 * @param kafkaPort port of the broker on 127.0.0.1
 */
public record Stores(int postgresPort, int kafkaPort) {

    /** Where both listen. */
    public static final String HOST = "127.0.0.1";

    /** Partitions of the topics that tests create; the journal has 12 where users run it. */
    public static final int PARTITIONS = 4;

    private static final String POSTGRES_KEY = "whistle.testkit.postgres.port";
    private static final String KAFKA_KEY = "whistle.testkit.kafka.port";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    /** Held, because the log manager keeps loggers weakly; each client prints its whole configuration at info. */
    private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    /**
     * The stores of this JVM, started when they are not yet up.
     *
     * @throws IllegalStateException when they do not come up; the message carries the end of their log
     */
    public static Stores shared() {
        CLIENTS.setLevel(Level.WARNING);
        // Quarkus loads this class once per application it starts, so static fields would not be shared; system
        // properties and interned strings belong to the whole JVM.
        synchronized ("org.whistle.testkit.Stores".intern()) {
            if (System.getProperty(KAFKA_KEY) == null) {
                Stores started = start();
                System.setProperty(POSTGRES_KEY, String.valueOf(started.postgresPort));
                System.setProperty(KAFKA_KEY, String.valueOf(started.kafkaPort));
            }
            return new Stores(Integer.getInteger(POSTGRES_KEY), Integer.getInteger(KAFKA_KEY));
        }
    }

    /** The broker's address for clients. */
    public String bootstrapServers() {
        return HOST + ":" + kafkaPort;
    }

    /** Creates the service's database with a login of the same name, when there is none yet. */
    public Database database(String service) {
        if (!SERVICE.matcher(service).matches()) {
            throw new IllegalArgumentException("not a database name: " + service);
        }
        synchronized ("org.whistle.testkit.Stores".intern()) {
            try (Connection connection = administrator().getConnection();
                    Statement statement = connection.createStatement()) {
                boolean missing;
                try (var rows = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + service + "'")) {
                    missing = !rows.next();
                }
                if (missing) {
                    statement.execute("CREATE ROLE " + service + " LOGIN PASSWORD '" + Database.PASSWORD + "'");
                    statement.execute("CREATE DATABASE " + service + " OWNER " + service);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the database of " + service + " could not be made", e);
            }
        }
        return new Database(service, postgresPort);
    }

    /** Creates each topic that is not there yet, with {@link #PARTITIONS} partitions. */
    public void createTopics(String... topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            for (String topic : Set.of(topics)) {
                try {
                    admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                            .all()
                            .get(30, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("topic " + topic + " could not be made", e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the broker did not answer", e);
        }
    }

    private PGSimpleDataSource administrator() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {HOST});
        source.setPortNumbers(new int[] {postgresPort});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setPassword("postgres");
        return source;
    }

    private static Stores start() {
        try {
            Path folder = Files.createTempDirectory("whistle-test-stores-");
            Path log = Files.createFile(folder.resolve("stores.log"));
            Path classPath = Files.writeString(
                    folder.resolve("class-path"),
                    "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"",
                    StandardCharsets.UTF_8);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx320m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "@" + classPath,
                            StoresProcess.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            stopWithThisJvm(process);
            return await(process, folder, log);
        } catch (IOException e) {
            throw new UncheckedIOException("broker and database could not be started", e);
        }
    }

    private static Stores await(Process process, Path folder, Path log) throws IOException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        Path ready = folder.resolve(StoresProcess.READY_FILE);
        try {
            while (!Files.exists(ready)) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("broker and database ended at once:\n" + end(log));
                }
                if (System.nanoTime() > limit) {
                    process.destroy();
                    throw new IllegalStateException(
                            "broker and database were not up after " + START_LIMIT.toSeconds() + " s:\n" + end(log));
                }
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Properties ports = new Properties();
        try (var in = Files.newInputStream(ready)) {
            ports.load(in);
        }
        return new Stores(
                Integer.parseInt(ports.getProperty(StoresProcess.POSTGRES_PORT)),
                Integer.parseInt(ports.getProperty(StoresProcess.KAFKA_PORT)));
    }

    /** Closing the pipe is what ends the process, and the system does it too when this JVM is killed. */
    private static void stopWithThisJvm(Process process) {
        OutputStream pipe = process.getOutputStream();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                pipe.close();
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (IOException e) {
                process.destroy();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
