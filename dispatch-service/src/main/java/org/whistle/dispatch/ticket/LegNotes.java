package org.whistle.dispatch.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Position;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;

/**
 * What is noted of a body's part beside where it stands.
 *
 * @param checkIn when and where the body came on site; null before
 * @param result what the body reported of a whistle; null before, and for a part that no whistle called
 * @param rating how the street rates the completion; null before
 */
public record LegNotes(
        @Nullable CheckIn checkIn,
        @Nullable Result result,
        @Nullable Rating rating) {

    /** Nothing noted yet. */
    public static final LegNotes NONE = new LegNotes(null, null, null);

    /**
     * The body is on site (到场签到).
     *
     * @param metres distance from the meeting point
     */
    public record CheckIn(Instant at, Position position, int metres) {}

    /**
     * What the body reported.
     *
     * @param mine whether the asset is its own; null when that was not asked
     */
    public record Result(String text, @Nullable Boolean mine) {}

    /** The street's rating (街道评价部门). */
    public record Rating(Satisfaction rating, @Nullable String comment, Actor by, Instant at) {}

    /** The first check-in counts; a later one changes nothing. */
    LegNotes with(CheckedIn event) {
        return checkIn != null
                ? this
                : new LegNotes(new CheckIn(event.checkedInAt(), event.position(), event.metres()), result, rating);
    }

    LegNotes with(Result reported) {
        return new LegNotes(checkIn, reported, rating);
    }

    LegNotes with(LegRated event) {
        return new LegNotes(
                checkIn, result, new Rating(event.rating(), event.comment(), event.ratedBy(), event.ratedAt()));
    }

    /** Sent back to rework: what was reported and rated was the completion before. */
    LegNotes forRework() {
        return new LegNotes(checkIn, null, null);
    }
}
