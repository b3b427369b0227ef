package org.whistle.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Progress;

class SupervisedTest {

    private static final String WORKS = "echo up > \"$READY\"; trap 'exit 0' TERM; while :; do sleep 0.05; done";

    @TempDir
    private Path folder;

    private StateDir state;
    private @Nullable Supervised supervised;

    @BeforeEach
    void make() {
        state = new StateDir(folder.resolve("home"));
        state.create();
    }

    @AfterEach
    void end() {
        if (supervised != null) {
            supervised.stop();
        }
    }

    @Test
    void program_isReadyWhenItSaysSo_andRecorded() throws Exception {
        Supervised running = supervise(new Script(WORKS));

        running.start().get(30, TimeUnit.SECONDS);

        assertThat(ProcessRecord.load(state.run(), "script"))
                .hasValueSatisfying(found -> assertThat(found.pid()).isEqualTo(running.pid()));
    }

    @Test
    void killedProgram_comesBack() throws Exception {
        Supervised running = supervise(new Script(WORKS));
        running.start().get(30, TimeUnit.SECONDS);
        long first = running.pid();

        running.kill();
        running.ready().get(30, TimeUnit.SECONDS);

        assertThat(running.pid()).isPositive().isNotEqualTo(first);
        assertThat(running.starts()).isEqualTo(2);
    }

    @Test
    void programKilledByAStranger_comesBack() throws Exception {
        Supervised running = supervise(new Script(WORKS));
        running.start().get(30, TimeUnit.SECONDS);
        long first = running.pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> running.pid() > 0
                        && running.pid() != first
                        && running.ready().isDone());
    }

    @Test
    void stoppedProgram_staysStopped_andIsForgotten() throws Exception {
        Supervised running = supervise(new Script(WORKS));
        running.start().get(30, TimeUnit.SECONDS);
        ProcessHandle handle = ProcessHandle.of(running.pid()).orElseThrow();

        running.stop();

        assertThat(handle.isAlive()).isFalse();
        assertThat(running.pid()).isEqualTo(-1);
        assertThat(ProcessRecord.load(state.run(), "script")).isEmpty();
    }

    @Test
    void stoppedProgram_canBeStartedAgain() throws Exception {
        Supervised running = supervise(new Script(WORKS));
        running.start().get(30, TimeUnit.SECONDS);
        running.stop();

        running.start().get(30, TimeUnit.SECONDS);

        assertThat(running.pid()).isPositive();
    }

    @Test
    void programThatNeverWorks_isGivenUpWithTheEndOfItsLog() {
        Supervised running = supervise(new Script("echo no such table; exit 3"));

        assertThatThrownBy(() -> running.start().get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(LocalException.class, failure -> assertThat(failure.details())
                        .contains("no such table"));
        assertThat(running.starts()).isEqualTo(3);
    }

    @Test
    void programThatIgnoresTheRequest_isKilled() throws Exception {
        Supervised running = supervise(new Script("echo up > \"$READY\"; trap '' TERM; while :; do sleep 0.05; done"));
        running.start().get(30, TimeUnit.SECONDS);
        ProcessHandle handle = ProcessHandle.of(running.pid()).orElseThrow();

        running.stop();

        assertThat(handle.isAlive()).isFalse();
    }

    @Test
    void programThatIsStillPreparing_canBeStopped() {
        Script slow = new Script(WORKS);
        slow.preparation = "while :; do sleep 0.05; done";
        Supervised running = supervise(slow);
        CompletableFuture<Void> ready = running.start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ProcessRecord.load(state.run(), Supervised.helperName("script"))
                        .isPresent());
        ProcessHandle helper = ProcessHandle.of(ProcessRecord.load(state.run(), Supervised.helperName("script"))
                        .orElseThrow()
                        .pid())
                .orElseThrow();

        running.stop();

        assertThat(helper.isAlive()).isFalse();
        assertThat(ready).isCompletedExceptionally();
        assertThat(running.starts()).isZero();
    }

    private Supervised supervise(Script script) {
        Supervised made = new Supervised(script, state, Progress.silent());
        supervised = made;
        return made;
    }

    /** A shell script as a program; ready once it has written a file. */
    private final class Script implements Program {

        private final String text;
        private @Nullable String preparation;

        Script(String text) {
            this.text = text;
        }

        @Override
        public String name() {
            return "script";
        }

        @Override
        public String title() {
            return "script";
        }

        @Override
        public void prepare(Helpers helpers) throws InterruptedException {
            try {
                Files.deleteIfExists(readiness());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (preparation != null) {
                helpers.run("the-marker", List.of("sh", "-c", preparation, "the-marker"), environment());
            }
        }

        @Override
        public List<String> command() {
            return List.of("sh", "-c", text, "the-marker");
        }

        @Override
        public Map<String, String> environment() {
            return Map.of("PATH", System.getenv("PATH"), "READY", readiness().toString());
        }

        @Override
        public String marker() {
            return "the-marker";
        }

        @Override
        public boolean isReady() {
            return Files.exists(readiness());
        }

        @Override
        public Duration stopGrace() {
            return Duration.ofSeconds(1);
        }

        private Path readiness() {
            return folder.resolve("ready");
        }
    }
}
