package org.whistle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.acceptance.client.Matter;
import org.whistle.acceptance.client.Whistle;

/** A department with a system of its own, in another language, reads its topic and answers on its reply topic. */
class OutsideDepartmentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DEPARTMENT = "telecom";

    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private Process outside;

    @BeforeEach
    void startTheOutsideSystem() throws Exception {
        Path client = Path.of("src", "test", "node").toAbsolutePath();
        Path folder = Files.createDirectories(Path.of("target", "node").toAbsolutePath());
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "department.mjs")) {
            Files.copy(client.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(folder, "npm", "ci", "--no-audit", "--no-fund");
        outside = new ProcessBuilder("node", "department.mjs", Running.access().kafkaBootstrap(), DEPARTMENT)
                .directory(folder.toFile())
                .redirectError(folder.resolve("department.log").toFile())
                .start();
        BufferedReader lines = outside.inputReader();
        ObjectMapper json = new ObjectMapper();
        Thread.ofVirtual().start(() -> lines.lines().forEach(line -> {
            try {
                told.add(json.readTree(line));
            } catch (IOException e) {
                throw new AssertionError(line, e);
            }
        }));
    }

    @AfterEach
    void endTheOutsideSystem() throws Exception {
        outside.getOutputStream().close();
        if (!outside.waitFor(10, TimeUnit.SECONDS)) {
            outside.destroyForcibly();
        }
    }

    @Test
    void answersOverKafka_haveTheSameResultsAsRest_andRefusalsComeBackWithTheReason() {
        Whistle whistle = Running.whistle();
        Matter matter = new Matter(whistle, "370102009002001");
        matter.report(matter.body("C0127", "a"));

        matter.verify("fixed", List.of());
        assertThat(matter.callBack(whistle.as("call-agent"), true).field("state"))
                .contains("closed");
        assertThat(matter.assignment(whistle.as("telecom-handler"), "settled").text())
                .contains("已由部门自有系统处置完毕");

        JsonNode again = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> told.stream()
                                .filter(OutsideDepartmentTest::repeats)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(again.path("rejected").path("messageZh").asText()).isNotBlank();
        List<String> accepts = told.stream()
                .filter(line -> line.path("sent").asText().equals("whistle.reply.accept.v1"))
                .map(line -> line.path("id").asText())
                .toList();
        assertThat(again.path("cause").asText()).isIn(accepts);
    }

    /** Whether a line tells of an answer refused because it had been given already. */
    private static boolean repeats(JsonNode line) {
        return line.path("rejected").path("rule").asText().startsWith("already-");
    }

    private static void run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command[0] + ".log").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(() -> {
                    try {
                        return Files.readString(folder.resolve(command[0] + ".log"));
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .isZero();
    }
}
