package org.whistle.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.whistle.local.state.StateDir;

/** One running child process with its record on disk. */
public final class ManagedProcess {

    private final Process process;
    private final String name;
    private final StateDir state;

    private ManagedProcess(Process process, String name, StateDir state) {
        this.process = process;
        this.name = name;
        this.state = state;
    }

    /**
     * Starts a program and records it. It gets a session of its own where the system can do that, so that Ctrl-C at the
     * terminal reaches the launcher alone, which then stops the parts in order.
     *
     * @param name short name of the part, also of its log
     * @param marker words that stand in {@code command} and in no other process's command line
     * @param environment its whole environment; nothing is inherited
     * @throws UncheckedIOException when the program cannot be started
     */
    public static ManagedProcess start(
            String name, String marker, List<String> command, Map<String, String> environment, StateDir state) {
        List<String> line = new ArrayList<>(OwnSession.prefix());
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(state.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(state.log(name).toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            ProcessRecord.of(name, process.toHandle(), marker).save(state.run());
            return new ManagedProcess(process, name, state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completed with its exit code. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Waits for its end, at most that long; tells whether it has ended. */
    public boolean waitFor(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks it to end, waits, and kills it with its children when it takes too long; returns when it is gone. */
    public void stop(StopSignal signal, Duration grace) {
        stop(process.toHandle(), signal, grace);
        ProcessRecord.remove(state.run(), name);
    }

    /** Kills it hard, as a crash would; returns at once. */
    public void kill() {
        process.destroyForcibly();
    }

    /** The same for a process this launcher did not start itself. */
    static void stop(ProcessHandle handle, StopSignal signal, Duration grace) {
        if (!handle.isAlive()) {
            return;
        }
        List<ProcessHandle> children = handle.descendants().toList();
        signal.send(handle);
        try {
            handle.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            handle.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            handle.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handle.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How a program gets a session of its own. */
    private static final class OwnSession {

        private static final List<String> PREFIX = find();

        private static List<String> prefix() {
            return PREFIX;
        }

        private static List<String> find() {
            for (String folder : List.of("/usr/bin", "/bin")) {
                Path setsid = Path.of(folder, "setsid");
                if (Files.isExecutable(setsid)) {
                    return List.of(setsid.toString());
                }
            }
            Path perl = Path.of("/usr/bin/perl");
            return Files.isExecutable(perl)
                    ? List.of(perl.toString(), "-e", "use POSIX; POSIX::setsid(); exec {$ARGV[0]} @ARGV;")
                    : List.of();
        }
    }
}
