package org.whistle.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    @Test
    void whatAnInstantIsWrittenAs_isRead() {
        Random random = new Random(3339);
        for (int i = 0; i < 10_000; i++) {
            long second = random.nextLong(
                    Instant.parse("0001-01-01T00:00:00Z").getEpochSecond(),
                    Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());
            int digits = (int) Math.pow(10, random.nextInt(10));
            Instant instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000) / digits * digits);
            assertThat(Rfc3339.parse(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-27T18:20:00Z",
                "2026-11-27T18:20:00.1Z",
                "2026-11-27T18:20:00.123456789+08:00",
                "2026-11-27T18:20:00-03:30",
                "2026-11-27T18:20:00-00:00",
                "2026-11-27t18:20:00z",
                "2026-11-27T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2024-02-29T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "+12026-11-27T18:20:00Z"
            })
    void whatJavaTimeReads_isReadAlike(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-11-27",
                "2026-11-27 18:20:00Z",
                "2026-11-27T18:20Z",
                "2026-11-27T18:20:00",
                "2026-11-27T18:20:00,5Z",
                "2026-11-27T18:20:00+08",
                "2026-11-27T18:20:00+19:00",
                "2026-02-29T00:00:00Z",
                "2026-11-27T25:00:00Z",
                "2026-11-27T18:20:00.1234567890Z",
                "2026-11-27T18:20:00Z ",
                "2026-11-27T18:20:00ZZ",
                "2026-11-27T18:20:00Z0Z",
                "2026-11-27T18:20:00 Z",
                "2026-11-27T18:20:00+08:00Z",
                "1764267600"
            })
    void whatJavaTimeRefuses_isRefused(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
