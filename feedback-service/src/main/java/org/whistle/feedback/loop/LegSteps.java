package org.whistle.feedback.loop;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.SuspensionGranted;
import org.whistle.feedback.policy.FeedbackPolicy;

/** What news of one leg does to the whole loop, and when the closing is due after it. */
final class LegSteps {

    private final FeedbackPolicy policy;

    LegSteps(FeedbackPolicy policy) {
        this.policy = policy;
    }

    /** News of a leg: unknown legs are reported, ended ones and those of a closed ticket passed over. */
    static Step onLeg(Loop loop, UUID assignmentId, Function<LoopLeg, Step> news) {
        if (loop instanceof Loop.Merged) {
            return new Step.Known("it goes on in another ticket");
        }
        LoopLeg leg = loop.matter().leg(assignmentId).orElse(null);
        if (leg == null) {
            return new Step.Misplaced("no leg " + assignmentId + " is known of this ticket");
        }
        if (!leg.isStanding() || leg.round() != loop.matter().round()) {
            return new Step.Known("the leg has ended");
        }
        return loop instanceof Loop.Closed ? new Step.Known("the ticket is closed") : news.apply(leg);
    }

    static Step paused(Loop loop, LoopLeg leg, HandlingPaused event) {
        return leg.pausedAt() != null || leg.completedAt() != null
                ? new Step.Known("its clock stands already")
                : Step.moved(loop, loop.matter().withLeg(leg.assignmentId(), l -> l.paused(event.pausedAt())));
    }

    Step completed(Loop loop, LoopLeg leg, Instant at) {
        Instant sentBack = leg.reworkedAt();
        if (leg.completedAt() != null || (sentBack != null && !at.isAfter(sentBack))) {
            return new Step.Known("completed already");
        }
        // Also when it crossed a suspension: what is done is done. The closing is due without the rest, then.
        Matter matter = loop.matter().withLeg(leg.assignmentId(), l -> l.completed(at));
        return afterLeg(loop, leg.course().suspendedUntil() == null ? matter : dueForClosing(matter), at);
    }

    /** What a leg's end leads to: the round may be done with it, though another leg ended last by the instants told. */
    Step afterLeg(Loop loop, Matter matter, Instant at) {
        if (!(loop instanceof Loop.Handling) || !matter.isDone()) {
            return Step.moved(loop, matter);
        }
        if (matter.isIdentification()) {
            return new Step.Moved(new Loop.Queued(matter));
        }
        Instant handledAt = matter.handledAt();
        Instant doneAt = handledAt.isAfter(at) ? handledAt : at;
        return new Step.Moved(new Loop.AwaitingVerification(matter, doneAt, doneAt.plus(policy.verify())));
    }

    Step extended(Loop loop, LoopLeg leg, ExtensionGranted event) {
        return event.times() <= leg.course().extensions()
                ? new Step.Known("extended already")
                : Step.moved(
                        loop,
                        dueForClosing(loop.matter()
                                .withLeg(
                                        leg.assignmentId(),
                                        l -> l.extended(
                                                event.times(), event.handle().dueAt()))));
    }

    Step suspended(Loop loop, LoopLeg leg, SuspensionGranted event) {
        return leg.course().suspendedUntil() != null || leg.completedAt() != null
                ? new Step.Known("its clock stands already")
                : Step.moved(
                        loop,
                        dueForClosing(loop.matter()
                                .withLeg(leg.assignmentId(), l -> l.suspended(event.decidedAt(), event.until()))));
    }

    /** Its clock, which stood, goes on. */
    Step goesOn(Loop loop, LoopLeg leg, Instant dueAt) {
        return Step.moved(loop, dueForClosing(loop.matter().withLeg(leg.assignmentId(), l -> l.goesOn(dueAt))));
    }

    /** The closing is due when the present legs are, the verification and the contact behind them. */
    Matter dueForClosing(Matter matter) {
        return matter.present()
                .map(LoopLeg::reckonedDueAt)
                .max(Comparator.naturalOrder())
                .map(due -> matter.dueForClosing(due.plus(policy.verify()).plus(policy.contact())))
                .orElse(matter);
    }
}
