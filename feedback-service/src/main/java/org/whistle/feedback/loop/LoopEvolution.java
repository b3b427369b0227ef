package org.whistle.feedback.loop;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.ExtensionRefused;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.ReworkAssigned;
import org.whistle.contracts.dispatch.SuspensionGranted;
import org.whistle.contracts.dispatch.SuspensionRefused;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketNotAccepted;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.AppealDecided;
import org.whistle.contracts.feedback.AppealFiled;
import org.whistle.contracts.feedback.BulletinIssued;
import org.whistle.contracts.feedback.CheckInMissed;
import org.whistle.contracts.feedback.ClockBreached;
import org.whistle.contracts.feedback.ClockWarned;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.SupervisionOrdered;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.contracts.feedback.VerificationPassed;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.MarkedSafe;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.MatterPassedUp;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.RoutineRegistered;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.feedback.policy.FeedbackPolicy;

/**
 * State changes only here, where an event is applied. Applying an event again changes nothing: every event tells by its
 * round, its instant or its leg whether it is news.
 */
public final class LoopEvolution {

    private final FeedbackPolicy policy;

    public LoopEvolution(FeedbackPolicy policy) {
        this.policy = policy;
    }

    /**
     * Applies one event.
     *
     * @param loop the state so far; null before the first event of a ticket
     */
    public Step evolve(@Nullable Loop loop, JournalEvent event) {
        if (loop == null) {
            return Beginning.of(event);
        }
        return switch (event) {
            case ReportFiled filed -> Beginning.filed(loop, filed);
            case RoutineRegistered registered -> new Step.Known("registered already");
            case ReportJoined joined -> new Step.Known("who else reported it is intake's to know");
            case TicketQueued queued -> queued(loop, queued);
            case TicketDispatched dispatched -> dispatched(loop, dispatched);
            case TicketNotAccepted refused -> notAccepted(loop, refused);
            case HandlingPaused paused -> onLeg(loop, paused.assignmentId(), leg -> paused(loop, leg, paused));
            case ReturnApproved approved ->
                onLeg(
                        loop,
                        approved.assignmentId(),
                        leg -> afterLeg(
                                loop,
                                loop.matter()
                                        .withLeg(
                                                leg.assignmentId(),
                                                l -> l.ended(LoopLeg.Cause.RETURNED, approved.decidedAt()))
                                        .counted(0, 0, 1),
                                approved.decidedAt()));
            case ReturnRefused refused ->
                onLeg(
                        loop,
                        refused.assignmentId(),
                        leg -> leg.pausedAt() == null || leg.course().suspendedUntil() != null
                                ? new Step.Known("its clock runs already, or it goes on resting")
                                : moved(
                                        loop,
                                        goesOn(
                                                loop.matter(),
                                                leg,
                                                refused.handle().dueAt())));
            case ReworkAssigned rework ->
                onLeg(
                        loop,
                        rework.assignmentId(),
                        leg -> !leg.reworkPending()
                                ? new Step.Known("its clock runs already")
                                : moved(
                                        loop,
                                        goesOn(
                                                loop.matter(),
                                                leg,
                                                rework.handle().dueAt())));
            case AssignmentAccepted accepted ->
                onLeg(
                        loop,
                        accepted.assignmentId(),
                        leg -> leg.acceptedAt() != null
                                ? new Step.Known("accepted already")
                                : moved(
                                        loop,
                                        loop.matter()
                                                .withLeg(leg.assignmentId(), l -> l.accepted(accepted.acceptedAt()))));
            case AssignmentCompleted completed ->
                onLeg(loop, completed.assignmentId(), leg -> completed(loop, leg, completed.completedAt()));
            case OwnershipAnswered answered ->
                onLeg(loop, answered.assignmentId(), leg -> completed(loop, leg, answered.answeredAt()));
            case CheckedIn checkedIn ->
                onLeg(
                        loop,
                        checkedIn.assignmentId(),
                        leg -> leg.course().checkedInAt() != null
                                ? new Step.Known("checked in already")
                                : moved(
                                        loop,
                                        loop.matter()
                                                .withLeg(
                                                        leg.assignmentId(),
                                                        l -> l.checkedIn(checkedIn.checkedInAt()))));
            case ExtensionGranted granted -> onLeg(loop, granted.assignmentId(), leg -> extended(loop, leg, granted));
            case SuspensionGranted granted -> onLeg(loop, granted.assignmentId(), leg -> suspended(loop, leg, granted));
            case HandlingResumed resumed ->
                onLeg(
                        loop,
                        resumed.assignmentId(),
                        leg -> leg.course().suspendedUntil() == null
                                ? new Step.Known("its clock runs already")
                                : moved(
                                        loop,
                                        goesOn(
                                                loop.matter(),
                                                leg,
                                                resumed.handle().dueAt())));
            case TicketMerged merged -> Merging.merged(loop, merged);
            case TicketUnmerged unmerged -> Merging.unmerged(loop, unmerged);
            case ProgressNoted noted -> new Step.Known("a note moves nothing");
            case ReturnRequested requested -> new Step.Known("the pause follows when dispatch takes it up");
            case VerificationPassed passed ->
                loop instanceof Loop.AwaitingVerification awaiting
                        ? new Step.Moved(new Loop.AwaitingAnswer(
                                awaiting.matter(),
                                passed.verifiedAt(),
                                passed.verifiedAt().plus(policy.contact()),
                                0))
                        : misplaced(loop, event);
            case ReworkOrdered ordered ->
                loop instanceof Loop.AwaitingVerification awaiting
                        ? new Step.Moved(new Loop.Handling(awaiting.matter()
                                .withLeg(ordered.assignmentId(), leg -> leg.sentBack(ordered.orderedAt()))
                                .counted(0, 1, 0)))
                        : misplaced(loop, event);
            case ReporterAnswered answered ->
                loop instanceof Loop.AwaitingAnswer awaiting
                        ? new Step.Moved(new Loop.Answered(awaiting.matter(), answered.solved(), answered.answeredAt()))
                        : misplaced(loop, event);
            case TicketReopened reopened ->
                loop instanceof Loop.Answered
                        ? new Step.Moved(new Loop.Reopened(loop.matter().counted(1, 0, 0), reopened.reopenedAt()))
                        : misplaced(loop, event);
            case TicketClosed closed -> closed(loop, closed);
            case ClockWarned warned -> new Step.Known("an alarm moves nothing");
            case ClockBreached breached -> new Step.Known("an alarm moves nothing");
            case SupervisionOrdered ordered -> new Step.Known("an alarm moves nothing");
            case MatterOpened told -> new Step.Known("told, and moves nothing");
            case MatterAnswered told -> new Step.Known("told, and moves nothing");
            case MatterPassedUp told -> new Step.Known("told, and moves nothing");
            case DeliberationHeld told -> new Step.Known("told, and moves nothing");
            case AlarmAcknowledged told -> new Step.Known("told, and moves nothing");
            case MarkedSafe told -> new Step.Known("told, and moves nothing");
            case ExtensionRefused told -> new Step.Known("told, and moves nothing");
            case SuspensionRefused told -> new Step.Known("told, and moves nothing");
            case ConsultationOpened told -> new Step.Known("told, and moves nothing");
            case ConsultationConcluded told -> new Step.Known("told, and moves nothing");
            case LegRated told -> new Step.Known("told, and moves nothing");
            case AssetOwnerRegistered told -> new Step.Known("told, and moves nothing");
            case ExtensionRequested told -> new Step.Known("told, and moves nothing");
            case SuspensionRequested told -> new Step.Known("told, and moves nothing");
            case TicketChased told -> new Step.Known("told, and moves nothing");
            case BulletinIssued told -> new Step.Known("told, and moves nothing");
            case CheckInMissed told -> new Step.Known("told, and moves nothing");
            case AppealFiled told -> new Step.Known("told, and moves nothing");
            case AppealDecided told -> new Step.Known("told, and moves nothing");
            case CommunityRated told -> new Step.Known("told, and moves nothing");
        };
    }

