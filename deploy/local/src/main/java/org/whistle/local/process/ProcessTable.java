package org.whistle.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the operating system says about a process. */
@FunctionalInterface
public interface ProcessTable {

    /**
     * A process as it is seen now.
     *
     * @param birth when it began, in a form that no other process of this machine shares with the same pid
     * @param commandLine program and arguments, with spaces between them
     */
    record Sight(String birth, String commandLine) {}

    /** The process of that pid; empty when there is none, or when it has ended and only waits to be collected. */
    Optional<Sight> find(long pid);

    /** The table of this machine. */
    static ProcessTable ofThisMachine() {
        return pid -> ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(handle -> new Sight(birth(handle), commandLine(handle)))
                .filter(sight -> !sight.commandLine().isBlank());
    }

    /**
     * When a process began: on Linux the ticks since boot with the id of the boot, which no change of the clock can touch;
     * elsewhere the second.
     */
    static String birth(ProcessHandle handle) {
        try {
            String stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"));
            // The name in parentheses may hold spaces; the start time is the 20th field after it.
            String ticks = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + "/" + ticks;
        } catch (IOException | IndexOutOfBoundsException e) {
            return handle.info()
                    .startInstant()
                    .map(instant -> Long.toString(instant.getEpochSecond()))
                    .orElse("");
        }
    }

    private static String commandLine(ProcessHandle handle) {
        try {
            byte[] raw = Files.readAllBytes(Path.of("/proc/" + handle.pid() + "/cmdline"));
            return new String(raw, StandardCharsets.UTF_8).replace('\0', ' ').strip();
        } catch (IOException e) {
            return handle.info().commandLine().orElse("");
        }
    }
}
