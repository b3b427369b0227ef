package org.whistle.local.part;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.whistle.local.state.StateDir;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Progress;
import org.whistle.local.text.Text;

/** The programs of the database, unpacked once from the archive of this machine's kind. */
final class PostgresBinaries {

    private static final String READABLE = "rw-r--r--";
    private static final String EXECUTABLE = "rwxr-xr-x";
    private static final int ANY_EXECUTE = 0111;

    private PostgresBinaries() {}

    /**
     * The folder with {@code bin/postgres}; unpacks it first where that has not been done.
     *
     * @throws InterruptedException when it is not wanted any more; the next start unpacks anew
     */
    static Path unpack(StateDir state, Progress progress) throws InterruptedException {
        String archive = archive();
        Path folder = state.pgsql().resolve(version());
        if (Files.isExecutable(folder.resolve("bin").resolve("postgres"))) {
            return folder;
        }
        progress.step("解压 PostgreSQL", "unpacking PostgreSQL");
        Path draft = state.pgsql().resolve("unpacking");
        StateDir.delete(draft);
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (in == null) {
                throw new LocalException(new Text(
                        "没有适用于本机（" + archive + "）的 PostgreSQL 程序包。",
                        "there is no PostgreSQL for this kind of machine (" + archive + ")."));
            }
            unpack(in, draft);
            StateDir.delete(folder);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Name of the archive, as the publisher of the binaries calls it. */
    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    case String other -> other;
                };
        boolean musl = Files.exists(Path.of("/etc/alpine-release"));
        return "postgres-" + system + "-" + processor + (musl ? "-alpine_linux" : "") + ".txz";
    }

    /** A name that changes with the archive, so that another version is unpacked beside the old one. */
    private static String version() {
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + archive())) {
            return in == null ? "none" : Integer.toHexString(Arrays.hashCode(in.readNBytes(65_536)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException, InterruptedException {
        Files.createDirectories(target);
        Map<Path, Path> links = new HashMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive has an unsafe path: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    links.put(file, target.resolve(entry.getLinkName()).normalize());
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString(
                                    (entry.getMode() & ANY_EXECUTE) == 0 ? READABLE : EXECUTABLE));
                }
            }
        }
        for (Map.Entry<Path, Path> link : links.entrySet()) {
            Files.createLink(link.getKey(), link.getValue());
        }
    }
}
