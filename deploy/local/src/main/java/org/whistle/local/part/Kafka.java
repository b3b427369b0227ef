package org.whistle.local.part;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.whistle.local.Part;
import org.whistle.local.Ports;
import org.whistle.local.process.Program;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.Progress;

/**
 * The broker: one KRaft node that is broker and controller at once. A record is acknowledged when it is in the operating
 * system's hands, so a killed broker loses nothing; against loss of power a city has replicas, one machine has not.
 */
public final class Kafka implements Program {

    private static final int HEAP_MEGABYTES = 256;

    private final StateDir state;
    private final Ports ports;
    private final Jvm jvm;
    private final Path root;
    private final Progress progress;

    /** @param root folder of the repository, where the build has left the broker's class path */
    public Kafka(StateDir state, Ports ports, Path root, Progress progress) {
        this.state = state;
        this.ports = ports;
        this.jvm = new Jvm(state);
        this.root = root;
        this.progress = progress;
    }

    @Override
    public String name() {
        return Part.KAFKA.id();
    }

    @Override
    public String title() {
        return Part.KAFKA.title();
    }

    @Override
    public String marker() {
        return jvm.marker(name());
    }

    @Override
    public void prepare(Helpers helpers) throws InterruptedException {
        Path data = state.privateData("kafka");
        writeSettings(data);
        if (!Files.exists(data.resolve("meta.properties"))) {
            progress.step("格式化 Kafka 存储", "formatting the broker's storage");
            helpers.run(
                    jvm.marker(name()),
                    java(
                            storageTool(),
                            "kafka.tools.StorageTool",
                            "format",
                            "-t",
                            clusterId(),
                            "-c",
                            settingsFile().toString()),
                    environment());
        }
    }

    @Override
    public List<String> command() {
        // Everything waits for the broker, and half of its start is loading classes: it keeps them ready for next time.
        List<String> line = jvm.swiftCommand(name(), HEAP_MEGABYTES, BuildOutput.classPath(root));
        line.addAll(Jvm.LATE_OPTIMISING_COMPILER);
        return java(line, "kafka.Kafka", settingsFile().toString());
    }

    @Override
    public Map<String, String> environment() {
        // In the environment, since nobody could read a list of processes with it in a command line.
        String classPath = BuildOutput.classPath(root).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return Jvm.environment(Map.of("CLASSPATH", classPath));
    }

    @Override
    public boolean isReady() {
        return Probes.kafka(ports.of(Part.KAFKA));
    }

    private List<String> storageTool() {
        List<String> line = jvm.command(name(), HEAP_MEGABYTES);
        line.add(Jvm.NO_OPTIMISING_COMPILER);
        return line;
    }

    private Path settingsFile() {
        return state.run().resolve("kafka.properties");
    }

    private static List<String> java(List<String> command, String main, String... arguments) {
        List<String> line = new ArrayList<>(command);
        line.add("-XX:MaxDirectMemorySize=64m");
        line.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
        line.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX");
        line.add("-Dorg.slf4j.simpleLogger.showThreadName=false");
        line.add("-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaConfig=warn");
        line.add("-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config.AbstractConfig=warn");
        line.add(main);
        line.addAll(List.of(arguments));
        return line;
    }

    private void writeSettings(Path data) {
        int broker = ports.of(Part.KAFKA);
        int controller = ports.kafkaController();
        String settings = """
                # Written at every start; changes here are lost.
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=PLAINTEXT
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                num.partitions=3
                # The journal is the history of every ticket: nothing in it ever expires.
                log.retention.ms=-1
                log.retention.bytes=-1
                offsets.retention.minutes=525600
                offsets.topic.num.partitions=8
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # After a crash the controller, which is the same process, waits for the session of the broker that was.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                num.recovery.threads.per.data.dir=2
                background.threads=2
                log.cleaner.dedupe.buffer.size=8388608
                log.cleaner.io.buffer.size=262144
                message.max.bytes=2097152
                controlled.shutdown.max.retries=1
                """.formatted(broker, controller, data);
        try {
            Files.writeString(settingsFile(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A random id in the form the broker wants: a UUID in URL-safe Base64 that does not begin with a dash. */
    private static String clusterId() {
        while (true) {
            UUID random = UUID.randomUUID();
            ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(random.getMostSignificantBits())
                    .putLong(random.getLeastSignificantBits());
            String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
            if (!id.startsWith("-")) {
                return id;
            }
        }
    }
}
