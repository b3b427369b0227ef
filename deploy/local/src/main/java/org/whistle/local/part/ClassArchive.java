package org.whistle.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes a process has loaded, kept ready for its next start. The runtime writes the archive at an orderly end when there
 * is none, or when the runtime itself has changed since. One of other programs it would neither use nor write anew, so the
 * name tells which programs an archive is of.
 */
final class ClassArchive {

    private static final int DIGITS = 16;

    private final Path folder;
    private final String name;
    private final Path file;

    private ClassArchive(Path folder, String name, String programs) {
        this.folder = folder;
        this.name = name;
        this.file = folder.resolve(name + "-" + programs + ".jsa");
    }

    /**
     * The archive of a process.
     *
     * @param folder where archives lie
     * @param jars the class path; what counts of each is what the runtime compares as well: path, size and time
     */
    static ClassArchive of(Path folder, String name, Collection<Path> jars) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : jars) {
                String line = jar + " " + Files.size(jar) + " "
                        + Files.getLastModifiedTime(jar).toMillis() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return new ClassArchive(
                    folder, name, HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** All jars of a folder and the folders in it, in a certain order. */
    static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the runtime is told. */
    List<String> options() {
        // A missing or outdated archive is nothing to report.
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + file,
                "-Xlog:cds=off,cds+dynamic=off,aot=off");
    }

    /** Removes the archives of programs that this process no longer runs; they are a hundred megabytes each. */
    void removeOthers() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path other : (Iterable<Path>) files.filter(this::isOther)::iterator) {
                Files.deleteIfExists(other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOther(Path other) {
        String otherName = other.getFileName().toString();
        return !other.equals(file) && otherName.matches(name + "(-[0-9a-f]{" + DIGITS + "})?\\.jsa");
    }
}
