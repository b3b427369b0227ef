package org.whistle.intake.consolidation;

import java.time.Duration;

/**
 * How likely two tickets of one type are the same matter. The score weighs what they say by half, how near they lie by
 * three tenths and how close in time they were reported by two tenths; each part falls from 1 to 0 at the policy's
 * bound.
 *
 * @param score from 0 to 1
 * @param metres how far they lie apart
 * @param apart time between the reports
 * @param text how like their texts are, from 0 to 1
 */
public record Likeness(double score, double metres, Duration apart, double text) {

    private static final double TEXT = 0.5;
    private static final double PLACE = 0.3;
    private static final double TIME = 0.2;

    /**
     * Compares two tickets of one type.
     *
     * @param farthest metres at which they are no candidates any more
     * @param longest time after which they are not
     */
    public static Likeness of(String one, String other, double metres, Duration apart, int farthest, Duration longest) {
        double text = Similarity.of(one, other);
        double place = Math.clamp(1 - metres / Math.max(1, farthest), 0, 1);
        double time = Math.clamp(1 - (double) apart.toMillis() / Math.max(1, longest.toMillis()), 0, 1);
        return new Likeness(TEXT * text + PLACE * place + TIME * time, metres, apart, text);
    }
}
