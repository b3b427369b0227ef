package org.whistle.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.problem.ProblemException;

class ParamsTest {

    private static void isRefused(ThrowingCallable work) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(work).satisfies(refused -> assertThat(
                        refused.fields())
                .singleElement()
                .satisfies(field -> assertThat(field.field()).isEqualTo("p")));
    }

    @Test
    void goodValues_areRead() {
        UUID id = UUID.randomUUID();
        assertThat(Params.uuid("p", id.toString())).isEqualTo(id);
        assertThat(Params.integer("p", "7", 1, 10)).isEqualTo(7);
        assertThat(Params.decimal("p", "117.12", -180, 180)).isEqualTo(117.12);
        assertThat(Params.instant("p", "2026-01-05T09:00:00+08:00")).isEqualTo(Instant.parse("2026-01-05T01:00:00Z"));
        assertThat(Params.instant("p", "2026-01-05T09:00:00 08:00")).isEqualTo(Instant.parse("2026-01-05T01:00:00Z"));
        assertThat(Params.instantOrDay("p", "2026-01-05")).isEqualTo(Instant.parse("2026-01-04T16:00:00Z"));
        assertThat(Params.date("p", "2026-01-05")).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(Params.place("p", "370102001")).isEqualTo("370102001");
        assertThat(Params.text("p", "井盖", 2)).isEqualTo("井盖");
        assertThat(Params.oneOf("p", "day", "day", "week")).isEqualTo("day");
        assertThat(Params.required("p", 1)).isEqualTo(1);
    }

    @Test
    void absentValues_areNull() {
        assertThat(Params.uuid("p", null)).isNull();
        assertThat(Params.integer("p", "", 1, 10)).isNull();
        assertThat(Params.decimal("p", null, 0, 1)).isNull();
        assertThat(Params.instant("p", null)).isNull();
        assertThat(Params.instantOrDay("p", "")).isNull();
        assertThat(Params.date("p", null)).isNull();
        assertThat(Params.place("p", null)).isNull();
        assertThat(Params.text("p", null, 1)).isNull();
        assertThat(Params.oneOf("p", null, "a")).isNull();
    }

    @Test
    void wrongValues_areRefused_byName() {
        isRefused(() -> Params.uuid("p", "1-1-1-1-1"));
        isRefused(() -> Params.uuid("p", "x"));
        isRefused(() -> Params.integer("p", "11", 1, 10));
        isRefused(() -> Params.integer("p", "1.5", 1, 10));
        isRefused(() -> Params.decimal("p", "181", -180, 180));
        isRefused(() -> Params.decimal("p", "NaN", -180, 180));
        isRefused(() -> Params.decimal("p", "Infinity", -180, 180));
        isRefused(() -> Params.instant("p", "2026-01-05T09:00:00"));
        isRefused(() -> Params.instant("p", "yesterday"));
        isRefused(() -> Params.instantOrDay("p", "2026-13-05"));
        isRefused(() -> Params.date("p", "2026-02-30"));
        isRefused(() -> Params.place("p", "37010%"));
        isRefused(() -> Params.place("p", "3701020"));
        isRefused(() -> Params.text("p", "abc", 2));
        isRefused(() -> Params.text("p", "a\0", 9));
        isRefused(() -> Params.oneOf("p", "century", "day", "week"));
        isRefused(() -> Params.required("p", null));
    }
}
