package org.whistle.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.local.text.LocalException;

class SecretsTest {

    @TempDir
    private Path folder;

    private StateDir state;

    @BeforeEach
    void make() {
        state = new StateDir(folder.resolve("home"));
        state.create();
    }

    @Test
    void secrets_areMadeOnceAndKept() {
        Secrets first = Secrets.open(state);
        String password = first.password("database.intake.password");
        String key = first.dataKey();

        Secrets later = Secrets.open(state);

        assertThat(later.password("database.intake.password")).isEqualTo(password);
        assertThat(later.dataKey()).isEqualTo(key);
    }

    @Test
    void secrets_areRandom() {
        Secrets secrets = Secrets.open(state);

        assertThat(secrets.password("a")).hasSize(24).matches("[A-Za-z0-9]+").isNotEqualTo(secrets.password("b"));
        assertThat(Base64.getDecoder().decode(secrets.dataKey())).hasSize(32);
        assertThat(Base64.getDecoder().decode(secrets.auditKey())).hasSize(32);
        assertThat(secrets.auditKey()).isNotEqualTo(secrets.dataKey());
    }

    @Test
    void file_isForItsOwnerOnly() throws IOException {
        Secrets.open(state).dataKey();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.secrets())))
                .isEqualTo("rw-------");
    }

    @Test
    void dataWithoutSecrets_areNotOpened() throws IOException {
        Files.createDirectories(state.data().resolve("postgres"));

        assertThatThrownBy(() -> Secrets.open(state))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("--fresh");
    }
}
