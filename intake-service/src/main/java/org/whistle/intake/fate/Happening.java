package org.whistle.intake.fate;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.department.AssignmentAccepted;
import org.whistle.contracts.department.AssignmentCompleted;
import org.whistle.contracts.department.CheckedIn;
import org.whistle.contracts.department.DepartmentEvent;
import org.whistle.contracts.department.ExtensionRequested;
import org.whistle.contracts.department.OwnershipAnswered;
import org.whistle.contracts.department.ProgressNoted;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
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
import org.whistle.contracts.feedback.AppealDecided;
import org.whistle.contracts.feedback.AppealFiled;
import org.whistle.contracts.feedback.BulletinIssued;
import org.whistle.contracts.feedback.CheckInMissed;
import org.whistle.contracts.feedback.ClockBreached;
import org.whistle.contracts.feedback.ClockWarned;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.SupervisionOrdered;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.contracts.feedback.VerificationPassed;
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

/**
 * One line of a timeline. Quarrels between the bodies are named, their reasons are not: the reporter reads this.
 *
 * @param happened the event's word
 * @param department the body it is about
 * @param note what is told of it
 */
public record Happening(
        String happened,
        Instant at,
        @Nullable String department,
        @Nullable String note) {

    /** The line of an event; empty for what is not shown. */
    public static Optional<Happening> of(JournalEvent event) {
        return switch (event) {
            case IntakeEvent intake -> of(intake);
            case DispatchEvent dispatch -> Optional.of(of(dispatch));
            case DepartmentEvent department -> Optional.of(of(department));
            case FeedbackEvent feedback -> of(feedback);
        };
    }

    private static Optional<Happening> of(IntakeEvent event) {
        return switch (event) {
            case ReportFiled ignored -> Optional.empty();
            case RoutineRegistered ignored -> Optional.empty();
            case ReportJoined ignored -> Optional.empty();
            case MatterOpened ignored -> Optional.empty();
            case MatterAnswered e -> Optional.of(new Happening("matter-answered", e.answeredAt(), null, e.answer()));
            case MatterPassedUp e -> Optional.of(new Happening("passed-up", e.passedAt(), null, word(e.to())));
            case DeliberationHeld e -> Optional.of(new Happening("deliberated", e.heldAt(), null, e.resolution()));
            case AlarmAcknowledged e ->
                Optional.of(new Happening("alarm-acknowledged", e.acknowledgedAt(), null, word(e.level())));
            case MarkedSafe e -> Optional.of(new Happening("marked-safe", e.safeAt(), null, e.note()));
            case TicketMerged e -> Optional.of(new Happening("merged", e.mergedAt(), null, null));
            case TicketUnmerged e -> Optional.of(new Happening("unmerged", e.unmergedAt(), null, null));
        };
    }

    private static String word(Enum<?> level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Happening of(DispatchEvent event) {
        return switch (event) {
            case TicketQueued queued -> new Happening("queued", queued.queuedAt(), null, null);
            case TicketDispatched dispatched ->
                new Happening(
                        "dispatched",
                        dispatched.dispatchedAt(),
                        dispatched.lead().department(),
                        null);
            case TicketNotAccepted refused ->
                new Happening(
                        "not-accepted", refused.decidedAt(), null, refused.channel() + ": " + refused.explanation());
            case HandlingPaused paused -> new Happening("paused", paused.pausedAt(), null, null);
            case ReturnApproved approved ->
                new Happening("return-approved", approved.decidedAt(), approved.department(), null);
            case ReturnRefused refused ->
                new Happening("return-refused", refused.decidedAt(), refused.department(), null);
            case ReworkAssigned rework ->
                new Happening("rework-assigned", rework.assignedAt(), rework.department(), null);
            case ExtensionGranted e -> new Happening("extension-granted", e.decidedAt(), e.department(), null);
            case ExtensionRefused e -> new Happening("extension-refused", e.decidedAt(), e.department(), null);
            case SuspensionGranted e -> new Happening("suspension-granted", e.decidedAt(), e.department(), null);
            case SuspensionRefused e -> new Happening("suspension-refused", e.decidedAt(), e.department(), null);
            case HandlingResumed e -> new Happening("handling-resumed", e.resumedAt(), e.department(), null);
            case ConsultationOpened e -> new Happening("consultation-opened", e.openedAt(), null, null);
            case ConsultationConcluded e -> new Happening("consultation-concluded", e.decidedAt(), null, null);
            case LegRated e -> new Happening("leg-rated", e.ratedAt(), e.department(), null);
            case AssetOwnerRegistered e ->
                new Happening("asset-owner-registered", e.registeredAt(), e.department(), null);
        };
    }

    private static Happening of(DepartmentEvent event) {
        return switch (event) {
            case AssignmentAccepted accepted ->
                new Happening("accepted", accepted.acceptedAt(), accepted.department(), null);
            case ProgressNoted progress ->
                new Happening("progress-noted", progress.notedAt(), progress.department(), progress.note());
            case AssignmentCompleted completed ->
                new Happening("completed", completed.completedAt(), completed.department(), completed.result());
            case ReturnRequested requested ->
                new Happening("return-requested", requested.requestedAt(), requested.department(), null);
            case ExtensionRequested e -> new Happening("extension-requested", e.requestedAt(), e.department(), null);
            case SuspensionRequested e -> new Happening("suspension-requested", e.requestedAt(), e.department(), null);
            case CheckedIn e -> new Happening("checked-in", e.checkedInAt(), e.department(), null);
            case OwnershipAnswered e -> new Happening("ownership-answered", e.answeredAt(), e.department(), null);
        };
    }

    private static Optional<Happening> of(FeedbackEvent event) {
        return switch (event) {
            case VerificationPassed verified ->
                Optional.of(new Happening("verified", verified.verifiedAt(), null, verified.note()));
            case ReworkOrdered rework ->
                Optional.of(new Happening("rework-ordered", rework.orderedAt(), null, rework.reason()));
            case ReporterAnswered answered -> Optional.of(new Happening("answered", answered.answeredAt(), null, null));
            case TicketReopened reopened -> Optional.of(new Happening("reopened", reopened.reopenedAt(), null, null));
            case TicketClosed closed -> Optional.of(new Happening("closed", closed.closedAt(), null, null));
            case ClockWarned ignored -> Optional.empty();
            case ClockBreached ignored -> Optional.empty();
            case SupervisionOrdered ignored -> Optional.empty();
            case TicketChased ignored -> Optional.empty();
            case BulletinIssued ignored -> Optional.empty();
            case CheckInMissed ignored -> Optional.empty();
            case AppealFiled ignored -> Optional.empty();
            case AppealDecided ignored -> Optional.empty();
            case CommunityRated ignored -> Optional.empty();
        };
    }
}
