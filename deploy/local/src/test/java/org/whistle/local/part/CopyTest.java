package org.whistle.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyTest {

    private static final FileTime THEN = FileTime.from(Instant.parse("2026-03-02T08:00:00Z"));

    @TempDir
    private Path folder;

    private Path from;
    private Path to;

    @BeforeEach
    void build() throws IOException {
        from = Files.createDirectories(folder.resolve("from"));
        to = folder.resolve("to");
        write("run.jar", "run");
        write("lib/main/a.jar", "a");
        Copy.refresh(from, to);
    }

    private Path write(String name, String content) throws IOException {
        Path file = from.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setLastModifiedTime(file, THEN);
    }

    @Test
    void copy_holdsAll_withItsTimes() throws IOException {
        assertThat(to.resolve("lib/main/a.jar")).hasContent("a");
        assertThat(Files.getLastModifiedTime(to.resolve("run.jar"))).isEqualTo(THEN);
    }

    @Test
    void whatIsBuiltAnew_changesNothing_untilItIsCopiedAgain() throws IOException {
        write("run.jar", "newer");
        write("lib/main/b.jar", "b");
        Files.delete(from.resolve("lib/main/a.jar"));
        assertThat(to.resolve("run.jar")).hasContent("run");

        Copy.refresh(from, to);

        assertThat(to.resolve("run.jar")).hasContent("newer");
        assertThat(to.resolve("lib/main"))
                .isDirectoryContaining("glob:**b.jar")
                .isDirectoryNotContaining("glob:**a.jar");
    }

    @Test
    void whatWasTouchedWithoutAChangeOfSize_isCopiedAgain() throws IOException {
        Files.setLastModifiedTime(write("run.jar", "won"), FileTime.from(Instant.parse("2026-03-02T08:00:01Z")));

        Copy.refresh(from, to);

        assertThat(to.resolve("run.jar")).hasContent("won");
    }

    @Test
    void aFolderThatIsGone_goesHereToo() throws IOException {
        Files.delete(from.resolve("lib/main/a.jar"));
        Files.delete(from.resolve("lib/main"));

        Copy.refresh(from, to);

        assertThat(to.resolve("lib/main")).doesNotExist();
        assertThat(to.resolve("lib")).isDirectory();
    }
}
