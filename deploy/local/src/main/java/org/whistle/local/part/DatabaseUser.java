package org.whistle.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Text;

/**
 * As whom the database runs. PostgreSQL refuses to run as root, so root needs a way around: a user namespace in which it
 * is nobody ({@code unshare -U}; files still belong to root), or, where the system forbids that, as many containers do,
 * the account {@code postgres} or {@code nobody}.
 *
 * @param prefix what stands before the database's own command line; empty for an ordinary user
 * @param owner numeric owner the data must have
 */
record DatabaseUser(List<String> prefix, int owner) {

    private static final int NOBODY = 65_534;

    /**
     * Finds the way for whoever runs this.
     *
     * @param wanted {@code unshare} or {@code account} to insist on one of the two ways of root; null = the first that works
     * @throws LocalException when root has neither way
     */
    static DatabaseUser find(@Nullable String wanted) {
        if (uid("/proc/self") != 0 && !"root".equals(System.getProperty("user.name"))) {
            return new DatabaseUser(List.of(), -1);
        }
        if (!"account".equals(wanted) && succeeds(List.of("unshare", "-U", "true"))) {
            return new DatabaseUser(List.of("unshare", "-U"), 0);
        }
        int[] account = account();
        List<List<String>> ways = List.of(
                List.of("setpriv", "--reuid=" + account[0], "--regid=" + account[1], "--clear-groups"),
                List.of("chroot", "--userspec=" + account[0] + ":" + account[1], "/"));
        for (List<String> way : ways) {
            if (succeeds(Stream.concat(way.stream(), Stream.of("true")).toList())) {
                return new DatabaseUser(way, account[0]);
            }
        }
        throw new LocalException(new Text(
                "PostgreSQL 拒绝以 root 运行，而本机既不允许 unshare -U，也没有 setpriv 或 chroot。请以普通用户运行 ./whistle。",
                "PostgreSQL refuses to run as root, and this machine allows neither unshare -U nor has setpriv or chroot. "
                        + "Run ./whistle as an ordinary user."));
    }

    /** The command line with the prefix. */
    List<String> command(List<String> line) {
        return Stream.concat(prefix.stream(), line.stream()).toList();
    }

    /**
     * Gives a folder to that user where it belongs to another, such as after an earlier start in another way.
     *
     * @throws LocalException when that user could not reach the folder
     */
    void own(Path folder) {
        if (owner < 0) {
            return;
        }
        if (owner != 0) {
            blocked(folder).ifPresent(parent -> {
                throw new LocalException(new Text(
                        "以 root 运行时数据库使用另一个账户（" + owner + "），它进不了 " + parent
                                + "。请把 WHISTLE_HOME 指到人人可进入的目录（如 /var/lib/whistle），或以普通用户运行。",
                        "started by root, the database runs as another account (" + owner + "), which may not enter "
                                + parent + ". Set WHISTLE_HOME to a folder everybody may enter, such as "
                                + "/var/lib/whistle, or run as an ordinary user."));
            });
        }
        if (Files.exists(folder) && uid(folder.toString()) != owner) {
            chown(folder);
        }
    }

    private static Optional<Path> blocked(Path folder) {
        for (Path parent = folder.getParent(); parent != null; parent = parent.getParent()) {
            try {
                if (Files.exists(parent)
                        && !Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return Optional.of(parent);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }

    private void chown(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    return change(file);
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    // Last, since the owner of the folder itself says whether all of this was done.
                    return change(visited);
                }

                private FileVisitResult change(Path path) throws IOException {
                    Files.setAttribute(path, "unix:uid", owner);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int uid(String path) {
        try {
            return (Integer) Files.getAttribute(Path.of(path), "unix:uid");
        } catch (IOException | UnsupportedOperationException e) {
            return -1;
        }
    }

    /** User and group of {@code postgres} where there is one, else of nobody. */
    private static int[] account() {
        try (Stream<String> accounts = Files.lines(Path.of("/etc/passwd"))) {
            return accounts.map(line -> line.split(":"))
                    .filter(fields -> fields.length > 3 && fields[0].equals("postgres"))
                    .map(fields -> new int[] {Integer.parseInt(fields[2]), Integer.parseInt(fields[3])})
                    .findFirst()
                    .orElse(new int[] {NOBODY, NOBODY});
        } catch (IOException e) {
            return new int[] {NOBODY, NOBODY};
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
