package org.whistle.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.local.state.StateDir;

class LoginsTest {

    private static final Login HANDLER = new Login(
            "street-001",
            "p4ssw0rd",
            "解放路街道，承办人员",
            "Jiefang Road Street Office, \"handler\"",
            Set.of("handler", "manager"),
            List.of("370102001", "370102002"),
            "street");
    private static final Login RESIDENT =
            new Login("resident", "other", "居民", "resident", Set.of("resident"), List.of("370102001001"), null);

    @TempDir
    private Path folder;

    private StateDir state;

    @BeforeEach
    void make() {
        state = new StateDir(folder.resolve("home"));
        state.create();
    }

    @Test
    void logins_areReadAsTheyWereWritten_inOrder() {
        Logins.write(state, List.of(HANDLER, RESIDENT));

        assertThat(Logins.read(state).values()).containsExactly(HANDLER, RESIDENT);
    }

    @Test
    void file_isForItsOwnerOnly() throws IOException {
        Logins.write(state, List.of(HANDLER));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.accounts())))
                .isEqualTo("rw-------");
    }

    @Test
    void beforeTheFirstStart_thereAreNone() {
        assertThat(Logins.read(state)).isEmpty();
    }
}
