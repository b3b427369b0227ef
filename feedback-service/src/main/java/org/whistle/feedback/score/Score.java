package org.whistle.feedback.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.Rate;
import org.whistle.feedback.sla.Share;

/**
 * The published score of one body: handled × 30 + on time × 20 + (1 − rework) × 20 + (1 − overdue and unhandled) × 20 +
 * (1 − extension) × 10.
 *
 * @param points the sum, rounded to 2 places, halves up; from 0 to the sum of the weights
 * @param parts in the order of the formula
 */
public record Score(BigDecimal points, List<Part> parts) {

    private static final MathContext EXACT = MathContext.DECIMAL64;

    public Score {
        parts = List.copyOf(parts);
    }

    /** The five parts of the formula. */
    public enum Kind {
        HANDLED(Rate.HANDLED, false),
        ON_TIME(Rate.HANDLED_ON_TIME, false),
        REWORK(Rate.REWORK, true),
        OVERDUE(Rate.OVERDUE_UNHANDLED, true),
        EXTENSION(Rate.EXTENSION, true);

        private final Rate rate;
        private final boolean inverse;

        Kind(Rate rate, boolean inverse) {
            this.rate = rate;
            this.inverse = inverse;
        }

        /** The rate it comes from. */
        public Rate rate() {
            return rate;
        }

        /** Its word in the policy and the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private int weight(ScoreWeights weights) {
            return switch (this) {
                case HANDLED -> weights.handled();
                case ON_TIME -> weights.onTime();
                case REWORK -> weights.rework();
                case OVERDUE -> weights.overdue();
                case EXTENSION -> weights.extension();
            };
        }
    }

    /**
     * One part.
     *
     * @param weight the points it has when all is well
     * @param points the points it got, rounded to 2 places
     */
    public record Part(Kind kind, Share share, int weight, BigDecimal points) {}

    /**
     * The score of counts. What there is nothing of did not go wrong: a body that led no ticket due for closing loses
     * nothing by rework. Of a body with nothing due this says nothing; it is not to be ranked.
     */
    public static Score of(Map<Measure, Long> counts, ScoreWeights weights) {
        BigDecimal sum = BigDecimal.ZERO;
        Part[] parts = new Part[Kind.values().length];
        for (Kind kind : Kind.values()) {
            Share share = Share.of(kind.rate, counts);
            int weight = kind.weight(weights);
            BigDecimal points = points(share, kind.inverse, weight);
            sum = sum.add(points);
            parts[kind.ordinal()] = new Part(kind, share, weight, rounded(points));
        }
        return new Score(rounded(sum), Arrays.asList(parts));
    }

    private static BigDecimal points(Share share, boolean inverse, int weight) {
        if (share.denominator() == 0) {
            return inverse ? BigDecimal.valueOf(weight) : BigDecimal.ZERO;
        }
        long good = inverse ? share.denominator() - share.numerator() : share.numerator();
        return BigDecimal.valueOf(weight)
                .multiply(BigDecimal.valueOf(good))
                .divide(BigDecimal.valueOf(share.denominator()), EXACT);
    }

    private static BigDecimal rounded(BigDecimal points) {
        return points.setScale(2, RoundingMode.HALF_UP);
    }
}
