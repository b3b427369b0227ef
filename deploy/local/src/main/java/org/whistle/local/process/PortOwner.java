package org.whistle.local.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out who listens on a port, as far as the system tells. */
public final class PortOwner {

    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int SHOWN = 100;

    private PortOwner() {}

    /** A line such as {@code 4711 java -jar …}; empty when it cannot be known. */
    public static Optional<String> of(int port) {
        Set<String> sockets = new HashSet<>();
        sockets.addAll(sockets(Path.of("/proc/net/tcp"), port));
        sockets.addAll(sockets(Path.of("/proc/net/tcp6"), port));
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .filter(handle -> holdsAny(handle.pid(), sockets))
                .findFirst()
                .map(PortOwner::describe);
    }

    private static Set<String> sockets(Path table, int port) {
        Set<String> found = new HashSet<>();
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try {
            for (String line : Files.readAllLines(table)) {
                List<String> fields = List.of(line.strip().split("\\s+"));
                if (fields.size() > INODE
                        && fields.get(ADDRESS).endsWith(suffix)
                        && fields.get(STATE).equals(LISTENING)) {
                    found.add("socket:[" + fields.get(INODE) + "]");
                }
            }
        } catch (IOException e) {
            return found;
        }
        return found;
    }

    private static boolean holdsAny(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file)
                        && sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Somebody else's process, or one that has just ended.
            return false;
        }
        return false;
    }

    private static String describe(ProcessHandle handle) {
        String line = ProcessTable.ofThisMachine()
                .find(handle.pid())
                .map(ProcessTable.Sight::commandLine)
                .orElse("");
        return handle.pid() + " " + line.substring(0, Math.min(line.length(), SHOWN));
    }
}
