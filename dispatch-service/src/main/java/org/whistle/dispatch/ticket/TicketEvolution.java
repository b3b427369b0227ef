package org.whistle.dispatch.ticket;

import java.util.List;
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
import org.whistle.contracts.feedback.OverallPassed;
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

/** How a ticket changes by what happened. A fact met before changes nothing; one that cannot be is {@link UnexpectedEvent}. */
public final class TicketEvolution {

    private TicketEvolution() {}

    /** The ticket a report begins with when a person must decide. */
    static Ticket begin(ReportFiled report, TicketQueued event) {
        return new Ticket.Queued(
                report,
                event.round(),
                event.reason(),
                event.candidates(),
                event.policyVersion(),
                report.filedAt(),
                null,
                List.of(),
                List.of(),
                Proceedings.NONE);
    }

    /** The ticket a report begins with when the rules have one answer. */
    static Ticket begin(ReportFiled report, TicketDispatched event) {
        return new Ticket.Dispatched(report, Order.of(event), open(event), List.of(), List.of(), Proceedings.NONE);
    }

    /**
     * The ticket after an event of the journal.
     *
     * @throws UnexpectedEvent when this ticket cannot have met it
     */
    public static Ticket evolve(Ticket ticket, JournalEvent event) {
        return switch (event) {
            case TicketQueued e -> queued(ticket, e);
            case TicketDispatched e -> dispatched(ticket, e);
            case TicketNotAccepted e ->
                new Ticket.NotAccepted(
                        ticket.report(),
                        e.channel(),
                        e.explanation(),
                        e.decidedAt(),
                        ticket.returns(),
                        ticket.past(),
                        ticket.proceedings());
            case HandlingPaused e -> ReturnEvolution.paused(ticket, e);
            case ReturnApproved e -> ReturnEvolution.approved(ticket, e);
            case ReturnRefused e -> ReturnEvolution.refused(ticket, e);
            case ReworkAssigned e ->
                LegEvolution.onLeg(ticket, e.assignmentId(), state -> LegEvolution.rework(state, e));
            case AssignmentAccepted e ->
                LegEvolution.onLeg(ticket, e.assignmentId(), state -> LegEvolution.accept(state, e.acceptedAt()));
            case AssignmentCompleted e ->
                WhistleEvolution.reported(LegEvolution.completed(ticket, e.assignmentId(), e.completedAt()), e);
            case ReturnRequested e -> ReturnEvolution.returnRequested(ticket, e);
            case TicketClosed e -> closed(ticket, e);
            // Facts that tell, and change nothing here.
            case ReportFiled e -> ticket;
            case ReportJoined e -> ticket;
            case RoutineRegistered e -> throw new UnexpectedEvent("a routine matter never becomes a ticket");
            case ProgressNoted e -> ticket;
            case VerificationPassed e -> ticket;
            // Answered by a decision of this service, which then changes the ticket.
            case ReworkOrdered e -> ticket;
            case TicketReopened e -> ticket;
            case ReporterAnswered e -> ticket;
            case ClockWarned e -> ticket;
            case ClockBreached e -> ticket;
            case SupervisionOrdered e -> ticket;
            case MatterOpened e -> ticket;
            case MatterAnswered e -> ticket;
            case MatterPassedUp e -> ticket;
            case DeliberationHeld e -> ticket;
            case AlarmAcknowledged e -> ticket;
            case MarkedSafe e -> ticket;
            case TicketMerged e -> Merging.merged(ticket, e);
            case TicketUnmerged e -> Merging.unmerged(ticket, e);
            case ExtensionGranted e -> Requests.extended(ticket, e);
            case ExtensionRefused e -> Requests.refused(ticket, e);
            case SuspensionGranted e -> Requests.suspended(ticket, e);
            case SuspensionRefused e -> Requests.refused(ticket, e);
            case HandlingResumed e -> Requests.resumed(ticket, e);
            case ConsultationOpened e -> Consultations.opened(ticket, e);
            case ConsultationConcluded e -> Consultations.concluded(ticket, e);
            case LegRated e -> WhistleEvolution.rated(ticket, e);
            case AssetOwnerRegistered e -> ticket;
            case ExtensionRequested e -> Requests.asked(ticket, LegRequest.of(e));
            case SuspensionRequested e -> Requests.asked(ticket, LegRequest.of(e));
            case CheckedIn e -> WhistleEvolution.checkedIn(ticket, e);
            case OwnershipAnswered e -> WhistleEvolution.answered(ticket, e);
            case TicketChased e -> ticket;
            case BulletinIssued e -> ticket;
            case CheckInMissed e -> ticket;
            case OverallPassed e -> ticket;
            case AppealFiled e -> ticket;
            case AppealDecided e -> ticket;
            case CommunityRated e -> ticket;
        };
    }

    private static List<LegState> open(TicketDispatched event) {
        return event.legs().stream()
                .<LegState>map(leg -> new LegState.Open(leg, null, null))
                .toList();
    }

    private static Ticket queued(Ticket ticket, TicketQueued event) {
        return new Ticket.Queued(
                ticket.report(),
                event.round(),
                event.reason(),
                event.candidates(),
                event.policyVersion(),
                event.queuedAt(),
                ticket.lastOrder().orElse(null),
                ReturnEvolution.overtaken(ticket, event.queuedAt()),
                LegEvolution.withEnded(ticket, event.queuedAt()),
                LegEvolution.allEnded(ticket, event.queuedAt()));
    }

    private static Ticket dispatched(Ticket ticket, TicketDispatched event) {
        return new Ticket.Dispatched(
                ticket.report(),
                Order.of(event),
                open(event),
                ReturnEvolution.overtaken(ticket, event.dispatchedAt()),
                LegEvolution.withEnded(ticket, event.dispatchedAt()),
                LegEvolution.allEnded(ticket, event.dispatchedAt()));
    }

    private static Ticket closed(Ticket ticket, TicketClosed event) {
        return switch (ticket) {
            case Ticket.Closed t -> t;
            case Ticket t ->
                new Ticket.Closed(
                        t.report(),
                        t.lastOrder().orElse(null),
                        t.legs(),
                        event.outcome(),
                        event.closedAt(),
                        t.returns(),
                        t.past(),
                        LegEvolution.allEnded(t, event.closedAt()));
        };
    }
}
