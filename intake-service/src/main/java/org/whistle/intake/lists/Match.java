package org.whistle.intake.lists;

import java.util.List;
import org.whistle.chassis.problem.Words;

/**
 * How well a resource meets what is wanted.
 *
 * @param score 0 to 100
 * @param reasons what speaks for it and what against, in words, in the order tags, place, time
 */
public record Match(int score, List<Reason> reasons) {

    public Match {
        reasons = List.copyOf(reasons);
    }

    /**
     * One part of a score.
     *
     * @param part {@code tags}, {@code place} or {@code time}
     * @param points of {@code most}
     */
    public record Reason(String part, int points, int most, Words words) {}
}
