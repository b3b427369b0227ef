package org.whistle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whistle.acceptance.client.Whistle;
import org.whistle.local.DistrictLoader;
import org.whistle.local.text.Progress;

/** A city gives the running system its own district in place of the one that is there, as {@code ./whistle load} does. */
class DistrictLoadTest {

    private static final Path SAMPLE = Path.of("..", "district", "src", "main", "resources", "sample");
    private static final String HOUR_FROM_EIGHT =
            "/api/dispatch/worktime/due?start=2026-03-02T08:00:00%2B08:00&limit=1wh";

    @TempDir
    private Path folder;

    private final Whistle whistle = Running.whistle();
    private final DistrictLoader loader = new DistrictLoader(Running.access(), Progress.silent());

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLE)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /** The other tests know the sample. */
    @AfterEach
    void restore() {
        loader.load(SAMPLE);
    }

    private void change(String name, String before, String after) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    private String dueAt() {
        return whistle.as("dispatcher-009")
                .get(HOUR_FROM_EIGHT)
                .expect(200)
                .field("dueAt")
                .orElseThrow();
    }

    @Test
    void aCitysOwnDistrict_takesThePlaceOfTheOneThatIsThere() throws IOException {
        assertThat(dueAt()).isEqualTo("2026-03-02T01:00:00Z");
        change("working-hours.csv", "08:00-12:00", "09:30-12:00");
        change("catalogue.csv", "上水井盖", "自来水井盖");
        change(
                "accounts.csv",
                "dispatcher-001,",
                "night-009,甸柳街道夜班派单员,\"Dianliu street, night\",dispatcher,370102009,,夜班\ndispatcher-001,");
        loader.load(folder);

        assertThat(dueAt()).isEqualTo("2026-03-02T02:30:00Z");
        assertThat(whistle.as("grid-370102009001001")
                        .get("/api/intake/catalogue")
                        .expect(200)
                        .text())
                .contains("自来水井盖");
        whistle.as("night-009").get("/api/dispatch/queue").expect(200);
    }

    @Test
    void aDistrictWithAFault_isRefusedByFileAndLine_andChangesNothing() throws IOException {
        change("working-hours.csv", "08:00-12:00", "09:30-12:00");
        change(
                "catalogue.csv",
                "C0101,上水井盖,Water supply manhole cover,component,公用设施,a,缺失、移位或断裂,\"missing, moved or cracked\",water-supply",
                "C0101,上水井盖,Water supply manhole cover,component,公用设施,a,缺失、移位或断裂,\"missing, moved or cracked\",nobody");

        assertThatThrownBy(() -> loader.load(folder))
                .hasMessageContaining("catalogue.csv")
                .hasMessageContaining("nobody");
        assertThat(dueAt()).isEqualTo("2026-03-02T01:00:00Z");
    }
}
