package org.whistle.feedback.tracking;

import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;

/** Stars as the published rates count answers: five and four are satisfied, three is fair. */
public final class Stars {

    public static final int FEWEST = 1;
    public static final int MOST = 5;

    private static final int FAIR = 3;

    private Stars() {}

    /** @throws IllegalArgumentException when there are fewer than one or more than five */
    public static Satisfaction satisfaction(int stars) {
        if (stars < FEWEST || stars > MOST) {
            throw new IllegalArgumentException(stars + " stars");
        }
        if (stars == FAIR) {
            return Satisfaction.FAIR;
        }
        return stars > FAIR ? Satisfaction.SATISFIED : Satisfaction.UNSATISFIED;
    }
}
