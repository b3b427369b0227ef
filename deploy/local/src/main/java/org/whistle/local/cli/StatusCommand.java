package org.whistle.local.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.whistle.local.LocalSystem;
import org.whistle.local.Part;
import org.whistle.local.SystemAccess;
import org.whistle.local.process.Memory;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.Progress;
import org.whistle.local.text.Text;
import picocli.CommandLine.Command;

/** Shows every part with its state; exit code 0 only when all of them are ready. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-20s %-24s %8s %6s %8s";

    @Override
    public Integer call() {
        StateDir state = Main.state();
        Progress progress = new Progress(System.out, Main.language());
        Optional<SystemAccess> found = SystemAccess.find(state);
        if (found.isEmpty()) {
            progress.line("没有在运行（" + state.home() + "）。", "nothing is running in " + state.home() + ".");
            int left = LocalSystem.leftovers(state).size();
            if (left > 0) {
                progress.line(
                        "启动器已不在，但留下了 " + left + " 个进程；./whistle down 停止，./whistle up 重新启动。",
                        "its launcher is gone but left " + left
                                + " processes behind; end them with ./whistle down, or go on with ./whistle up.");
            }
            return 1;
        }
        SystemAccess system = found.get();
        progress.line("  地址：" + system.url() + "/", "  address: " + system.url() + "/");
        progress.line(String.format(ROW, "", "", "pid", "port", "MB"));
        boolean all = true;
        long total = 0;
        for (Row row : rows(system)) {
            all &= row.ready();
            total += row.megabytes();
            progress.line(String.format(
                    ROW,
                    row.part().title(),
                    row.state().in(progress.language()),
                    row.pid() < 0 ? "-" : row.pid(),
                    system.ports().of(row.part()),
                    row.pid() < 0 ? "-" : row.megabytes()));
        }
        progress.line(String.format(ROW, "", "", "", "", total));
        return all ? 0 : 1;
    }

    private record Row(Part part, boolean ready, long pid, long megabytes) {

        Text state() {
            if (ready) {
                return new Text("就绪", "ready");
            }
            return pid < 0 ? new Text("未运行", "not running") : new Text("启动中", "starting");
        }
    }

    private static List<Row> rows(SystemAccess system) {
        List<Row> rows = new ArrayList<>();
        for (Part part : EnumSet.copyOf(system.parts())) {
            long pid = system.pid(part).orElse(-1L);
            // The launcher has the other parts below it; only its own memory counts for the door.
            long megabytes = part == Part.FRONT_DOOR ? Memory.ownMegabytes(pid) : Memory.megabytes(pid);
            rows.add(new Row(part, pid >= 0 && system.isReady(part), pid, megabytes));
        }
        return rows;
    }
}
