package org.whistle.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {

    private static final ProcessRecord RECORD =
            new ProcessRecord("kafka", 4711, "boot-1/100", "-Dwhistle.part=kafka", Map.of());

    @TempDir
    private Path folder;

    @Test
    void sameProcess_isAlive() {
        assertThat(RECORD.isAlive(seen("boot-1/100", "java -Dwhistle.part=kafka kafka.Kafka")))
                .isTrue();
    }

    @Test
    void pidGivenToAYoungerProcess_isNotAlive() {
        assertThat(RECORD.isAlive(seen("boot-1/200", "java -Dwhistle.part=kafka kafka.Kafka")))
                .isFalse();
    }

    @Test
    void pidAfterARestartOfTheMachine_isNotAlive() {
        assertThat(RECORD.isAlive(seen("boot-2/100", "java -Dwhistle.part=kafka kafka.Kafka")))
                .isFalse();
    }

    @Test
    void pidOfAnotherProgram_isNotAlive() {
        assertThat(RECORD.isAlive(seen("boot-1/100", "vim notes.txt"))).isFalse();
    }

    @Test
    void pidOfNobody_isNotAlive() {
        assertThat(RECORD.isAlive(pid -> Optional.empty())).isFalse();
    }

    @Test
    void recordsThatKnowTooLittle_matchNothing() {
        ProcessTable table = seen("", "java -Dwhistle.part=kafka kafka.Kafka");

        assertThat(new ProcessRecord("kafka", 4711, "", "-Dwhistle.part=kafka", Map.of()).isAlive(table))
                .isFalse();
        assertThat(new ProcessRecord("kafka", 4711, "boot-1/100", "", Map.of()).isAlive(seen("boot-1/100", "java")))
                .isFalse();
    }

    @Test
    void records_areReadAsTheyWereWritten() {
        ProcessRecord record = new ProcessRecord(
                "launcher", 17, "boot/5", "-D /家 目录\\x=y", Map.of("url", "http://localhost:8080", "ready", "false"));

        record.save(folder);

        assertThat(ProcessRecord.load(folder, "launcher")).contains(record);
        assertThat(ProcessRecord.load(folder, "kafka")).isEmpty();
    }

    @Test
    void brokenRecords_countAsNone() throws IOException {
        Files.writeString(folder.resolve("kafka.process"), "pid=not a number\nmarker=x\n");

        assertThat(ProcessRecord.load(folder, "kafka")).isEmpty();
    }

    @Test
    void ownProcess_isFoundInTheTableOfThisMachine() {
        ProcessHandle self = ProcessHandle.current();

        ProcessRecord record = ProcessRecord.of("self", self, "java");

        assertThat(record.isAlive(ProcessTable.ofThisMachine())).isTrue();
    }

    private static ProcessTable seen(String birth, String commandLine) {
        return pid -> pid == 4711 ? Optional.of(new ProcessTable.Sight(birth, commandLine)) : Optional.empty();
    }
}
