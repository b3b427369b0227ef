package org.whistle.chassis.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.chassis.problem.CommonProblem;
import org.whistle.chassis.problem.ProblemException;

class CursorTest {

    private static final Instant TIME = Instant.parse("2026-02-13T09:00:00.123456Z");
    private static final UUID ID = UUID.fromString("0197a5d0-0000-7000-8000-000000000001");

    private static void isRefused(ThrowingCallable work) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(work)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(CommonProblem.INVALID_CURSOR));
    }

    @Test
    void aCursor_comesBackAsItWasGiven() {
        Cursor cursor = Cursor.of(TIME, ID, 42L, "井盖 & \u0000 \uD83D\uDD73");
        String text = cursor.encode();
        assertThat(text).matches("[A-Za-z0-9_-]+");
        Cursor read = Cursor.decode(text, 4);
        assertThat(read).isEqualTo(cursor);
        assertThat(read.instant(0)).isEqualTo(TIME);
        assertThat(read.uuid(1)).isEqualTo(ID);
        assertThat(read.number(2)).isEqualTo(42);
    }

    @Test
    void aDamagedCursor_isRefused() {
        String text = Cursor.of(TIME, ID).encode();
        Random random = new Random(1);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < text.length(); i++) {
            char other = letters.charAt(random.nextInt(letters.length()));
            if (other != text.charAt(i)) {
                String damaged = text.substring(0, i) + other + text.substring(i + 1);
                isRefused(() -> Cursor.decode(damaged, 2));
            }
            String cut = text.substring(0, i);
            isRefused(() -> Cursor.decode(cut, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAA", "====", "井", "' or 1=1", "AAAAAAAAAAAAAAAA"})
    void anythingElse_isRefused(String text) {
        isRefused(() -> Cursor.decode(text, 1));
    }

    @Test
    void aCursorOfAnotherList_isRefused() {
        isRefused(() -> Cursor.decode(Cursor.of("a", "b").encode(), 1));
        isRefused(() -> Cursor.decode(Cursor.of("a").encode(), 2));
        Cursor texts = Cursor.of("a");
        isRefused(() -> texts.instant(0));
        isRefused(() -> texts.uuid(0));
        isRefused(() -> texts.number(0));
    }

    @Test
    void anEndlessCursor_isRefused() {
        isRefused(() -> Cursor.decode("A".repeat(1_000_000), 1));
    }
}
