package org.whistle.local.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.whistle.local.state.StateDir;

/** The Java runtime all parts run on, and how their command lines begin. */
public final class Jvm {

    /** What children inherit; everything else of the caller's environment stays outside. */
    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR");

    /** For what is asked seldom: all it would gain is what translating its code anew takes from the others. */
    static final String NO_OPTIMISING_COMPILER = "-XX:TieredStopAtLevel=1";

    /**
     * The optimising compiler for what has run six times as often as it usually asks for. With its usual bounds, several
     * runtimes on a small machine take the processor from the work for minutes after a start; without it, the work takes
     * half as much again of the processor for as long as the system runs.
     */
    static final List<String> LATE_OPTIMISING_COMPILER = List.of(
            "-XX:Tier4InvocationThreshold=30000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=200000");

    private static final int FIRST_HEAP_MEGABYTES = 64;

    private final Path home;
    private final StateDir state;

    public Jvm(StateDir state) {
        this.home = Path.of(System.getProperty("java.home"));
        this.state = state;
    }

    /** A part of the command line by which a process is known as the given part of this very state folder. */
    public String marker(String name) {
        return "-Dwhistle.part=" + name + " -Dwhistle.home=" + state.home();
    }

    /**
     * The beginning of a command line: program, marker, and what suits small processes that start fast.
     *
     * @param heapMegabytes upper bound of the heap
     */
    public List<String> command(String name, int heapMegabytes) {
        List<String> line = new ArrayList<>();
        line.add(home.resolve("bin").resolve("java").toString());
        line.add("-Dwhistle.part=" + name);
        line.add("-Dwhistle.home=" + state.home());
        line.add("-Xmx" + heapMegabytes + "m");
        // Grows when there is something to do; the default would begin with a share of all memory there is.
        line.add("-Xms" + Math.min(heapMegabytes, FIRST_HEAP_MEGABYTES) + "m");
        line.add("-XX:MinHeapFreeRatio=20");
        line.add("-XX:MaxHeapFreeRatio=40");
        line.add("-Xss512k");
        line.add("-XX:+UseSerialGC");
        line.add("-XX:+ExitOnOutOfMemoryError");
        line.add("-Dfile.encoding=UTF-8");
        line.add("-Dstdout.encoding=UTF-8");
        line.add("-Dstderr.encoding=UTF-8");
        line.add("-Duser.timezone=UTC");
        line.add("-Djava.security.egd=file:/dev/urandom");
        return line;
    }

    /**
     * The same as {@link #command(String, int)} for a process that keeps the classes it has loaded ready for its next start;
     * see {@link ClassArchive}.
     *
     * @param jars the process's class path
     */
    public List<String> swiftCommand(String name, int heapMegabytes, Collection<Path> jars) {
        ClassArchive archive = ClassArchive.of(state.classes(), name, jars);
        archive.removeOthers();
        List<String> line = command(name, heapMegabytes);
        line.addAll(archive.options());
        return line;
    }

    /** The environment of a child: the few inherited names and the given ones. */
    public static Map<String, String> environment(Map<String, String> own) {
        Map<String, String> environment = new TreeMap<>();
        for (String name : INHERITED) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        // One pool of native memory for each thread would never give back what it once had.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.putAll(own);
        return environment;
    }
}
