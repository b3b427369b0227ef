package org.whistle.chassis.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.whistle.testkit.WithWhistle;

/** That the scheduler really has every timer pass through {@link WorkUnderWay}. */
@QuarkusTest
@WithWhistle(service = EndingApp.SERVICE)
@TestProfile(EndingApp.class)
class TimersEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    HeldTimer timer;

    @Inject
    WorkUnderWay work;

    @Test
    void timers_areWaitedFor_andHaveNoFurtherTurn_whenTheServiceEnds() throws Exception {
        await().atMost(PATIENCE).until(() -> timer.turns() > 0);
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(this::stop);
        await().atMost(PATIENCE).until(work::isEnding);
        int turns = timer.turns();
        assertThat(stopping).isNotDone();
        timer.letGo();
        stopping.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        // The scheduler itself goes on and looks every second.
        await().atMost(PATIENCE).during(Duration.ofSeconds(3)).until(() -> timer.turns() == turns);
    }

    private void stop() {
        try {
            work.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
