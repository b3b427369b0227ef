package org.whistle.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Memory a process and its children really use. */
public final class Memory {

    private static final long KILOBYTE = 1024;

    private Memory() {}

    /**
     * Resident memory in megabytes of a process with all its descendants. Pages they share count once, in proportion,
     * where the system tells (Linux); 0 when nothing can be known.
     */
    public static long megabytes(long pid) {
        List<ProcessHandle> family = ProcessHandle.of(pid).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .toList();
        return family.stream().mapToLong(handle -> kilobytes(handle.pid())).sum() / KILOBYTE;
    }

    /** The same for a process alone. */
    public static long ownMegabytes(long pid) {
        return kilobytes(pid) / KILOBYTE;
    }

    private static long kilobytes(long pid) {
        try {
            return field(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        } catch (IOException | UncheckedIOException e) {
            return fromPs(pid);
        }
    }

    private static long field(Path file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static long fromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return answer.matches("\\d+") ? Long.parseLong(answer) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
