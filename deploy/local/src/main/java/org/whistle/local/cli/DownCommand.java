package org.whistle.local.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.whistle.local.LocalSystem;
import org.whistle.local.Part;
import org.whistle.local.SystemAccess;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.Progress;
import picocli.CommandLine.Command;

/** Stops the system, or what an interrupted start has left of it. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 150;

    @Override
    public Integer call() throws InterruptedException {
        StateDir state = Main.state();
        state.create();
        Progress progress = new Progress(System.out, Main.language());
        Optional<ProcessHandle> launcher = SystemAccess.find(state)
                .flatMap(running -> running.pid(Part.FRONT_DOOR))
                .flatMap(ProcessHandle::of);
        launcher.ifPresent(handle -> end(handle, progress));
        int left = LocalSystem.stopLeftovers(state, progress);
        if (launcher.isEmpty() && left == 0) {
            progress.line("没有在运行。", "nothing is running.");
        } else {
            progress.step("已停止", "stopped");
        }
        return 0;
    }

    private static void end(ProcessHandle launcher, Progress progress) {
        progress.step("正在停止（pid " + launcher.pid() + "）", "stopping (pid " + launcher.pid() + ")");
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            progress.step("停止超时，强制结束启动器", "that takes too long; killing the launcher");
            launcher.destroyForcibly();
            launcher.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
