package org.whistle.feedback.loop;

import org.jspecify.annotations.Nullable;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.IntakeEvent;
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
 * State changes only here and in what stands beside it for each stage, where an event is applied. Applying an event again
 * changes nothing: every event tells by its round, its instant or its leg whether it is news.
 */
public final class LoopEvolution {

    private final DispatchSteps dispatch;
    private final HandlingSteps handling;
    private final ClosingSteps closing;

    public LoopEvolution(FeedbackPolicy policy) {
        LegSteps legs = new LegSteps(policy);
        this.dispatch = new DispatchSteps(legs);
        this.handling = new HandlingSteps(legs);
        this.closing = new ClosingSteps(policy);
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
            case IntakeEvent e -> discovered(loop, e);
            case DispatchEvent e -> dispatch.after(loop, e);
            case DepartmentEvent e -> handling.after(loop, e);
            case FeedbackEvent e -> closing.after(loop, e);
        };
    }

    private static Step discovered(Loop loop, IntakeEvent event) {
        return switch (event) {
            case ReportFiled filed -> Beginning.filed(loop, filed);
            case RoutineRegistered registered -> new Step.Known("registered already");
            case ReportJoined joined -> new Step.Known("who else reported it is intake's to know");
            case TicketMerged merged -> Merging.merged(loop, merged);
            case TicketUnmerged unmerged -> Merging.unmerged(loop, unmerged);
            case MatterOpened told -> Step.TOLD;
            case MatterAnswered told -> Step.TOLD;
            case MatterPassedUp told -> Step.TOLD;
            case DeliberationHeld told -> Step.TOLD;
            case AlarmAcknowledged told -> Step.TOLD;
            case MarkedSafe told -> Step.TOLD;
        };
    }
}
