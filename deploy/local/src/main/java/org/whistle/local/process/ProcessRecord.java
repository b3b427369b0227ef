package org.whistle.local.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.whistle.local.state.StateDir;

/**
 * A started process as it is kept on disk, so that it is found again after the launcher was killed.
 *
 * @param name short name of the part
 * @param pid its process id
 * @param birth when it began, see {@link ProcessTable.Sight#birth}
 * @param marker words that stand in its command line and in no other's
 * @param notes further facts
 */
public record ProcessRecord(String name, long pid, String birth, String marker, Map<String, String> notes) {

    private static final String SUFFIX = ".process";

    public ProcessRecord {
        notes = Map.copyOf(notes);
    }

    /** The record of a process that was just started. */
    public static ProcessRecord of(String name, ProcessHandle handle, String marker) {
        return new ProcessRecord(name, handle.pid(), ProcessTable.birth(handle), marker, Map.of());
    }

    /** The same record with further facts. */
    public ProcessRecord with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(notes);
        all.putAll(more);
        return new ProcessRecord(name, pid, birth, marker, all);
    }

    /**
     * Whether the process is still there and still the same: a pid that the system has given to somebody else since then
     * has another birth or another command line.
     */
    public boolean isAlive(ProcessTable table) {
        return table.find(pid)
                .filter(sight -> !birth.isEmpty() && sight.birth().equals(birth))
                .filter(sight -> !marker.isBlank() && sight.commandLine().contains(marker))
                .isPresent();
    }

    /** Keeps the record in a folder. */
    public void save(Path folder) {
        StringBuilder content = new StringBuilder();
        Map<String, String> all = new TreeMap<>(notes);
        all.put("pid", Long.toString(pid));
        all.put("birth", birth);
        all.put("marker", marker);
        all.forEach((key, value) ->
                content.append(key).append('=').append(escape(value)).append('\n'));
        StateDir.writePrivately(folder.resolve(name + SUFFIX), content.toString());
    }

    /** Removes the record of a name. */
    public static void remove(Path folder, String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the record of a name; empty when there is none or it is not one. */
    public static Optional<ProcessRecord> load(Path folder, String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(name + SUFFIX))) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
        try {
            long pid = Long.parseLong(all.getOrDefault("pid", ""));
            String birth = all.getOrDefault("birth", "");
            String marker = all.getOrDefault("marker", "");
            all.keySet().removeAll(Set.of("pid", "birth", "marker"));
            return Optional.of(new ProcessRecord(name, pid, birth, marker, all));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
