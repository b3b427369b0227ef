package org.whistle.feedback.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whistle.feedback.loop.Loop;
import org.whistle.feedback.loop.LoopLeg;
import org.whistle.feedback.loop.Matter;

/**
 * A report as whoever holds its code sees it: how far it is and what was done, nothing of any person, no photo, none of what the
 * bodies say among themselves.
 *
 * @param dueAt by when the body that leads is to have handled it; null while none does or when it has
 * @param resumesAt when it goes on, while it is put off
 * @param passed what it has passed, oldest first
 * @param results what reporters are told of it, oldest first; of one body's part only the last word
 * @param ratingWanted whether the reporter's answer is waited for
 * @param ratingUntil by when it should be there, while it is waited for
 */
public record Tracked(
        PublicState state,
        @Nullable Instant dueAt,
        @Nullable Instant resumesAt,
        List<Passed> passed,
        List<Told> results,
        boolean ratingWanted,
        @Nullable Instant ratingUntil) {

    /** A step of the loop, as the public knows it. */
    public enum Step {
        REPORTED,
        DISPATCHED,
        ACCEPTED,
        HANDLED,
        VERIFIED,
        REOPENED,
        CLOSED
    }

    /**
     * A step that was passed.
     *
     * @param department the body that has or had it
     */
    public record Passed(Step step, Instant at, @Nullable String department) {}

    /**
     * What the loop itself does not keep.
     *
     * @param reportedAt when this very report was filed; others may belong to the same ticket
     * @param verifiedAt the last time it was found to be fixed on site
     * @param reopenedAt the last time a reporter said it is not solved
     */
    public record Facts(
            Instant reportedAt,
            @Nullable Instant verifiedAt,
            @Nullable Instant reopenedAt,
            List<Told> told) {}

    /** The public side of a loop. */
    public static Tracked of(Loop loop, Facts facts) {
        Matter matter = loop.matter();
        LoopLeg lead = matter.lead().filter(LoopLeg::isStanding).orElse(null);
        boolean running = loop instanceof Loop.Handling && lead != null && lead.completedAt() == null;
        return new Tracked(
                PublicState.of(loop, facts.told()),
                running && lead.course().suspendedUntil() == null ? lead.dueAt() : null,
                running ? lead.course().suspendedUntil() : null,
                passed(loop, lead, facts),
                results(facts.told()),
                loop instanceof Loop.AwaitingAnswer,
                loop instanceof Loop.AwaitingAnswer awaiting ? awaiting.dueAt() : null);
    }

    /** The same for whom no more may be told than how far it is. */
    public Tracked withoutDetail() {
        return new Tracked(state, null, null, List.of(), List.of(), ratingWanted, ratingUntil);
    }

    private static List<Passed> passed(Loop loop, @Nullable LoopLeg lead, Facts facts) {
        List<Passed> steps = new ArrayList<>();
        add(steps, Step.REPORTED, facts.reportedAt(), null);
        add(steps, Step.REOPENED, facts.reopenedAt(), null);
        if (lead != null) {
            add(steps, Step.DISPATCHED, lead.issuedAt(), lead.department());
            add(steps, Step.ACCEPTED, lead.acceptedAt(), lead.department());
            add(steps, Step.HANDLED, lead.completedAt(), lead.department());
        }
        if (loop instanceof Loop.AwaitingAnswer || loop instanceof Loop.Closed) {
            add(steps, Step.VERIFIED, facts.verifiedAt(), null);
        }
        if (loop instanceof Loop.Closed closed) {
            add(steps, Step.CLOSED, closed.closedAt(), null);
        }
        // A report that was joined late was reported after its ticket had been dispatched.
        steps.sort(Comparator.comparing(Passed::at));
        return List.copyOf(steps);
    }

    private static void add(List<Passed> steps, Step step, @Nullable Instant at, @Nullable String department) {
        if (at != null) {
            steps.add(new Passed(step, at, department));
        }
    }

    private static List<Told> results(List<Told> told) {
        Map<UUID, Told> last = new LinkedHashMap<>();
        told.stream().sorted(Comparator.comparing(Told::at)).forEach(one -> {
            last.remove(one.source());
            last.put(one.source(), one);
        });
        return List.copyOf(last.values());
    }
}
