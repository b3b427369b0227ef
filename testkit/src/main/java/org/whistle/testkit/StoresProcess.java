package org.whistle.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * The process that holds broker and database of a test run. It is a process of its own so that Quarkus' class loaders
 * and restarts do not touch them, and it ends, with all it made, as soon as its standard input does: even a test JVM
 * that was killed leaves nothing behind.
 */
final class StoresProcess {

    /** File in the working folder that carries the ports once both are up. */
    static final String READY_FILE = "ready.properties";

    static final String POSTGRES_PORT = "postgres.port";
    static final String KAFKA_PORT = "kafka.port";

    private StoresProcess() {}

    /** @param args the working folder, existing and writable; it is removed at the end */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int status = 0;
        try {
            run(folder);
        } catch (Throwable e) {
            // Standard error is a file in the folder; whoever started this process reads it from there.
            e.printStackTrace();
            status = 1;
        }
        if (status == 0) {
            delete(folder);
        }
        // halt: a broker that failed half-way leaves threads that are no daemons.
        Runtime.getRuntime().halt(status);
    }

    private static void run(Path folder) throws Exception {
        CompletableFuture<EmbeddedPostgres> database = CompletableFuture.supplyAsync(() -> postgres(folder));
        KafkaRaftServer broker = null;
        try {
            int port = freePort();
            broker = kafka(folder, port, freePort());
            Properties ready = new Properties();
            ready.setProperty(POSTGRES_PORT, String.valueOf(database.join().getPort()));
            ready.setProperty(KAFKA_PORT, String.valueOf(port));
            publish(folder, ready);
            while (System.in.read() >= 0) {
                // Nothing is said on this pipe; its end is the sign to stop.
            }
        } finally {
            if (broker != null) {
                broker.shutdown();
            }
            database.join().close();
        }
    }

    private static EmbeddedPostgres postgres(Path folder) {
        try {
            // These builds start with fsync and synchronous_commit off. That is kept here, because a test run's data
            // is thrown away; what users run turns both on.
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("postgres"))
                    .setOverrideWorkingDirectory(binaries().toFile())
                    .setServerConfig("max_connections", "300")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The unpacked programs are kept between runs; unpacking them costs more than the start itself. */
    private static Path binaries() throws IOException {
        Path folder = Path.of(
                System.getProperty("java.io.tmpdir"), "whistle-test-binaries-" + System.getProperty("user.name"));
        return Files.createDirectories(folder);
    }

    private static KafkaRaftServer kafka(Path folder, int port, int controllerPort) throws IOException {
        Properties config = new Properties();
        config.setProperty("process.roles", "broker,controller");
        config.setProperty("node.id", "1");
        config.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        config.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        config.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        config.setProperty("controller.listener.names", "CONTROLLER");
        config.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.setProperty("log.dirs", folder.resolve("kafka").toString());
        config.setProperty("num.partitions", "4");
        // A topic nobody made is a mistake of the deployment, and a test should show it.
        config.setProperty("auto.create.topics.enable", "false");
        config.setProperty("offsets.topic.num.partitions", "4");
        config.setProperty("offsets.topic.replication.factor", "1");
        config.setProperty("transaction.state.log.num.partitions", "4");
        config.setProperty("transaction.state.log.replication.factor", "1");
        config.setProperty("transaction.state.log.min.isr", "1");
        config.setProperty("share.coordinator.state.topic.replication.factor", "1");
        config.setProperty("share.coordinator.state.topic.min.isr", "1");
        config.setProperty("group.initial.rebalance.delay.ms", "0");
        config.setProperty("log.segment.bytes", String.valueOf(16 << 20));
        config.setProperty("log.index.size.max.bytes", String.valueOf(1 << 20));
        config.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20));
        Path file = folder.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            config.store(out, null);
        }
        String[] format = {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()};
        if (StorageTool.execute(format, System.out) != 0) {
            throw new IOException("the broker's folder could not be formatted");
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
        server.startup();
        return server;
    }

    private static void publish(Path folder, Properties ready) throws IOException {
        Path draft = folder.resolve("ready.tmp");
        try (var out = Files.newOutputStream(draft)) {
            ready.store(out, null);
        }
        Files.move(draft, folder.resolve(READY_FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, java.io.IOException failure) throws IOException {
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
