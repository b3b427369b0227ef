package org.whistle.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.Progress;

class LeftoversTest {

    private static final List<String> NAMES = List.of("intake", "kafka", "postgres");

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private StateDir state;
    private Leftovers leftovers;

    @BeforeEach
    void make() {
        state = new StateDir(folder.resolve("home"));
        state.create();
        leftovers = new Leftovers(state, ProcessTable.ofThisMachine());
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void recordedProcesses_areEndedAndForgotten() throws Exception {
        Process kafka = start("marker-of-kafka");
        Process postgres = start("marker-of-postgres");
        ProcessRecord.of("kafka", kafka.toHandle(), "marker-of-kafka").save(state.run());
        ProcessRecord.of("postgres", postgres.toHandle(), "marker-of-postgres").save(state.run());

        assertThat(leftovers.stop(NAMES, Progress.silent())).isEqualTo(2);

        assertThat(kafka.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(postgres.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessRecord.load(state.run(), "kafka")).isEmpty();
        assertThat(leftovers.find(NAMES)).isEmpty();
    }

    @Test
    void strangerWithTheRecordedPid_isLeftAlone() throws IOException {
        Process stranger = start("somebody-else");
        ProcessRecord real = ProcessRecord.of("kafka", stranger.toHandle(), "somebody-else");
        new ProcessRecord("kafka", real.pid(), "another boot/1", "somebody-else", Map.of()).save(state.run());
        new ProcessRecord("intake", real.pid(), real.birth(), "marker-of-intake", Map.of()).save(state.run());

        assertThat(leftovers.stop(NAMES, Progress.silent())).isZero();

        assertThat(stranger.isAlive()).isTrue();
        assertThat(ProcessRecord.load(state.run(), "kafka")).isEmpty();
    }

    @Test
    void processesWithoutARecord_areLeftAlone() throws IOException {
        Process stranger = start("marker-of-kafka");

        assertThat(leftovers.stop(NAMES, Progress.silent())).isZero();

        assertThat(stranger.isAlive()).isTrue();
    }

    private Process start(String marker) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", "trap 'exit 0' TERM INT; while :; do sleep 0.1; done", marker)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }
}
