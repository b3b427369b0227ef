package org.whistle.feedback.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.whistle.district.Policy;
import org.whistle.feedback.score.Ranking.Ranked;
import org.whistle.feedback.sla.Measure;

class RankingTest {

    private static final ScoreWeights PUBLISHED = ScoreWeights.of(new Policy(List.of()));

    private static Map<Measure, Long> counts(
            long due, long handled, long onTime, long extended, long closeDue, long reworked) {
        Map<Measure, Long> counts = new EnumMap<>(Measure.class);
        counts.put(Measure.LEGS_DUE, due);
        counts.put(Measure.LEGS_HANDLED, handled);
        counts.put(Measure.LEGS_ON_TIME, onTime);
        counts.put(Measure.LEGS_OVERDUE, due - handled);
        counts.put(Measure.LEGS_EXTENDED, extended);
        counts.put(Measure.CLOSE_DUE, closeDue);
        counts.put(Measure.REWORKED, reworked);
        return counts;
    }

    @Test
    void theWeights_areThePublishedOnes_unlessTheCitySetsOthers() {
        assertThat(PUBLISHED).isEqualTo(new ScoreWeights(30, 20, 20, 20, 10));
    }

    @Test
    void theScore_isThePublishedFormula() {
        // 18/20×30 + 15/20×20 + (1−2/16)×20 + (1−2/20)×20 + (1−5/20)×10 = 27 + 15 + 17.5 + 18 + 7.5
        Score score = Score.of(counts(20, 18, 15, 5, 16, 2), PUBLISHED);
        assertThat(score.points()).isEqualByComparingTo("85");
        assertThat(score.parts())
                .extracting(part -> part.kind().word() + " " + part.points())
                .containsExactly("handled 27.00", "on-time 15.00", "rework 17.50", "overdue 18.00", "extension 7.50");
        assertThat(Score.of(counts(4, 4, 4, 0, 4, 0), PUBLISHED).points()).isEqualByComparingTo("100");
        assertThat(Score.of(counts(4, 0, 0, 4, 4, 4), PUBLISHED).points()).isEqualByComparingTo("0");
    }

    @Test
    void thirds_areRoundedOnce_atTheEnd() {
        // 2/3×30 + 1/3×20 + 20 + 2/3×20 + 10 = 20 + 6.666… + 20 + 13.333… + 10 = 70 exactly
        assertThat(Score.of(counts(3, 2, 1, 0, 3, 0), PUBLISHED).points()).isEqualTo(new BigDecimal("70.00"));
        // 6/7×30 + 5/7×20 + 20 + 6/7×20 + 10 = 25.714285… + 14.285714… + 20 + 17.142857… + 10 = 87.142857…
        assertThat(Score.of(counts(7, 6, 5, 0, 7, 0), PUBLISHED).points()).isEqualTo(new BigDecimal("87.14"));
    }

    @Test
    void whoLedNothing_losesNothingByRework() {
        assertThat(Score.of(counts(2, 2, 2, 0, 0, 0), PUBLISHED).points()).isEqualByComparingTo("100");
    }

    @Test
    void otherWeights_giveAnotherScore() {
        // 18/20×50 + 15/20×50
        assertThat(Score.of(counts(20, 18, 15, 5, 16, 2), new ScoreWeights(50, 50, 0, 0, 0)).points())
                .isEqualByComparingTo("82.5");
    }

    @Test
    void equalScores_shareAPlace_andTheNextIsLeftFree() {
        List<Ranked> ranking = Ranking.of(
                Map.of(
                        "gas", counts(10, 10, 10, 0, 10, 0),
                        "heat", counts(20, 20, 20, 0, 20, 0),
                        "power", counts(10, 9, 9, 0, 10, 0),
                        "water", counts(10, 5, 5, 0, 10, 0)),
                PUBLISHED,
                10);
        assertThat(ranking)
                .extracting(ranked -> ranked.code() + " " + ranked.place())
                .containsExactly("gas 1", "heat 1", "power 3", "water 4");
    }

    @Test
    void aBodyWithTooFewTickets_isShownBehindAllOthers_withoutAPlace() {
        List<Ranked> ranking = Ranking.of(
                Map.of(
                        "gas", counts(9, 9, 9, 0, 9, 0),
                        "none-due", counts(0, 0, 0, 0, 3, 0),
                        "power", counts(10, 1, 1, 0, 10, 0)),
                PUBLISHED,
                10);
        assertThat(ranking).extracting(Ranked::code).containsExactly("power", "gas");
        assertThat(ranking.get(0).place()).isEqualTo(1);
        assertThat(ranking.get(1).place()).isNull();
        assertThat(ranking.get(1).score().points()).isEqualByComparingTo("100");
    }
}
