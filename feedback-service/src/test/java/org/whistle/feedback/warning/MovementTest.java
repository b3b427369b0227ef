package org.whistle.feedback.warning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovementTest {

    @Test
    void aNumber_isComparedWithTheOneBefore() {
        assertThat(Movement.of(3, 0)).isEqualTo(Movement.NEW);
        assertThat(Movement.of(3, 2)).isEqualTo(Movement.RISING);
        assertThat(Movement.of(3, 3)).isEqualTo(Movement.STEADY);
        assertThat(Movement.of(3, 4)).isEqualTo(Movement.FALLING);
    }
}
