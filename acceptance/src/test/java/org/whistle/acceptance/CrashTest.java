package org.whistle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whistle.acceptance.bench.JournalCheck;
import org.whistle.local.LocalSystem;
import org.whistle.local.Part;

/**
 * Any part killed hard under load: afterwards every report answered with success is there exactly once, in order, in
 * all four services. Senders do what a grid worker's phone does: they send the same report again until it is answered.
 */
@Order(Integer.MAX_VALUE)
class CrashTest {

    private static final int REPORTS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final LocalSystem system = Running.system();

    @ParameterizedTest
    @DisplayName("killed hard under load, nothing answered is lost, doubled or out of order")
    @EnumSource(
            value = Part.class,
            names = {"INTAKE", "DISPATCH", "DEPARTMENT", "FEEDBACK", "KAFKA", "POSTGRES"})
    void killedHardUnderLoad_nothingAnsweredIsLostOrDoubled(Part part) {
        system.awaitReady();
        JournalCheck journal = JournalCheck.fromHere(system.access().kafkaBootstrap());
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        try (Load load = Load.start(Running.whistle(), REPORTS, accepted)) {
            Awaitility.await().atMost(PATIENCE).until(() -> accepted.size() >= REPORTS / 4);
            system.kill(part);
            Awaitility.await().atMost(PATIENCE).until(load::isDone);
        }
        system.awaitReady();

        assertThat(accepted).hasSize(REPORTS);
        Reconciliation stores = new Reconciliation(system.access());
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(stores.missing(accepted))
                .isEmpty());
        assertThat(stores.doubled(accepted)).isEmpty();
        JournalCheck.Result check = journal.against(accepted);
        assertThat(check.lost()).isZero();
        assertThat(check.outOfOrder()).isZero();
    }
}
