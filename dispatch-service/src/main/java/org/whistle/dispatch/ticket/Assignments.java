package org.whistle.dispatch.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.assignment.AssignmentContinued;
import org.whistle.contracts.assignment.AssignmentExtended;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentMessage;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.assignment.AssignmentRequestRefused;
import org.whistle.contracts.assignment.AssignmentResumed;
import org.whistle.contracts.assignment.AssignmentReworked;
import org.whistle.contracts.assignment.AssignmentSettled;
import org.whistle.contracts.assignment.AssignmentSuspended;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.dispatch.AssetOwnerRegistered;
import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.ExtensionRefused;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.contracts.dispatch.Leg;
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
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.dispatch.policy.PolicyVersion;

/** The one place where facts become what each department is told on its own topic. */
final class Assignments {

    private Assignments() {}

    /**
     * What the departments must be told of an event.
     *
     * @param before the ticket before it
     * @param after the ticket with it
     * @param photos the verifier's photos, when it is about rework
     * @param policy what the ticket was dispatched under
     */
    static List<AssignmentMessage> of(
            Ticket before, Ticket after, JournalEvent event, List<UUID> photos, PolicyVersion policy) {
        return switch (event) {
            case TicketDispatched e -> {
                List<AssignmentMessage> messages = recalled(before, e.dispatchedAt());
                messages.addAll(issued(after, e, policy));
                yield messages;
            }
            case TicketQueued e -> recalled(before, e.queuedAt());
            case ReturnApproved e ->
                List.of(new AssignmentRecalled(
                        e.ticketId(),
                        e.assignmentId(),
                        e.department(),
                        AssignmentRecalled.Cause.RETURN_APPROVED,
                        e.decidedAt()));
            case ReturnRefused e ->
                List.of(new AssignmentContinued(
                        e.ticketId(),
                        e.assignmentId(),
                        e.department(),
                        e.returnId(),
                        e.reason(),
                        e.handle(),
                        e.decidedAt()));
            case ReworkAssigned e ->
                List.of(new AssignmentReworked(
                        e.ticketId(),
                        e.assignmentId(),
                        e.department(),
                        e.reason(),
                        photos,
                        e.handle(),
                        e.assignedAt()));
            case TicketClosed e -> before instanceof Ticket.Closed ? List.of() : settled(after, e.closedAt());
            // The department asked for the pause itself; what it said it knows, and the rest is not its business.
            case HandlingPaused e -> List.of();
            case TicketNotAccepted e -> List.of();
            case TicketMerged e -> before instanceof Ticket.Merged ? List.of() : recalled(before, e.mergedAt());
            case IntakeEvent e -> List.of();
            case DepartmentEvent e -> List.of();
            case VerificationPassed e -> List.of();
            case ReworkOrdered e -> List.of();
            case TicketReopened e -> List.of();
            case ReporterAnswered e -> List.of();
            case ClockWarned e -> List.of();
            case ClockBreached e -> List.of();
            case SupervisionOrdered e -> List.of();
            case ExtensionGranted e ->
                List.of(new AssignmentExtended(
                        e.ticketId(),
                        e.assignmentId(),
                        e.department(),
                        e.requestId(),
                        e.reason(),
                        e.handle(),
                        e.decidedAt()));
            case ExtensionRefused e ->
                List.of(new AssignmentRequestRefused(
                        e.ticketId(), e.assignmentId(), e.department(), e.requestId(), e.reason(), e.decidedAt()));
            case SuspensionGranted e ->
                List.of(new AssignmentSuspended(
                        e.ticketId(),
                        e.assignmentId(),
                        e.department(),
                        e.requestId(),
                        e.reason(),
                        e.until(),
                        e.decidedAt()));
            case SuspensionRefused e ->
                List.of(new AssignmentRequestRefused(
                        e.ticketId(), e.assignmentId(), e.department(), e.requestId(), e.reason(), e.decidedAt()));
            case HandlingResumed e ->
                List.of(new AssignmentResumed(
                        e.ticketId(), e.assignmentId(), e.department(), e.requestId(), e.handle(), e.resumedAt()));
            case ConsultationOpened e -> List.of();
            case ConsultationConcluded e -> List.of();
            case LegRated e -> List.of();
            case AssetOwnerRegistered e -> List.of();
            case TicketChased e -> List.of();
            case BulletinIssued e -> List.of();
            case CheckInMissed e -> List.of();
            case AppealFiled e -> List.of();
            case AppealDecided e -> List.of();
            case CommunityRated e -> List.of();
        };
    }

    /** The assignments of a ticket's first dispatch. */
    static List<AssignmentMessage> issued(Ticket ticket, TicketDispatched event, PolicyVersion policy) {
        List<AssignmentMessage> messages = new ArrayList<>();
        Order order = ticket.lastOrder().orElseThrow();
        for (Leg leg : event.legs()) {
            messages.add(issued(ticket, event, order, leg, policy));
        }
        return messages;
    }

    private static AssignmentIssued issued(
            Ticket ticket, TicketDispatched event, Order order, Leg leg, PolicyVersion policy) {
        ReportFiled report = ticket.report();
        return new AssignmentIssued(
                ticket.id(),
                leg.assignmentId(),
                report.ticketNo(),
                leg.department(),
                leg.role(),
                event.round(),
                event.type(),
                event.condition(),
                event.urgency(),
                report.text(),
                report.place(),
                report.position(),
                report.address(),
                report.assetId(),
                report.photos(),
                event.legs().stream()
                        .map(Leg::department)
                        .filter(department -> !department.equals(leg.department()))
                        .toList(),
                leg.accept(),
                leg.handle(),
                ReturnTerms.until(order, leg, policy),
                ReturnTerms.left(ticket, leg, policy),
                event.dispatchedAt(),
                leg.task(),
                event.whistle(),
                Requests.terms(ticket, leg, policy, event.dispatchedAt()));
    }

    /** Parts still at work end with the round; what was handled stays handled, and is settled at the closing. */
    private static List<AssignmentMessage> recalled(Ticket before, Instant at) {
        List<AssignmentMessage> messages = new ArrayList<>();
        if (before instanceof Ticket.Dispatched) {
            for (LegState state : before.legs()) {
                if (!(state instanceof LegState.Completed)) {
                    messages.add(new AssignmentRecalled(
                            before.id(),
                            state.leg().assignmentId(),
                            state.leg().department(),
                            AssignmentRecalled.Cause.RE_DISPATCHED,
                            at));
                }
            }
        }
        return messages;
    }

    private static List<AssignmentMessage> settled(Ticket ticket, Instant at) {
        List<AssignmentMessage> messages = new ArrayList<>();
        ticket.past().stream()
                .filter(leg -> leg.fate() == PastLeg.Fate.COMPLETED)
                .forEach(leg ->
                        messages.add(new AssignmentSettled(ticket.id(), leg.assignmentId(), leg.department(), at)));
        ticket.legs()
                .forEach(state -> messages.add(new AssignmentSettled(
                        ticket.id(), state.leg().assignmentId(), state.leg().department(), at)));
        return messages;
    }
}
