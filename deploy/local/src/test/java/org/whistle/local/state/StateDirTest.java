package org.whistle.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.local.text.LocalException;

class StateDirTest {

    @TempDir
    private Path folder;

    @Test
    void home_isNamedByTheEnvironmentOrLiesInTheRepository() {
        assertThat(StateDir.of(Map.of(), folder).home()).isEqualTo(folder.resolve(".whistle"));
        assertThat(StateDir.of(Map.of("WHISTLE_HOME", "/srv/whistle"), folder).home())
                .isEqualTo(Path.of("/srv/whistle"));
    }

    @Test
    void folders_areNotForOthersToLookInto() throws IOException {
        StateDir state = new StateDir(folder.resolve("home"));
        state.create();

        assertThat(permissions(state.home())).isEqualTo("rwx--x--x");
        assertThat(permissions(state.run())).isEqualTo("rwx------");
        assertThat(permissions(state.logs())).isEqualTo("rwx------");
        assertThat(permissions(state.privateData("kafka"))).isEqualTo("rwx------");
    }

    @Test
    void wiping_takesDataAndSecrets_butNotProgramsAndLogs() throws IOException {
        StateDir state = new StateDir(folder.resolve("home"));
        state.create();
        Files.createDirectories(state.data().resolve("postgres").resolve("base"));
        Files.createSymbolicLink(state.data().resolve("link"), state.logs());
        Files.writeString(state.secrets(), "a=b");
        Files.writeString(state.accounts(), "username");
        Files.writeString(state.log("kafka"), "started");
        Files.createDirectories(state.keycloak());

        state.wipe();

        assertThat(state.hasData()).isFalse();
        assertThat(state.secrets()).doesNotExist();
        assertThat(state.accounts()).doesNotExist();
        assertThat(state.log("kafka")).hasContent("started");
        assertThat(state.keycloak()).isDirectory();
        assertThat(state.data()).isEmptyDirectory();
    }

    @Test
    void folderThatIsAFile_isRefusedWithAWayOn() throws IOException {
        Files.writeString(folder.resolve("home"), "not a folder");

        assertThatThrownBy(() -> new StateDir(folder.resolve("home")).create())
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("WHISTLE_HOME");
    }

    @Test
    void logs_areRotatedAndTheOldestDropped() throws IOException {
        Path log = folder.resolve("intake.log");
        for (String content : List.of("one", "two", "three", "four", "five")) {
            Files.writeString(log, content);
            Logs.rotate(log);
        }

        assertThat(log).doesNotExist();
        assertThat(folder.resolve("intake.log.1")).hasContent("five");
        assertThat(folder.resolve("intake.log.3")).hasContent("three");
        assertThat(folder.resolve("intake.log.4")).doesNotExist();
    }

    @Test
    void tail_givesTheLastLines() throws IOException {
        Path log = folder.resolve("intake.log");
        Files.writeString(log, "x".repeat(40_000) + "\n一\n二\n三\n");

        assertThat(Logs.tail(log, 2)).containsExactly("二", "三");
        assertThat(Logs.tail(folder.resolve("none.log"), 2)).isEmpty();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