    private static Step queued(Loop loop, TicketQueued event) {
        int round = loop.matter().round();
        if (event.round() < round) {
            return new Step.Known("a later round was dispatched");
        }
        return switch (loop) {
            case Loop.Queued queued -> new Step.Known("queued already");
            case Loop.Reported reported ->
                event.round() == round ? new Step.Moved(new Loop.Queued(loop.matter())) : misplaced(loop, event);
            case Loop.Reopened reopened ->
                event.round() == round ? new Step.Moved(new Loop.Queued(loop.matter())) : misplaced(loop, event);
            case Loop.Handling handling ->
                // Returned; or nobody claimed an asset and the district names no backstop.
                event.round() == round
                                && (wasReturned(loop.matter()) || loop.matter().isIdentification())
                        ? new Step.Moved(new Loop.Queued(loop.matter()))
                        : misplaced(loop, event);
            case Loop.Merged merged -> new Step.Known("merged meanwhile; dispatch takes it back");
            case Loop.Closed closed ->
                round == 0 || closed.answeredWith() != null
                        ? new Step.Known("closed meanwhile")
                        : misplaced(loop, event);
            case Loop.AwaitingVerification other -> misplaced(loop, event);
            case Loop.AwaitingAnswer other -> misplaced(loop, event);
            case Loop.Answered other -> misplaced(loop, event);
            case Loop.NotAccepted other -> misplaced(loop, event);
            case Loop.Registered other -> misplaced(loop, event);
        };
    }

