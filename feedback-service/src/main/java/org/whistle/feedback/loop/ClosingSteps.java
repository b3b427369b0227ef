package org.whistle.feedback.loop;

import org.whistle.contracts.feedback.AppealDecided;
import org.whistle.contracts.feedback.AppealFiled;
import org.whistle.contracts.feedback.BulletinIssued;
import org.whistle.contracts.feedback.CheckInMissed;
import org.whistle.contracts.feedback.ClockBreached;
import org.whistle.contracts.feedback.ClockWarned;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.feedback.OverallPassed;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.SupervisionOrdered;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.contracts.feedback.VerificationPassed;
import org.whistle.feedback.policy.FeedbackPolicy;

/** What supervision decides about a loop: verified or sent back, answered, reopened, closed. */
final class ClosingSteps {

    private final FeedbackPolicy policy;

    ClosingSteps(FeedbackPolicy policy) {
        this.policy = policy;
    }

    Step after(Loop loop, FeedbackEvent event) {
        return switch (event) {
            case VerificationPassed passed ->
                loop instanceof Loop.AwaitingVerification awaiting
                        ? new Step.Moved(new Loop.AwaitingAnswer(
                                awaiting.matter(),
                                passed.verifiedAt(),
                                passed.verifiedAt().plus(policy.contact()),
                                0))
                        : Step.misplaced(loop, event);
            case ReworkOrdered ordered ->
                loop instanceof Loop.AwaitingVerification awaiting
                        ? new Step.Moved(new Loop.Handling(awaiting.matter()
                                .withLeg(ordered.assignmentId(), leg -> leg.sentBack(ordered.orderedAt()))
                                .counted(0, 1, 0)))
                        : Step.misplaced(loop, event);
            case ReporterAnswered answered ->
                loop instanceof Loop.AwaitingAnswer awaiting
                        ? new Step.Moved(new Loop.Answered(awaiting.matter(), answered.solved(), answered.answeredAt()))
                        : Step.misplaced(loop, event);
            case TicketReopened reopened ->
                loop instanceof Loop.Answered
                        ? new Step.Moved(new Loop.Reopened(loop.matter().counted(1, 0, 0), reopened.reopenedAt()))
                        : Step.misplaced(loop, event);
            case TicketClosed closed -> closed(loop, closed);
            case ClockWarned warned -> new Step.Known("an alarm moves nothing");
            case ClockBreached breached -> new Step.Known("an alarm moves nothing");
            case SupervisionOrdered ordered -> new Step.Known("an alarm moves nothing");
            case TicketChased told -> Step.TOLD;
            case BulletinIssued told -> Step.TOLD;
            case CheckInMissed told -> Step.TOLD;
            case OverallPassed told -> Step.TOLD;
            case AppealFiled told -> Step.TOLD;
            case AppealDecided told -> Step.TOLD;
            case CommunityRated told -> Step.TOLD;
        };
    }

    private static Step closed(Loop loop, TicketClosed event) {
        return switch (loop) {
            case Loop.Answered answered -> end(loop, event);
            case Loop.AwaitingAnswer awaiting -> end(loop, event);
            case Loop.NotAccepted refused -> end(loop, event);
            case Loop.Closed closed -> new Step.Known("closed already");
            case Loop.Merged other -> Step.misplaced(loop, event);
            case Loop.Reported other -> Step.misplaced(loop, event);
            case Loop.Queued other -> Step.misplaced(loop, event);
            case Loop.Handling other -> Step.misplaced(loop, event);
            case Loop.AwaitingVerification other -> Step.misplaced(loop, event);
            case Loop.Reopened other -> Step.misplaced(loop, event);
            case Loop.Registered other -> Step.misplaced(loop, event);
        };
    }

    private static Step end(Loop loop, TicketClosed event) {
        return new Step.Moved(new Loop.Closed(loop.matter(), event.outcome(), event.closedAt(), null));
    }
}
