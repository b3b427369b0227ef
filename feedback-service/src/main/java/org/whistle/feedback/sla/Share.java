package org.whistle.feedback.sla;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rate's two numbers. */
public record Share(long numerator, long denominator) {

    /** A rate out of counts; what is not there is zero. */
    public static Share of(Rate rate, Map<Measure, Long> counts) {
        return new Share(counts.getOrDefault(rate.numerator(), 0L), counts.getOrDefault(rate.denominator(), 0L));
    }

    /** Numerator / denominator, rounded to 4 places; null when there is nothing to count. */
    public @Nullable Double value() {
        return denominator == 0 ? null : rounded((double) numerator / denominator);
    }

    /** A number rounded to 4 places. */
    public static double rounded(double value) {
        return Math.round(10_000.0 * value) / 10_000.0;
    }
}
