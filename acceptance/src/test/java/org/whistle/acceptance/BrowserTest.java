package org.whistle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.whistle.local.SystemAccess;

/**
 * The four users' pages in a real browser, on the packaged services: runs the specifications of {@code web/e2e}. Their report
 * and the pictures of every page are left in {@code web/target}. {@code ./whistle test --no-browser} leaves it out.
 */
@DisabledIfSystemProperty(named = "whistle.browser", matches = "false")
class BrowserTest {

    /** Far above what the run takes; it ends a browser that hangs. */
    private static final Duration LIMIT = Duration.ofMinutes(12);

    /** More than any street has at once. */
    private static final int MANY = 10_000;

    private static final Path WEB = Path.of("..", "web").toAbsolutePath().normalize();

    @Test
    void everyUsersMainPath_worksInTheBrowser() throws IOException, InterruptedException, SQLException {
        try (ManyTickets many = ManyTickets.put(Running.whistle(), MANY)) {
            playwright(Map.of("WHISTLE_MANY_DISPATCHER", many.dispatcher()));
        }
    }

    private static void playwright(Map<String, String> environment) throws IOException, InterruptedException {
        SystemAccess access = Running.access();
        Path log = Files.createDirectories(WEB.resolve("target")).resolve("browser.log");
        ProcessBuilder command = new ProcessBuilder(
                        List.of("npx", "--no-install", "playwright", "test", "--config", "e2e/playwright.config.ts"))
                .directory(WEB.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment()
                .putAll(Map.of(
                        "CI", "true",
                        "WHISTLE_URL", access.url(),
                        "WHISTLE_ACCOUNTS",
                                access.state().accounts().toAbsolutePath().toString()));
        command.environment().putAll(environment);
        Process playwright = command.start();
        boolean ended = playwright.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            playwright.descendants().forEach(ProcessHandle::destroyForcibly);
            playwright.destroyForcibly();
        }
        assertThat(ended).as("browser tests within %s; see %s", LIMIT, log).isTrue();
        assertThat(playwright.exitValue()).as(() -> tail(log)).isZero();
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 120), lines.size()));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
