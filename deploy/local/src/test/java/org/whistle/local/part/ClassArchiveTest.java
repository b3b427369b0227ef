package org.whistle.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    private static final FileTime THEN = FileTime.from(Instant.parse("2026-03-02T08:00:00Z"));

    @TempDir
    private Path folder;

    private Path lib;
    private Path archives;

    @BeforeEach
    void build() throws IOException {
        archives = Files.createDirectory(folder.resolve("classes"));
        lib = Files.createDirectories(folder.resolve("app/lib/main")).getParent();
        write("main/b.jar", "b");
        write("a.jar", "a");
        write("readme.txt", "no program");
    }

    private void write(String name, String content) throws IOException {
        Files.setLastModifiedTime(Files.writeString(lib.resolve(name), content), THEN);
    }

    private Path file() {
        String option = ClassArchive.of(archives, "intake", ClassArchive.jarsIn(lib)).options().stream()
                .filter(each -> each.startsWith("-XX:SharedArchiveFile="))
                .findFirst()
                .orElseThrow();
        return Path.of(option.substring(option.indexOf('=') + 1));
    }

    @Test
    void jars_areThoseOfAllFolders_inACertainOrder() {
        assertThat(ClassArchive.jarsIn(lib)).containsExactly(lib.resolve("a.jar"), lib.resolve("main/b.jar"));
    }

    @Test
    void theSamePrograms_haveTheSameArchive() throws IOException {
        Path before = file();
        write("readme.txt", "other words");
        assertThat(file()).isEqualTo(before).hasParentRaw(archives);
    }

    @Test
    void otherPrograms_haveAnother() throws IOException {
        Path before = file();
        write("a.jar", "longer");
        Path longer = file();
        Files.setLastModifiedTime(lib.resolve("a.jar"), FileTime.from(Instant.parse("2026-03-03T08:00:00Z")));
        Path later = file();
        Files.delete(lib.resolve("main/b.jar"));

        assertThat(List.of(before, longer, later, file())).doesNotHaveDuplicates();
    }

    @Test
    void archivesOfOtherPrograms_areRemoved_thoseOfOtherProcessesStay() throws IOException {
        Path own = Files.createFile(file());
        Path old = Files.createFile(archives.resolve("intake-0123456789abcdef.jsa"));
        Path unnamed = Files.createFile(archives.resolve("intake.jsa"));
        Path neighbour = Files.createFile(archives.resolve("intake-door-0123456789abcdef.jsa"));
        ClassArchive.of(archives, "intake", ClassArchive.jarsIn(lib)).removeOthers();

        assertThat(own).exists();
        assertThat(neighbour).exists();
        assertThat(old).doesNotExist();
        assertThat(unnamed).doesNotExist();
    }
}
