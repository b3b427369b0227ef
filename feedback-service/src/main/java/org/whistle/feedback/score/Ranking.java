package org.whistle.feedback.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.sla.Measure;

/**
 * Bodies by their score. Equal scores, as they are shown, share a place, and the place behind them is left free: 1, 1, 3.
 * A body with too few tickets is shown behind all others, without a place.
 */
public final class Ranking {

    private Ranking() {}

    /**
     * A body in the ranking.
     *
     * @param place from 1; null when it is not ranked
     * @param tickets what was due in the period: the assignments whose limit lay in it
     */
    public record Ranked(String code, @Nullable Integer place, long tickets, Score score) {}

    /**
     * Ranks bodies.
     *
     * @param bodies the counts of each by its code; one with nothing due is left out
     * @param minimum fewest tickets with which a body is ranked
     */
    public static List<Ranked> of(Map<String, Map<Measure, Long>> bodies, ScoreWeights weights, int minimum) {
        List<Ranked> enough = new ArrayList<>();
        List<Ranked> few = new ArrayList<>();
        bodies.forEach((code, counts) -> {
            long tickets = counts.getOrDefault(Measure.LEGS_DUE, 0L);
            if (tickets > 0) {
                (tickets < minimum ? few : enough)
                        .add(new Ranked(code, null, tickets, Score.of(counts, weights)));
            }
        });
        Comparator<Ranked> best = Comparator.comparing((Ranked ranked) -> ranked.score().points())
                .reversed()
                .thenComparing(Ranked::code);
        enough.sort(best);
        few.sort(best);
        List<Ranked> ranking = new ArrayList<>();
        BigDecimal last = null;
        int place = 0;
        for (Ranked body : enough) {
            BigDecimal points = body.score().points();
            if (last == null || points.compareTo(last) != 0) {
                place = ranking.size() + 1;
                last = points;
            }
            ranking.add(new Ranked(body.code(), place, body.tickets(), body.score()));
        }
        ranking.addAll(few);
        return ranking;
    }
}
