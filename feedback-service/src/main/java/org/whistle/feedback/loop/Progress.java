package org.whistle.feedback.loop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.ReworkAssigned;
import org.whistle.contracts.dispatch.SuspensionGranted;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.feedback.clock.TicketClocks;
import org.whistle.feedback.policy.FeedbackPolicy;

/**
 * A loop together with its clocks: both follow the same events, and a clock only those that moved the loop.
 *
 * @param loop null before the ticket's first event
 */
public record Progress(@Nullable Loop loop, TicketClocks clocks) {

    /** A ticket nothing is known of. */
    public static final Progress UNKNOWN = new Progress(null, TicketClocks.NONE);

    /** What one event did to both. */
    public record Result(Step step, Progress progress) {}

    /** Applies one event; when the loop does not move, nothing changes. */
    public Result follow(JournalEvent event, FeedbackPolicy policy) {
        Step step = new LoopEvolution(policy).evolve(loop, event);
        if (!(step instanceof Step.Moved(Loop moved))) {
            return new Result(step, this);
        }
        TicketClocks after = clocks.follow(event, moved.matter().round(), done(moved), policy);
        return new Result(step, new Progress(moved, overall(moved, event, after, policy)));
    }

    /** The whole's clock follows the instant the ticket is to be closed by. */
    private static TicketClocks overall(Loop loop, JournalEvent event, TicketClocks clocks, FeedbackPolicy policy) {
        Matter matter = loop.matter();
        Instant due = matter.closeDueAt();
        Instant at = decidedAt(event);
        return due == null || at == null || loop instanceof Loop.Closed
                ? clocks
                : clocks.closingDue(matter.ticketId(), matter.filedAt(), due, at, policy);
    }

    /** When an event moved what a ticket is due by; null for events that never do. */
    private static @Nullable Instant decidedAt(JournalEvent event) {
        return switch (event) {
            case TicketDispatched e -> e.dispatchedAt();
            case ReturnRefused e -> e.decidedAt();
            case ReworkAssigned e -> e.assignedAt();
            case ExtensionGranted e -> e.decidedAt();
            case SuspensionGranted e -> e.decidedAt();
            case HandlingResumed e -> e.resumedAt();
            case AssignmentCompleted e -> e.completedAt();
            case OwnershipAnswered e -> e.answeredAt();
            case JournalEvent other -> null;
        };
    }

    private static TicketClocks.@Nullable Done done(Loop loop) {
        return switch (loop) {
            case Loop.AwaitingVerification awaiting -> new TicketClocks.Done(awaiting.handledAt(), true);
            case Loop.Queued queued
            when queued.matter().isDone() ->
                new TicketClocks.Done(queued.matter().handledAt(), false);
            case Loop open -> null;
        };
    }

    /**
     * Applies events that were just decided on this very state.
     *
     * @throws IllegalStateException when one does not move it, which would be a mistake of the decider
     */
    public Progress followAll(List<? extends JournalEvent> events, FeedbackPolicy policy) {
        Progress progress = this;
        for (JournalEvent event : events) {
            Result result = progress.follow(event, policy);
            if (!(result.step() instanceof Step.Moved)) {
                throw new IllegalStateException("decided, but does not follow: " + result.step());
            }
            progress = result.progress();
        }
        return progress;
    }
}
