package org.whistle.local.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.whistle.local.state.Logs;
import org.whistle.local.state.Room;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Progress;
import org.whistle.local.text.Text;

/**
 * Keeps one program running: starts it, waits until it is ready, and starts it again when it dies. A program that dies
 * before it was ever ready is given up after three attempts; one that has worked is brought back for ever, with pauses
 * that grow from a half to ten seconds.
 */
public final class Supervised {

    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STABLE = Duration.ofSeconds(30);
    private static final Duration HELPER_GRACE = Duration.ofSeconds(5);
    private static final int FIRST_ATTEMPTS = 3;
    private static final int SHOWN_LINES = 15;

    private final Program program;
    private final StateDir state;
    private final Progress progress;
    private final Object monitor = new Object();
    private CompletableFuture<Void> ready = new CompletableFuture<>();
    private boolean wanted;
    private boolean everReady;
    private int starts;
    private @Nullable Thread keeper;
    private volatile @Nullable ManagedProcess process;
    private volatile @Nullable ManagedProcess helper;

    public Supervised(Program program, StateDir state, Progress progress) {
        this.program = program;
        this.state = state;
        this.progress = progress;
    }

    /** Starts the program; the answer is completed when it is ready, and fails when it is given up. */
    public CompletableFuture<Void> start() {
        synchronized (monitor) {
            if (wanted) {
                return ready;
            }
            wanted = true;
            everReady = false;
            ready = new CompletableFuture<>();
            keeper = Thread.ofPlatform()
                    .name("keeper-" + program.name())
                    .daemon()
                    .start(this::keep);
            return ready;
        }
    }

