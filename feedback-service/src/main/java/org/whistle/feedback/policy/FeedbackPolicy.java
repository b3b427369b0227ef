package org.whistle.feedback.policy;

import java.time.Duration;
import java.time.Instant;
import org.whistle.contracts.Clock;

/**
 * The figures of the supervision side. All its limits are continuous (DOMAIN.md §4), so an instant plus a duration is
 * all the arithmetic there is; a running clock keeps the instants it was started with.
 *
 * @param dispatch limit from filing, from an approved return, or from a reopening to the next dispatch (published: 15 min)
 * @param verify limit from the last confirmation to the verification on site (published: 30 min)
 * @param contact limit from a passed verification to the first contact with the reporter (proposal: 24 h)
 * @param warnPercent share of a limit at which it is warned (proposal: 80)
 * @param breachPercent share of a limit at which it is breached (100)
 * @param supervisePercent share of a limit at which supervision is ordered (proposal: 150)
 * @param maxMetres how far from the reported position a verification may be made (proposal: 500)
 * @param minPhotos photos a verification needs at least (0)
 * @param attemptsBeforeClosing calls without contact after which a supervisor may close (proposal: 3)
 */
public record FeedbackPolicy(
        Duration dispatch,
        Duration verify,
        Duration contact,
        int warnPercent,
        int breachPercent,
        int supervisePercent,
        int maxMetres,
        int minPhotos,
        int attemptsBeforeClosing) {

    /** The figures without any configuration. */
    public static final FeedbackPolicy DEFAULT = new FeedbackPolicy(
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(24), 80, 100, 150, 500, 0, 3);

    public FeedbackPolicy {
        positive(dispatch, "dispatch");
        positive(verify, "verify");
        positive(contact, "contact");
        if (warnPercent < 1 || warnPercent > breachPercent || breachPercent > supervisePercent) {
            throw new IllegalArgumentException("thresholds must be 1 ≤ warning ≤ breach ≤ supervision");
        }
        if (maxMetres < 1 || minPhotos < 0 || minPhotos > 9 || attemptsBeforeClosing < 1) {
            throw new IllegalArgumentException("distance and attempts must be at least 1, photos 0 to 9");
        }
    }

    /** The clock of the dispatch stage, started at an instant. */
    public Clock dispatchClock(Instant start) {
        return clock(start, dispatch);
    }

    /** The clock of the verify stage, started at an instant. */
    public Clock verifyClock(Instant start) {
        return clock(start, verify);
    }

    /**
     * The clock of the whole ticket. The instants its due is made of are dispatch's, in working time; the shares before and
     * behind it are of the time that passes, as the reporter waits.
     *
     * @param filed when it was filed
     * @param due when it is to be closed
     */
    public Clock overallClock(Instant filed, Instant due) {
        Duration limit = Duration.between(filed, due);
        return new Clock(filed, share(filed, limit, warnPercent), due, share(filed, limit, supervisePercent));
    }

    private Clock clock(Instant start, Duration limit) {
        return new Clock(
                start,
                share(start, limit, warnPercent),
                share(start, limit, breachPercent),
                share(start, limit, supervisePercent));
    }

    private static Instant share(Instant start, Duration limit, int percent) {
        return start.plusMillis(limit.toMillis() * percent / 100);
    }

    private static void positive(Duration limit, String name) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("limit " + name + " must be positive");
        }
    }
}
