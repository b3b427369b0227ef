package org.whistle.feedback.score;

import org.whistle.district.Policy;

/**
 * The points of each part of the score; a city sets them (published: 30, 20, 20, 20, 10).
 *
 * @param overdue for overdue and unhandled
 */
public record ScoreWeights(int handled, int onTime, int rework, int overdue, int extension) {

    /** The points a district's policy gives. */
    public static ScoreWeights of(Policy policy) {
        return new ScoreWeights(
                policy.scorePoints("handled"),
                policy.scorePoints("on-time"),
                policy.scorePoints("rework"),
                policy.scorePoints("overdue"),
                policy.scorePoints("extension"));
    }
}