    /** Ends the program in order; it stays ended. Returns when it is gone. */
    public void stop() {
        Thread waitFor;
        synchronized (monitor) {
            wanted = false;
            monitor.notifyAll();
            waitFor = keeper;
            keeper = null;
            ready.completeExceptionally(
                    new LocalException(new Text(program.title() + " 已被停止。", program.title() + " was told to end.")));
        }
        ManagedProcess helping = helper;
        if (helping != null) {
            helping.stop(StopSignal.TERMINATE, HELPER_GRACE);
        }
        ManagedProcess running = process;
        if (running != null) {
            running.stop(program.stopSignal(), program.stopGrace());
        }
        if (waitFor != null) {
            // It may be preparing, or waiting for another part that is not coming any more.
            waitFor.interrupt();
            try {
                waitFor.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        // The keeper may have been about to start it at the moment it was told not to.
        running = process;
        if (running != null) {
            running.stop(program.stopSignal(), program.stopGrace());
        }
    }

    /** Kills the process hard, as a crash would; it is brought back. Does nothing when it does not run. */
    public void kill() {
        ManagedProcess running = process;
        if (running != null) {
            synchronized (monitor) {
                if (ready.isDone()) {
                    ready = new CompletableFuture<>();
                }
            }
            running.kill();
        }
    }

    /** Completed while the program is ready; after a crash, completed again once it is back. */
    public CompletableFuture<Void> ready() {
        synchronized (monitor) {
            return ready;
        }
    }

    /** Process id; -1 when it does not run. */
    public long pid() {
        ManagedProcess running = process;
        return running == null || !running.isAlive() ? -1 : running.pid();
    }

    /** How often it was started. */
    public int starts() {
        synchronized (monitor) {
            return starts;
        }
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        int attempt = 0;
        while (isWanted()) {
            attempt++;
            long begun = System.nanoTime();
            try {
                runOnce();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!isWanted()) {
                    return;
                }
                if (!hasBeenReady() && (e instanceof LocalException || attempt >= FIRST_ATTEMPTS)) {
                    giveUp(e);
                    return;
                }
                progress.step(
                        program.title() + " 无法启动：" + e.getMessage(),
                        program.title() + " did not start: " + e.getMessage());
            }
            if (!isWanted()) {
                return;
            }
            if (attempt >= FIRST_ATTEMPTS && !hasBeenReady()) {
                giveUp(failure());
                return;
            }
            boolean stable = System.nanoTime() - begun > STABLE.toNanos();
            pause = stable ? FIRST_PAUSE : pause;
            pauseBeforeNext(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void runOnce() throws InterruptedException {
        program.prepare(this::help);
        ManagedProcess started;
        synchronized (monitor) {
            if (!wanted) {
                return;
            }
            started = ManagedProcess.start(
                    program.name(), program.marker(), program.command(), program.environment(), state);
            process = started;
            starts++;
        }
        long begun = System.nanoTime();
        try {
            while (!started.waitFor(POLL)) {
                if (program.isReady()) {
                    announce(Duration.ofNanos(System.nanoTime() - begun));
                    break;
                }
                if (System.nanoTime() - begun > program.startPatience().toNanos()) {
                    throw failure();
                }
            }
        } catch (RuntimeException e) {
            started.stop(program.stopSignal(), program.stopGrace());
            throw e;
        }
        int code = started.exit().join();
        synchronized (monitor) {
            if (wanted) {
                if (ready.isDone()) {
                    ready = new CompletableFuture<>();
                }
                progress.step(
                        program.title() + " 意外退出（" + code + "），将自动重启",
                        program.title() + " ended unexpectedly (" + code + "), starting it again");
                if (Room.isShort(state)) {
                    progress.step(
                            "磁盘已满：" + state.home() + " 所在磁盘只剩 " + Room.freeMegabytes(state) + " MB",
                            "the disk is full: " + Room.freeMegabytes(state) + " MB are left where " + state.home()
                                    + " lies");
                }
            }
        }
    }

    private void help(String marker, List<String> command, Map<String, String> environment)
            throws InterruptedException {
        ManagedProcess started;
        synchronized (monitor) {
            if (!wanted) {
                throw new InterruptedException();
            }
            started = ManagedProcess.start(helperName(program.name()), marker, command, environment, state);
            helper = started;
        }
        int code = started.exit().join();
        helper = null;
        ProcessRecord.remove(state.run(), helperName(program.name()));
        if (!isWanted()) {
            throw new InterruptedException();
        }
        if (code != 0) {
            throw new IllegalStateException(
                    command.getFirst() + " ended with " + code + ", see " + state.log(helperName(program.name())));
        }
    }

    /** The name under which the helpers of a part are recorded and logged. */
    public static String helperName(String name) {
        return name + "-setup";
    }

    private void announce(Duration took) {
        CompletableFuture<Void> done;
        boolean again;
        synchronized (monitor) {
            again = everReady;
            everReady = true;
            done = ready;
        }
        double seconds = Progress.seconds(took);
        if (again) {
            progress.step(
                    String.format("%s 已恢复（%.1f 秒）", program.title(), seconds),
                    String.format("%s is back (%.1f s)", program.title(), seconds));
        } else {
            progress.step(
                    String.format("%s 就绪（%.1f 秒）", program.title(), seconds),
                    String.format("%s ready (%.1f s)", program.title(), seconds));
        }
        done.complete(null);
    }

    private LocalException failure() {
        return new LocalException(
                new Text(
                        program.title() + " 启动失败。日志 " + state.log(program.name()) + " 的最后几行：",
                        program.title() + " did not come up. The end of its log " + state.log(program.name()) + ":"),
                Logs.tail(state.log(program.name()), SHOWN_LINES).stream()
                        .map(LogLine::brief)
                        .toList());
    }

    private void giveUp(RuntimeException cause) {
        synchronized (monitor) {
            wanted = false;
            ready.completeExceptionally(cause);
        }
    }

    private void pauseBeforeNext(Duration pause) {
        synchronized (monitor) {
            long until = System.nanoTime() + pause.toNanos();
            for (long left = pause.toMillis(); wanted && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
                try {
                    monitor.wait(left);
                } catch (InterruptedException e) {
                    wanted = false;
                }
            }
        }
    }

    private boolean isWanted() {
        synchronized (monitor) {
            return wanted;
        }
    }

    private boolean hasBeenReady() {
        synchronized (monitor) {
            return everReady;
        }
    }
}
