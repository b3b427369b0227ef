package org.whistle.intake.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

    @ParameterizedTest
    @CsvSource({
        // Three pairs each, two in common: 2 × 2 / 6.
        "井盖破损, 井盖破裂, 0.667",
        "井盖破损, 井盖破损, 1",
        "井盖破损, 路灯不亮, 0",
        // Seven and three pairs, three in common: 2 × 3 / 10.
        "门口井盖破损严重, 井盖破损, 0.6",
        "井, 井, 1",
        "井, 盖, 0"
    })
    void textsAreAlike_asTheirPairsOfCharactersAre(String one, String other, double expected) {
        assertThat(Similarity.of(one, other)).isCloseTo(expected, offset(0.001));
        assertThat(Similarity.of(other, one)).isCloseTo(expected, offset(0.001));
    }

    @Test
    void punctuationWidthAndCase_makeNoDifference() {
        assertThat(Similarity.of("Ａ座１２号，井盖 破损！", "a座12号井盖破损")).isEqualTo(1);
    }

    @Test
    void pair_countsAsOftenAsBothHaveIt() {
        // 哈哈哈 has the pair twice, 哈哈 once: 2 × 1 / 3.
        assertThat(Similarity.of("哈哈哈", "哈哈")).isCloseTo(0.667, offset(0.001));
    }

    @Test
    void textWithoutLetters_isLikeNothing() {
        assertThat(Similarity.of("！！", "！！")).isZero();
        assertThat(Similarity.of("", "井盖")).isZero();
    }

    @Test
    void score_weighsTextPlaceAndTime() {
        Likeness likeness = Likeness.of("井盖破损", "井盖破损", 25, Duration.ofDays(7), 50, Duration.ofDays(14));

        assertThat(likeness.score()).isCloseTo(0.5 + 0.3 * 0.5 + 0.2 * 0.5, offset(1e-9));
        assertThat(Likeness.of("井盖", "路灯", 50, Duration.ofDays(14), 50, Duration.ofDays(14))
                        .score())
                .isZero();
        assertThat(Likeness.of("井盖", "井盖", 0, Duration.ZERO, 50, Duration.ofDays(14))
                        .score())
                .isEqualTo(1);
    }
}