    private Step dispatched(Loop loop, TicketDispatched event) {
        if (event.round() <= loop.matter().round()) {
            return new Step.Known("this round is known");
        }
        return switch (loop) {
            case Loop.Reported reported -> handling(loop, event);
            case Loop.Queued queued -> handling(loop, event);
            case Loop.Reopened reopened -> handling(loop, event);
            // A transfer, a whistle or a binding decision needs no return before it.
            case Loop.Handling handling -> handling(loop, event);
            // The street decided before it knew of the last confirmation: its later word counts, and nothing is
            // verified.
            case Loop.AwaitingVerification awaiting -> handling(loop, event);
            case Loop.AwaitingAnswer other -> misplaced(loop, event);
            case Loop.Answered other -> misplaced(loop, event);
            case Loop.NotAccepted other -> misplaced(loop, event);
            case Loop.Merged merged -> new Step.Known("merged meanwhile; dispatch takes it back");
            case Loop.Closed closed ->
                closed.answeredWith() != null ? new Step.Known("closed meanwhile") : misplaced(loop, event);
            case Loop.Registered other -> misplaced(loop, event);
        };
    }

    private Step handling(Loop loop, TicketDispatched event) {
        List<LoopLeg> legs = event.legs().stream()
                .map(leg -> LoopLeg.issued(
                        leg.assignmentId(),
                        event.round(),
                        leg.department(),
                        leg.role(),
                        leg.task(),
                        event.dispatchedAt(),
                        leg.handle().dueAt()))
                .toList();
        return new Step.Moved(new Loop.Handling(dueForClosing(loop.matter()
                .dispatched(
                        event.round(), event.type(), event.condition(), event.urgency(), legs, event.dispatchedAt()))));
    }

    private static Step notAccepted(Loop loop, TicketNotAccepted event) {
        return switch (loop) {
            case Loop.Reported reported -> new Step.Moved(new Loop.NotAccepted(loop.matter(), event.decidedAt()));
            case Loop.Queued queued -> new Step.Moved(new Loop.NotAccepted(loop.matter(), event.decidedAt()));
            case Loop.Reopened reopened -> new Step.Moved(new Loop.NotAccepted(loop.matter(), event.decidedAt()));
            case Loop.Closed closed ->
                closed.outcome() == TicketClosed.Outcome.NOT_ACCEPTED || closed.answeredWith() != null
                        ? new Step.Known("closed already")
                        : misplaced(loop, event);
            case Loop.NotAccepted known -> new Step.Known("not accepted already");
            case Loop.Merged merged -> new Step.Known("merged meanwhile; it ends with the other ticket");
            case Loop.Handling other -> misplaced(loop, event);
            case Loop.AwaitingVerification other -> misplaced(loop, event);
            case Loop.AwaitingAnswer other -> misplaced(loop, event);
            case Loop.Answered other -> misplaced(loop, event);
            case Loop.Registered other -> misplaced(loop, event);
        };
    }

    private static Step paused(Loop loop, LoopLeg leg, HandlingPaused event) {
        return leg.pausedAt() != null || leg.completedAt() != null
                ? new Step.Known("its clock stands already")
                : moved(loop, loop.matter().withLeg(leg.assignmentId(), l -> l.paused(event.pausedAt())));
    }

