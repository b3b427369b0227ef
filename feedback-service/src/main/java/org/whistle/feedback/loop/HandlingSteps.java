package org.whistle.feedback.loop;

import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;

/** What the departments tell of their legs, and what it does to a loop. */
final class HandlingSteps {

    private final LegSteps legs;

    HandlingSteps(LegSteps legs) {
        this.legs = legs;
    }

    Step after(Loop loop, DepartmentEvent event) {
        return switch (event) {
            case AssignmentAccepted accepted ->
                LegSteps.onLeg(
                        loop,
                        accepted.assignmentId(),
                        leg -> leg.acceptedAt() != null
                                ? new Step.Known("accepted already")
                                : Step.moved(
                                        loop,
                                        loop.matter()
                                                .withLeg(leg.assignmentId(), l -> l.accepted(accepted.acceptedAt()))));
            case AssignmentCompleted completed ->
                LegSteps.onLeg(
                        loop, completed.assignmentId(), leg -> legs.completed(loop, leg, completed.completedAt()));
            case OwnershipAnswered answered ->
                LegSteps.onLeg(loop, answered.assignmentId(), leg -> legs.completed(loop, leg, answered.answeredAt()));
            case CheckedIn checkedIn ->
                LegSteps.onLeg(
                        loop,
                        checkedIn.assignmentId(),
                        leg -> leg.course().checkedInAt() != null
                                ? new Step.Known("checked in already")
                                : Step.moved(
                                        loop,
                                        loop.matter()
                                                .withLeg(
                                                        leg.assignmentId(),
                                                        l -> l.checkedIn(checkedIn.checkedInAt()))));
            case ProgressNoted noted -> new Step.Known("a note moves nothing");
            case ReturnRequested requested -> new Step.Known("the pause follows when dispatch takes it up");
            case ExtensionRequested told -> Step.TOLD;
            case SuspensionRequested told -> Step.TOLD;
        };
    }
}
