package org.whistle.chassis.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.spi.JobInstrumenter.JobInstrumentationContext;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What may begin, and what the end waits for. */
class WorkUnderWayTest {

    private final WorkUnderWay work = new WorkUnderWay(Duration.ofSeconds(20));
    private final TimersUnderWay timers = new TimersUnderWay(work);
    private final AtomicInteger runs = new AtomicInteger();

    private CompletableFuture<Void> stopping() {
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> stop(work));
        await().until(work::isEnding);
        return stopping;
    }

    private static void stop(WorkUnderWay work) {
        try {
            work.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletionStage<Void> tick(Supplier<CompletionStage<Void>> job) {
        return timers.instrument(new JobInstrumentationContext() {
            @Override
            public CompletionStage<Void> executeJob() {
                runs.incrementAndGet();
                return job.get();
            }

            @Override
            public String getSpanName() {
                return "timer";
            }
        });
    }

    @Test
    void end_isAtOnce_whenNothingIsUnderWay() {
        stop(work);
        assertThat(work.isEnding()).isTrue();
        assertThat(work.begin()).isFalse();
    }

    @Test
    void end_waitsForEverything_thatHasBegun() throws Exception {
        assertThat(work.begin()).isTrue();
        assertThat(work.begin()).isTrue();
        CompletableFuture<Void> stopping = stopping();
        work.end();
        assertThat(stopping).isNotDone();
        work.end();
        stopping.get(20, TimeUnit.SECONDS);
    }

    @Test
    void end_doesNotWaitForever() {
        WorkUnderWay impatient = new WorkUnderWay(Duration.ofMillis(20));
        impatient.begin();
        stop(impatient);
        assertThat(impatient.begin()).isFalse();
    }

    @Test
    void timer_isWaitedFor_andHasNoFurtherTurn() throws Exception {
        CompletableFuture<Void> job = new CompletableFuture<>();
        CompletionStage<Void> turn = tick(() -> job);
        CompletableFuture<Void> stopping = stopping();
        assertThat(tick(() -> job)).isCompleted();
        assertThat(stopping).isNotDone();

        job.complete(null);
        stopping.get(20, TimeUnit.SECONDS);
        assertThat(turn).isCompleted();
        assertThat(runs).hasValue(1);
    }

    @Test
    void timerThatFails_isOver() {
        assertThat(tick(() -> CompletableFuture.failedFuture(new IllegalStateException("later"))))
                .isCompletedExceptionally();
        assertThatThrownBy(() -> tick(() -> {
                    throw new IllegalStateException("at once");
                }))
                .hasMessage("at once");
        stop(work);
        assertThat(runs).hasValue(2);
    }

    @Test
    void run_isOver_whenItsResultIsThere_orItFailed_orNobodyWantsIt() {
        assertThat(work.run(() -> Uni.createFrom().item("done"), "not begun")
                        .await()
                        .indefinitely())
                .isEqualTo("done");
        assertThatThrownBy(() -> work.run(() -> Uni.createFrom().failure(new IllegalStateException("no")), "not begun")
                        .await()
                        .indefinitely())
                .hasMessage("no");
        work.run(() -> Uni.createFrom().nothing(), "not begun")
                .subscribe()
                .with(ignored -> {})
                .cancel();
        stop(work);
        assertThat(work.run(() -> Uni.createFrom().item("done"), "not begun")
                        .await()
                        .indefinitely())
                .isEqualTo("not begun");
    }
}
