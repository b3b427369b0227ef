package org.whistle.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.local.state.StateDir;

class RunLockTest {

    @TempDir
    private Path folder;

    @Test
    void onlyOneLauncher_hasTheLock() {
        StateDir state = new StateDir(folder.resolve("home"));
        state.create();
        RunLock first = RunLock.tryAcquire(state).orElseThrow();

        assertThat(RunLock.tryAcquire(state)).isEmpty();
        assertThat(RunLock.tryAcquire(state)).isEmpty();

        first.close();
        assertThat(RunLock.tryAcquire(state)).hasValueSatisfying(RunLock::close);
    }

    @Test
    void otherHomes_haveLocksOfTheirOwn() {
        StateDir one = new StateDir(folder.resolve("one"));
        StateDir two = new StateDir(folder.resolve("two"));
        one.create();
        two.create();

        try (RunLock first = RunLock.tryAcquire(one).orElseThrow();
                RunLock second = RunLock.tryAcquire(two).orElseThrow()) {
            assertThat(first).isNotSameAs(second);
        }
    }
}
