package org.whistle.local.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.Progress;

/** Processes that outlived their launcher: found by their records, and nothing but them is touched. */
public final class Leftovers {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final StateDir state;
    private final ProcessTable table;

    public Leftovers(StateDir state, ProcessTable table) {
        this.state = state;
        this.table = table;
    }

    /** The recorded processes that still run, in the given order of names. */
    public List<ProcessRecord> find(List<String> names) {
        List<ProcessRecord> found = new ArrayList<>();
        for (String name : names) {
            ProcessRecord.load(state.run(), name)
                    .filter(candidate -> candidate.isAlive(table))
                    .ifPresent(found::add);
        }
        return found;
    }

    /**
     * Ends those that still run, one after the other, and forgets all records.
     *
     * @param names in the order in which they are to end
     * @return how many were ended
     */
    public int stop(List<String> names, Progress progress) {
        List<ProcessRecord> found = find(names);
        if (!found.isEmpty()) {
            progress.step(
                    "上次启动没有正常结束，先停掉留下的 " + found.size() + " 个进程",
                    "an earlier start did not end in order; stopping the " + found.size()
                            + " processes it left behind");
        }
        for (ProcessRecord record : found) {
            ProcessHandle.of(record.pid()).ifPresent(handle -> {
                // Looked at again: minutes may have passed while the ones before it were ending.
                if (record.isAlive(table)) {
                    ManagedProcess.stop(handle, signalOf(record), GRACE);
                    progress.step("已停止 " + record.name(), record.name() + " stopped");
                }
            });
        }
        names.forEach(name -> ProcessRecord.remove(state.run(), name));
        return found.size();
    }

    private static StopSignal signalOf(ProcessRecord found) {
        return found.name().equals("postgres") ? StopSignal.INTERRUPT : StopSignal.TERMINATE;
    }
}
