package org.whistle.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void structuredLine_isCutToLevelMessageAndInnermostCause() {
        assertThat(LogLine.brief("""
                        {"timestamp":"2026","level":"ERROR","message":"Failed to start","stackTrace":"x: A\\n\\tat b\\nCaused by: B: half\\n\\tat c\\nCaused by: C: no such table\\n\\tat d"}""")).isEqualTo("ERROR Failed to start; Caused by: C: no such table");
    }

    @Test
    void otherLines_stayAsTheyAre_butNotTooLong() {
        assertThat(LogLine.brief("FATAL: out of memory")).isEqualTo("FATAL: out of memory");
        assertThat(LogLine.brief("{not json")).isEqualTo("{not json");
        assertThat(LogLine.brief("x".repeat(1_000))).hasSize(301);
    }
}
