package org.whistle.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.whistle.local.part.Postgres;
import org.whistle.local.text.LocalException;

/** The real database and the real broker, as the system starts them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoresTest {

    /** Kept: the programs in there are unpacked once. */
    private static final Path HOME = Path.of("target", "stores");

    private static LocalSystem system;

    @BeforeAll
    static void start() {
        system = LocalSystem.start(options().withFresh(true));
    }

    @AfterAll
    static void end() {
        system.close();
    }

    @Test
    @Order(1)
    void database_losesNothingThatItAcknowledged() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            assertThat(ask("intake", "SHOW " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    @Order(1)
    void everyService_hasADatabaseAndALoginOfItsOwn() throws SQLException {
        for (String database : Postgres.DATABASES) {
            assertThat(ask(database, "SELECT current_user || '@' || current_database()"))
                    .isEqualTo(database + "@" + database);
        }
    }

    @Test
    @Order(1)
    void nobody_readsAnothersDatabase() {
        assertThatThrownBy(() -> DriverManager.getConnection(
                        system.access().jdbcUrl("intake"),
                        "dispatch",
                        system.access().databasePassword("dispatch")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> DriverManager.getConnection(system.access().jdbcUrl("intake"), "intake", "guessed"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    @Order(1)
    void secondStart_isRefusedWhileTheFirstRuns() {
        assertThatThrownBy(() -> LocalSystem.start(options()))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("already running");
        assertThat(system.access().isReady()).isTrue();
    }

    @Test
    @Order(1)
    void everyPart_isRecordedSoThatOthersFindIt() {
        SystemAccess attached = SystemAccess.attach(HOME);

        assertThat(attached.pid(Part.POSTGRES)).contains(system.pid(Part.POSTGRES));
        assertThat(attached.pid(Part.FRONT_DOOR))
                .contains(ProcessHandle.current().pid());
        assertThat(attached.kafkaBootstrap()).isEqualTo(system.access().kafkaBootstrap());
        assertThat(attached.isReady()).isTrue();
    }

    @Test
    @Order(2)
    void killedStores_comeBackWithWhatTheyHad() throws Exception {
        ask("intake", "CREATE TABLE kept AS SELECT 42 AS answer");
        makeTopic("whistle.journal");
        long database = system.pid(Part.POSTGRES);
        long broker = system.pid(Part.KAFKA);

        system.kill(Part.POSTGRES);
        system.kill(Part.KAFKA);
        system.awaitReady();

        assertThat(system.pid(Part.POSTGRES)).isPositive().isNotEqualTo(database);
        assertThat(system.pid(Part.KAFKA)).isPositive().isNotEqualTo(broker);
        assertThat(ask("intake", "SELECT answer FROM kept")).isEqualTo("42");
        assertThat(topics()).contains("whistle.journal");
    }

    @Test
    @Order(3)
    void laterStart_findsWhatWasThere_andNothingIsLeftInBetween() throws Exception {
        List<ProcessHandle> before = List.of(handle(Part.POSTGRES), handle(Part.KAFKA));

        system.close();
        assertThat(before).noneMatch(ProcessHandle::isAlive);
        assertThat(SystemAccess.find(system.access().state())).isEmpty();

        system = LocalSystem.start(options());
        assertThat(ask("intake", "SELECT answer FROM kept")).isEqualTo("42");
        assertThat(topics()).contains("whistle.journal");
    }

    @Test
    @Order(4)
    void whoeverClosesItASecondTime_waitsForTheFirst_andKeepsNobodyFromClosing() {
        List<ProcessHandle> before = List.of(handle(Part.POSTGRES), handle(Part.KAFKA));

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(system::close, Thread::startVirtualThread),
                        CompletableFuture.runAsync(system::close, Thread::startVirtualThread),
                        CompletableFuture.runAsync(system::close, Thread::startVirtualThread))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();

        assertThat(before).noneMatch(ProcessHandle::isAlive);
    }

    private static Options options() {
        return Options.in(HOME).withParts(Set.of(Part.POSTGRES, Part.KAFKA));
    }

    private static ProcessHandle handle(Part part) {
        return ProcessHandle.of(system.pid(part)).orElseThrow();
    }

    private static String ask(String database, String statement) throws SQLException {
        SystemAccess access = system.access();
        try (Connection connection = DriverManager.getConnection(
                        access.jdbcUrl(database), database, access.databasePassword(database));
                Statement running = connection.createStatement()) {
            if (!running.execute(statement)) {
                return "";
            }
            ResultSet rows = running.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }

    private static void makeTopic(String name) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, 12, (short) 1))).all().get();
        }
    }

    private static Set<String> topics() throws Exception {
        try (Admin admin = admin()) {
            return new TreeSet<>(admin.listTopics().names().get());
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", system.access().kafkaBootstrap()));
    }
}
