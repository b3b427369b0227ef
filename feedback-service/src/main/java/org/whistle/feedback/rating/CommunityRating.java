package org.whistle.feedback.rating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Actor;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.feedback.loop.LoopLeg;
import org.whistle.feedback.loop.Matter;

/**
 * A community rates a body's part (社区评价部门): decides whether that may be. A pure function. Once for each completion,
 * as the street does; after a rework the same part may be rated anew, and the last rating stands.
 */
public final class CommunityRating {

    private static final int COMMUNITY_DIGITS = 12;

    private CommunityRating() {}

    /** What a community says of a part. */
    public record Command(
            UUID assignmentId,
            Satisfaction rating,
            @Nullable String comment,
            Actor by,
            Instant at) {}

    /** The answer. */
    public sealed interface Decision {

        /** It is rated. */
        record Rated(CommunityRated event) implements Decision {}

        /** It may not be; the arguments fill the refusal's sentence. */
        record Refused(Refusal refusal, List<Object> args) implements Decision {
            public Refused {
                args = List.copyOf(args);
            }
        }
    }

    /** Why it may not be. */
    public enum Refusal {
        /** The ticket has no such assignment; argument: its id. */
        NO_SUCH_PART,
        /** That body has not completed its part, or it was taken back; argument: the body. */
        PART_NOT_COMPLETED,
        /** This completion was rated; arguments: the body, when. */
        PART_ALREADY_RATED
    }

    /**
     * Decides.
     *
     * @param rated when a community rated this part last, or null
     */
    public static Decision decide(Matter matter, @Nullable Instant rated, Command command) {
        Optional<LoopLeg> found = matter.leg(command.assignmentId());
        if (found.isEmpty()) {
            return refused(Refusal.NO_SUCH_PART, command.assignmentId());
        }
        LoopLeg leg = found.get();
        Instant completed = leg.completedAt();
        if (completed == null) {
            return refused(Refusal.PART_NOT_COMPLETED, leg.department());
        }
        if (rated != null && !rated.isBefore(completed)) {
            return refused(Refusal.PART_ALREADY_RATED, leg.department(), rated);
        }
        return new Decision.Rated(new CommunityRated(
                matter.ticketId(),
                leg.assignmentId(),
                leg.department(),
                matter.grid().substring(0, COMMUNITY_DIGITS),
                command.rating(),
                command.comment(),
                command.by(),
                command.at()));
    }

    private static Decision refused(Refusal refusal, Object... args) {
        return new Decision.Refused(refusal, List.of(args));
    }
}