    private Step completed(Loop loop, LoopLeg leg, Instant at) {
        Instant sentBack = leg.reworkedAt();
        if (leg.completedAt() != null || (sentBack != null && !at.isAfter(sentBack))) {
            return new Step.Known("completed already");
        }
        // Also when it crossed a suspension: what is done is done. The closing is due without the rest, then.
        Matter matter = loop.matter().withLeg(leg.assignmentId(), l -> l.completed(at));
        return afterLeg(loop, leg.course().suspendedUntil() == null ? matter : dueForClosing(matter), at);
    }

    /** What a leg's end leads to: the round may be done with it, though another leg ended last by the instants told. */
    private Step afterLeg(Loop loop, Matter matter, Instant at) {
        if (!(loop instanceof Loop.Handling) || !matter.isDone()) {
            return moved(loop, matter);
        }
        if (matter.isIdentification()) {
            return new Step.Moved(new Loop.Queued(matter));
        }
        Instant handledAt = matter.handledAt();
        Instant doneAt = handledAt.isAfter(at) ? handledAt : at;
        return new Step.Moved(new Loop.AwaitingVerification(matter, doneAt, doneAt.plus(policy.verify())));
    }

    private Step extended(Loop loop, LoopLeg leg, ExtensionGranted event) {
        return event.times() <= leg.course().extensions()
                ? new Step.Known("extended already")
                : moved(
                        loop,
                        dueForClosing(loop.matter()
                                .withLeg(
                                        leg.assignmentId(),
                                        l -> l.extended(
                                                event.times(), event.handle().dueAt()))));
    }

    private Step suspended(Loop loop, LoopLeg leg, SuspensionGranted event) {
        return leg.course().suspendedUntil() != null || leg.completedAt() != null
                ? new Step.Known("its clock stands already")
                : moved(
                        loop,
                        dueForClosing(loop.matter()
                                .withLeg(leg.assignmentId(), l -> l.suspended(event.decidedAt(), event.until()))));
    }

    private static Step closed(Loop loop, TicketClosed event) {
        return switch (loop) {
            case Loop.Answered answered -> end(loop, event);
            case Loop.AwaitingAnswer awaiting -> end(loop, event);
            case Loop.NotAccepted refused -> end(loop, event);
            case Loop.Closed closed -> new Step.Known("closed already");
            case Loop.Merged other -> misplaced(loop, event);
            case Loop.Reported other -> misplaced(loop, event);
            case Loop.Queued other -> misplaced(loop, event);
            case Loop.Handling other -> misplaced(loop, event);
            case Loop.AwaitingVerification other -> misplaced(loop, event);
            case Loop.Reopened other -> misplaced(loop, event);
            case Loop.Registered other -> misplaced(loop, event);
        };
    }

    private static Step end(Loop loop, TicketClosed event) {
        return new Step.Moved(new Loop.Closed(loop.matter(), event.outcome(), event.closedAt(), null));
    }

    /** News of a leg: unknown legs are reported, ended ones and those of a closed ticket passed over. */
    private static Step onLeg(Loop loop, UUID assignmentId, Function<LoopLeg, Step> news) {
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

    private Matter goesOn(Matter matter, LoopLeg leg, Instant dueAt) {
        return dueForClosing(matter.withLeg(leg.assignmentId(), l -> l.goesOn(dueAt)));
    }

    private Matter dueForClosing(Matter matter) {
        return matter.present()
                .map(LoopLeg::reckonedDueAt)
                .max(Comparator.naturalOrder())
                .map(due -> matter.dueForClosing(due.plus(policy.verify()).plus(policy.contact())))
                .orElse(matter);
    }

    private static boolean wasReturned(Matter matter) {
        return matter.present().anyMatch(leg -> !leg.isStanding());
    }

    private static Step moved(Loop loop, Matter matter) {
        return new Step.Moved(loop.with(matter));
    }

    private static Step misplaced(Loop loop, JournalEvent event) {
        return new Step.Misplaced(event.getClass().getSimpleName() + " cannot follow on "
                + loop.getClass().getSimpleName());
    }
}
