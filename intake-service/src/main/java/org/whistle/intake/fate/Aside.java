package org.whistle.intake.fate;

import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.dispatch.DispatchEvent;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketQueued;
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
import org.whistle.intake.fate.Evolution.Counted;
import org.whistle.intake.fate.Evolution.Noted;
import org.whistle.intake.fate.Evolution.Passed;

/** What the journal says beside the way of a ticket: this service's own events, and those of a ticket that is merged. */
final class Aside {

    private Aside() {}

    /**
     * The other services hear of a merge a little later, and end the handling then; what they say until it is undone is
     * not the reporter's matter, who follows the other ticket. Only the round counts on, so that the next dispatch is
     * known for a new one.
     */
    static Evolution whileMerged(Fate fate, JournalEvent event) {
        return switch (event) {
            case IntakeEvent own -> own(own);
            case TicketDispatched dispatched -> inRound(fate, dispatched.round());
            case TicketQueued queued -> inRound(fate, queued.round());
            case DispatchEvent ignored -> new Passed();
            case DepartmentEvent ignored -> new Passed();
            case FeedbackEvent ignored -> new Passed();
        };
    }

    private static Evolution inRound(Fate fate, int round) {
        return round <= fate.round() ? new Passed() : new Counted(fate.inRound(round));
    }

    /** What this service decided stands in its tables already; the journal only says where on the timeline it belongs. */
    static Evolution own(IntakeEvent event) {
        return switch (event) {
            case ReportFiled ignored -> new Passed();
            case RoutineRegistered ignored -> new Passed();
            case ReportJoined ignored -> new Passed();
            case MatterOpened ignored -> new Passed();
            case MatterAnswered ignored -> new Noted();
            case MatterPassedUp ignored -> new Noted();
            case DeliberationHeld ignored -> new Noted();
            case AlarmAcknowledged ignored -> new Noted();
            case MarkedSafe ignored -> new Noted();
            case TicketMerged ignored -> new Noted();
            case TicketUnmerged ignored -> new Noted();
        };
    }
}
