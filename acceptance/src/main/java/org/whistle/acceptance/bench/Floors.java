package org.whistle.acceptance.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the two stores can do at best on this machine, with the durability that users run. */
final class Floors {

    private static final int CONNECTIONS = 32;
    private static final int PAYLOAD = 1_000;
    private static final String TOPIC = "whistle.bench.floor";

    private Floors() {}

    /** Transactions per second of one ticket row and one outbox row each, on 32 connections. */
    static double transactionsPerSecond(String url, String user, String password, Duration length) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_floor_ticket, bench_floor_outbox");
            statement.execute("create table bench_floor_ticket (id uuid primary key, type text, grid text, body text)");
            statement.execute("create table bench_floor_outbox (id uuid primary key, type text, payload bytea)");
            try {
                return run(url, user, password, length);
            } finally {
                statement.execute("drop table bench_floor_ticket, bench_floor_outbox");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database's floor could not be measured", e);
        }
    }

    private static double run(String url, String user, String password, Duration length) throws SQLException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        List<Connection> connections = new ArrayList<>();
        AtomicLong count = new AtomicLong();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection connection = DriverManager.getConnection(url, user, password);
                connection.setAutoCommit(false);
                connections.add(connection);
            }
            long warm = System.nanoTime() + length.toNanos() / 4;
            long end = warm + length.toNanos();
            List<Future<?>> workers = new ArrayList<>();
            for (Connection connection : connections) {
                workers.add(threads.submit(() -> {
                    work(connection, warm, end, count);
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
            return count.get() / (length.toNanos() / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static void work(Connection connection, long warm, long end, AtomicLong count) throws SQLException {
        byte[] payload = payload();
        String body = "x".repeat(200);
        try (PreparedStatement ticket = connection.prepareStatement(
                        "insert into bench_floor_ticket values (?, 'C0101', '370102009001001', ?)");
                PreparedStatement outbox =
                        connection.prepareStatement("insert into bench_floor_outbox values (?, 'filed', ?)")) {
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                UUID id = UUID.randomUUID();
                ticket.setObject(1, id);
                ticket.setString(2, body);
                ticket.executeUpdate();
                outbox.setObject(1, id);
                outbox.setBytes(2, payload);
                outbox.executeUpdate();
                connection.commit();
                if (now >= warm) {
                    count.incrementAndGet();
                }
            }
        }
    }

    /** Records of 1 000 bytes per second to one topic of 12 partitions, acknowledged by all replicas, idempotent. */
    static double recordsPerSecond(String bootstrapServers, Duration length) {
        Map<String, Object> admin = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin topics = Admin.create(admin)) {
            topics.createTopics(List.of(new NewTopic(TOPIC, 12, (short) -1)))
                    .all()
                    .get();
            try {
                return produce(bootstrapServers, length);
            } finally {
                topics.deleteTopics(List.of(TOPIC)).all().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker's floor could not be measured", e.getCause());
        }
    }

    private static double produce(String bootstrapServers, Duration length) {
        AtomicLong count = new AtomicLong();
        byte[] payload = payload();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName(),
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName(),
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
                ProducerConfig.LINGER_MS_CONFIG, "5",
                ProducerConfig.BATCH_SIZE_CONFIG, "131072"))) {
            long warm = System.nanoTime() + length.toNanos() / 4;
            long end = warm + length.toNanos();
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                boolean counts = now >= warm;
                producer.send(new ProducerRecord<>(TOPIC, UUID.randomUUID().toString(), payload), (sent, failure) -> {
                    if (failure == null && counts && System.nanoTime() < end) {
                        count.incrementAndGet();
                    }
                });
            }
        }
        return count.get() / (length.toNanos() / 1e9);
    }

    private static byte[] payload() {
        return "x".repeat(PAYLOAD).getBytes(StandardCharsets.US_ASCII);
    }
}
