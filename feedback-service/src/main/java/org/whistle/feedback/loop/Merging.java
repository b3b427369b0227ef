package org.whistle.feedback.loop;

import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;

/**
 * Two tickets that are one matter (社区梳理汇总). The one that is merged waits for the other: it is not verified, and from
 * then on nothing of it is due any more. What a body had confirmed before stays counted.
 */
public final class Merging {

    private Merging() {}

    static Step merged(Loop loop, TicketMerged event) {
        return switch (loop) {
            case Loop.Reported open -> into(loop, event);
            case Loop.Queued open -> into(loop, event);
            case Loop.Handling open -> into(loop, event);
            case Loop.AwaitingVerification open -> into(loop, event);
            case Loop.AwaitingAnswer open -> into(loop, event);
            case Loop.Reopened open -> into(loop, event);
            case Loop.Merged merged -> new Step.Known("merged already");
            case Loop.Closed closed -> new Step.Known("closed meanwhile");
            case Loop.Answered other -> Step.misplaced(loop, event);
            case Loop.NotAccepted other -> Step.misplaced(loop, event);
            case Loop.Registered other -> Step.misplaced(loop, event);
        };
    }

    private static Step into(Loop loop, TicketMerged event) {
        Matter matter = loop.matter();
        for (LoopLeg leg : matter.legs()) {
            if (leg.isStanding() && leg.completedAt() == null) {
                matter = matter.withLeg(leg.assignmentId(), open -> open.ended(LoopLeg.Cause.MERGED, event.mergedAt()));
            }
        }
        return new Step.Moved(new Loop.Merged(matter.dueForClosing(null), event.into(), event.mergedAt()));
    }

    /** It stands for itself again and is dispatched anew, even when it was closed with the other. */
    static Step unmerged(Loop loop, TicketUnmerged event) {
        boolean was =
                switch (loop) {
                    case Loop.Merged merged -> merged.into().equals(event.from());
                    case Loop.Closed closed -> event.from().equals(closed.answeredWith());
                    case Loop other -> false;
                };
        return was
                ? new Step.Moved(new Loop.Reported(loop.matter(), event.unmergedAt()))
                : new Step.Known("it is not merged into that ticket");
    }

    /** Its reporter is answered with the other ticket, and it ends as that one did. */
    public static Loop.Closed closedWith(Loop.Merged merged, Loop.Closed other) {
        return new Loop.Closed(merged.matter(), other.outcome(), other.closedAt(), merged.into());
    }
}
