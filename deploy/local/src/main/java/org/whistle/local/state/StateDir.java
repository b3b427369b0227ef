package org.whistle.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Text;

/**
 * The folder in which a local system keeps everything.
 *
 * @param home absolute path of the folder
 */
public record StateDir(Path home) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    /** Others may pass through, since as root the database belongs to somebody else; they may not look around. */
    private static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwx--x--x");

    public StateDir {
        home = home.toAbsolutePath().normalize();
    }

    /** The folder the environment names ({@code WHISTLE_HOME}), else {@code .whistle} in the repository. */
    public static StateDir of(Map<String, String> environment, Path root) {
        String named = environment.getOrDefault("WHISTLE_HOME", "");
        return new StateDir(named.isBlank() ? root.resolve(".whistle") : Path.of(named));
    }

    /** Records of running processes. */
    public Path run() {
        return home.resolve("run");
    }

    /** Logs of all parts. */
    public Path logs() {
        return home.resolve("logs");
    }

    /** The log of one part. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** What must survive. */
    public Path data() {
        return home.resolve("data");
    }

    /** Unpacked database binaries. */
    public Path pgsql() {
        return home.resolve("pgsql");
    }

    /** Unpacked identity provider. */
    public Path keycloak() {
        return home.resolve("keycloak");
    }

    /** Archives of loaded classes, for starting faster. */
    public Path classes() {
        return home.resolve("classes");
    }

    /** Copies of the programs that run, as they were built when the system was started. */
    public Path programs() {
        return home.resolve("programs");
    }

    /** Passwords and keys, readable by their owner only. */
    public Path secrets() {
        return home.resolve("secrets.properties");
    }

    /** Logins of all accounts, readable by their owner only. */
    public Path accounts() {
        return home.resolve("accounts.csv");
    }

    /** Whether a system was started here before. */
    public boolean hasData() {
        return Files.isDirectory(data().resolve("postgres"));
    }

    /**
     * Makes the folders.
     *
     * @throws LocalException when that is not possible, such as when they belong to somebody else
     */
    public void create() {
        try {
            create(home, PASSABLE);
            create(data(), PASSABLE);
            create(pgsql(), PASSABLE);
            create(run(), OWNER_ONLY_FOLDER);
            create(logs(), OWNER_ONLY_FOLDER);
            create(classes(), OWNER_ONLY_FOLDER);
            create(programs(), OWNER_ONLY_FOLDER);
        } catch (IOException e) {
            throw notOurs(e);
        }
    }

    /** Makes a folder below the data that only its owner may enter. */
    public Path privateData(String name) {
        Path folder = data().resolve(name);
        try {
            create(folder, OWNER_ONLY_FOLDER);
        } catch (IOException e) {
            throw notOurs(e);
        }
        return folder;
    }

    private void create(Path folder, Set<PosixFilePermission> permissions) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            setPermissions(folder, permissions);
        }
        if (!Files.isWritable(folder)) {
            throw notOurs(null);
        }
    }

    /** Removes data, secrets and accounts; programs and logs stay, and so does the folder with the launcher's lock. */
    public void wipe() {
        delete(data());
        delete(secrets());
        delete(accounts());
        create();
    }

    /** Writes a file that only its owner may read, whole or not at all. */
    public static void writePrivately(Path file, String content) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft);
            setPermissions(draft, OWNER_ONLY);
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file or a folder with all that is in it; fine when there is none. */
    public static void delete(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void setPermissions(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private LocalException notOurs(@Nullable IOException cause) {
        Text text = new Text(
                "无法写入状态目录 " + home + "。它可能属于另一个用户；请用 WHISTLE_HOME 指定别的目录。",
                "cannot write to the state folder " + home
                        + ". It may belong to another user; name another folder with WHISTLE_HOME.");
        return cause == null ? new LocalException(text) : new LocalException(text, cause);
    }
}
