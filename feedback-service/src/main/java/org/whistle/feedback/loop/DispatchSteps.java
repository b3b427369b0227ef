package org.whistle.feedback.loop;

import java.util.List;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;
import org.whistle.contracts.dispatch.DispatchEvent;
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
import org.whistle.contracts.feedback.TicketClosed;

/** What the street's decisions do to a loop: its rounds, and how its legs' clocks stand and go on. */
final class DispatchSteps {

    private final LegSteps legs;

    DispatchSteps(LegSteps legs) {
        this.legs = legs;
    }

    Step after(Loop loop, DispatchEvent event) {
        return switch (event) {
            case TicketQueued queued -> queued(loop, queued);
            case TicketDispatched dispatched -> dispatched(loop, dispatched);
            case TicketNotAccepted refused -> notAccepted(loop, refused);
            case HandlingPaused paused ->
                LegSteps.onLeg(loop, paused.assignmentId(), leg -> LegSteps.paused(loop, leg, paused));
            case ReturnApproved approved ->
                LegSteps.onLeg(
                        loop,
                        approved.assignmentId(),
                        leg -> legs.afterLeg(
                                loop,
                                loop.matter()
                                        .withLeg(
                                                leg.assignmentId(),
                                                l -> l.ended(LoopLeg.Cause.RETURNED, approved.decidedAt()))
                                        .counted(0, 0, 1),
                                approved.decidedAt()));
            case ReturnRefused refused ->
                LegSteps.onLeg(
                        loop,
                        refused.assignmentId(),
                        leg -> leg.pausedAt() == null || leg.course().suspendedUntil() != null
                                ? new Step.Known("its clock runs already, or it goes on resting")
                                : legs.goesOn(loop, leg, refused.handle().dueAt()));
            case ReworkAssigned rework ->
                LegSteps.onLeg(
                        loop,
                        rework.assignmentId(),
                        leg -> !leg.reworkPending()
                                ? new Step.Known("its clock runs already")
                                : legs.goesOn(loop, leg, rework.handle().dueAt()));
            case ExtensionGranted granted ->
                LegSteps.onLeg(loop, granted.assignmentId(), leg -> legs.extended(loop, leg, granted));
            case SuspensionGranted granted ->
                LegSteps.onLeg(loop, granted.assignmentId(), leg -> legs.suspended(loop, leg, granted));
            case HandlingResumed resumed ->
                LegSteps.onLeg(
                        loop,
                        resumed.assignmentId(),
                        leg -> leg.course().suspendedUntil() == null
                                ? new Step.Known("its clock runs already")
                                : legs.goesOn(loop, leg, resumed.handle().dueAt()));
            case ExtensionRefused told -> Step.TOLD;
            case SuspensionRefused told -> Step.TOLD;
            case ConsultationOpened told -> Step.TOLD;
            case ConsultationConcluded told -> Step.TOLD;
            case LegRated told -> Step.TOLD;
            case AssetOwnerRegistered told -> Step.TOLD;
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
                event.round() == round ? new Step.Moved(new Loop.Queued(loop.matter())) : Step.misplaced(loop, event);
            case Loop.Reopened reopened ->
                event.round() == round ? new Step.Moved(new Loop.Queued(loop.matter())) : Step.misplaced(loop, event);
            case Loop.Handling handling ->
                // Returned; or nobody claimed an asset and the district names no backstop.
                event.round() == round
                                && (wasReturned(loop.matter()) || loop.matter().isIdentification())
                        ? new Step.Moved(new Loop.Queued(loop.matter()))
                        : Step.misplaced(loop, event);
            case Loop.Merged merged -> new Step.Known("merged meanwhile; dispatch takes it back");
            case Loop.Closed closed ->
                round == 0 || closed.answeredWith() != null
                        ? new Step.Known("closed meanwhile")
                        : Step.misplaced(loop, event);
            case Loop.AwaitingVerification other -> Step.misplaced(loop, event);
            case Loop.AwaitingAnswer other -> Step.misplaced(loop, event);
            case Loop.Answered other -> Step.misplaced(loop, event);
            case Loop.NotAccepted other -> Step.misplaced(loop, event);
            case Loop.Registered other -> Step.misplaced(loop, event);
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
            case Loop.AwaitingAnswer other -> Step.misplaced(loop, event);
            case Loop.Answered other -> Step.misplaced(loop, event);
            case Loop.NotAccepted other -> Step.misplaced(loop, event);
            case Loop.Merged merged -> new Step.Known("merged meanwhile; dispatch takes it back");
            case Loop.Closed closed ->
                closed.answeredWith() != null ? new Step.Known("closed meanwhile") : Step.misplaced(loop, event);
            case Loop.Registered other -> Step.misplaced(loop, event);
        };
    }

    private Step handling(Loop loop, TicketDispatched event) {
        List<LoopLeg> issued = event.legs().stream()
                .map(leg -> LoopLeg.issued(
                        leg.assignmentId(),
                        event.round(),
                        leg.department(),
                        leg.role(),
                        leg.task(),
                        event.dispatchedAt(),
                        leg.handle().dueAt()))
                .toList();
        return new Step.Moved(new Loop.Handling(legs.dueForClosing(loop.matter()
                .dispatched(
                        event.round(),
                        event.type(),
                        event.condition(),
                        event.urgency(),
                        issued,
                        event.dispatchedAt()))));
    }

    private static Step notAccepted(Loop loop, TicketNotAccepted event) {
        return switch (loop) {
            case Loop.Reported reported -> new Step.Moved(new Loop.NotAccepted(loop.matter(), event.decidedAt()));
            case Loop.Queued queued -> new Step.Moved(new Loop.NotAccepted(loop.matter(), event.decidedAt()));
            case Loop.Reopened reopened -> new Step.Moved(new Loop.NotAccepted(loop.matter(), event.decidedAt()));
            case Loop.Closed closed ->
                closed.outcome() == TicketClosed.Outcome.NOT_ACCEPTED || closed.answeredWith() != null
                        ? new Step.Known("closed already")
                        : Step.misplaced(loop, event);
            case Loop.NotAccepted known -> new Step.Known("not accepted already");
            case Loop.Merged merged -> new Step.Known("merged meanwhile; it ends with the other ticket");
            case Loop.Handling other -> Step.misplaced(loop, event);
            case Loop.AwaitingVerification other -> Step.misplaced(loop, event);
            case Loop.AwaitingAnswer other -> Step.misplaced(loop, event);
            case Loop.Answered other -> Step.misplaced(loop, event);
            case Loop.Registered other -> Step.misplaced(loop, event);
        };
    }

    private static boolean wasReturned(Matter matter) {
        return matter.present().anyMatch(leg -> !leg.isStanding());
    }
}
