package org.whistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.local.part.BuildOutput;

/** How the start script chooses a JDK, tried with JDKs that are none. */
class JdkFinderTest {

    @TempDir
    private Path folder;

    @Test
    void newestJdk_isChosen() throws Exception {
        jdk("jvm/java-17", "17.0.15");
        jdk("jvm/java-21", "21.0.4");
        Path newest = jdk("jvm/java-25", "25");

        assertThat(run(null)).isEqualTo(new Result(0, newest.toString()));
    }

    @Test
    void namedJdk_isTakenWhenItIsNewEnough() throws Exception {
        jdk("jvm/java-25", "25.0.1");
        Path named = jdk("elsewhere/java-21", "21.0.4");

        assertThat(run(named)).isEqualTo(new Result(0, named.toString()));
    }

    @Test
    void namedJdk_isPassedOverWhenItIsTooOld() throws Exception {
        Path newest = jdk("jvm/java-21", "21");
        Path named = jdk("elsewhere/java-17", "17.0.15");

        assertThat(run(named)).isEqualTo(new Result(0, newest.toString()));
    }

    @Test
    void jdkOnThePath_isFoundBehindItsLinks() throws Exception {
        Path home = jdk("somewhere/java-22", "22.0.2");
        Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/java"), home.resolve("bin/java"));

        assertThat(run(null)).isEqualTo(new Result(0, home.toString()));
    }

    @Test
    void runtimeWithoutCompiler_isNoJdk() throws Exception {
        Path runtime = jdk("jvm/jre-25", "25");
        Files.delete(runtime.resolve("bin/javac"));
        Path jdk = jdk("jvm/java-21", "21");

        assertThat(run(null)).isEqualTo(new Result(0, jdk.toString()));
    }

    @Test
    void jdkWithoutReleaseFile_isAsked() throws Exception {
        Path home = jdk("jvm/java 23 with spaces", "23.0.1");
        Files.delete(home.resolve("release"));

        assertThat(run(null)).isEqualTo(new Result(0, home.toString()));
    }

    @Test
    void oldNumbering_isUnderstood() throws Exception {
        jdk("jvm/java-8", "1.8.0_402");

        assertThat(run(null).text()).contains("java-8(8)");
    }

    @Test
    void whereThereIsNone_itSaysWhatToDo() throws Exception {
        jdk("jvm/java-17", "17.0.15");

        Result result = run(null);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.text()).contains("没有找到 JDK 21", "No JDK of 21 or newer", "JAVA_HOME", "java-17(17)");
    }

    private record Result(int code, String text) {}

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/java"), "echo 'openjdk version \"" + version + "\" 2026-01-20' >&2");
        script(home.resolve("bin/javac"), "exit 0");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result run(@Nullable Path javaHome) throws Exception {
        // The system's own tools without the system's own Java.
        Path tools = Files.createDirectories(Path.of("target", "tools").toAbsolutePath());
        for (String tool : new String[] {"bash", "sed", "head", "dirname", "readlink", "env", "cat"}) {
            Path link = tools.resolve(tool);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, find(tool));
            }
        }
        ProcessBuilder builder = new ProcessBuilder(
                        tools.resolve("bash").toString(),
                        BuildOutput.root().resolve("whistle").toString(),
                        "jdk")
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        folder.resolve("bin") + ":" + tools,
                        "HOME",
                        folder.toString(),
                        "WHISTLE_LANG",
                        "both",
                        "WHISTLE_JDK_DIRS",
                        folder.resolve("jvm").toString()));
        if (javaHome != null) {
            builder.environment().put("JAVA_HOME", javaHome.toString());
        }
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Result(process.waitFor(), text);
    }

    private static Path find(String tool) {
        for (String place : System.getenv("PATH").split(":")) {
            Path file = Path.of(place, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IllegalStateException("no " + tool);
    }
}
