package org.whistle.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginThemeTest {

    @TempDir
    private Path home;

    @Test
    void theme_isBuiltOnTheProvidersOwn_andItsStyleHasAnAddressThatChangesWithIt() throws Exception {
        LoginTheme.install(home);

        Properties theme = properties("theme.properties");
        assertThat(theme.getProperty("parent")).isEqualTo("keycloak.v2");
        assertThat(theme.getProperty("locales")).isEqualTo("zh-CN,en");
        assertThat(theme.getProperty("styles")).matches("css/styles\\.css css/whistle\\.css\\?v=[0-9a-f]{12}");
        assertThat(folder().resolve("resources/css/whistle.css")).isNotEmptyFile();
        assertThat(folder().resolve("resources/img/whistle.svg")).isNotEmptyFile();
    }

    @Test
    void whatAnEarlierVersionLeft_isReplaced() throws Exception {
        LoginTheme.install(home);
        Path compressed = Files.createDirectories(home.resolve("data/tmp/kc-gzip-cache/7cg2n"));
        LoginTheme.install(home);
        assertThat(compressed).as("nothing has changed").exists();
        Files.writeString(folder().resolve("resources/css/whistle.css"), "old");
        Files.writeString(folder().resolve("theme.properties"), "old");

        LoginTheme.install(home);

        assertThat(compressed).doesNotExist();
        assertThat(folder().resolve("resources/css/whistle.css")).content().contains("--whistle-primary");
    }

    @Test
    void bothLanguages_sayTheSameThings() throws Exception {
        LoginTheme.install(home);

        Properties zh = properties("messages/messages_zh_CN.properties");
        Properties en = properties("messages/messages_en.properties");
        assertThat(zh.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
        assertThat(zh.getProperty("doLogIn")).isEqualTo("登录");
    }

    private Path folder() {
        return home.resolve("themes").resolve(LoginTheme.NAME).resolve("login");
    }

    private Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder().resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}
