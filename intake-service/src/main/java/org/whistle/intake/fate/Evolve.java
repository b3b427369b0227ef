package org.whistle.intake.fate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
import org.whistle.contracts.dispatch.LegRole;
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
import org.whistle.contracts.intake.IntakeEvent;
import org.whistle.intake.fate.Evolution.Moved;
import org.whistle.intake.fate.Evolution.Noted;
import org.whistle.intake.fate.Evolution.Passed;
import org.whistle.intake.fate.Evolution.Repeated;
import org.whistle.intake.fate.Evolution.Stray;
import org.whistle.intake.fate.Fate.Leg;
import org.whistle.intake.fate.Fate.Progress;
import org.whistle.intake.fate.Fate.State;

/** Follows a ticket through the journal. Decides nothing: what the owning services said is taken as it is. */
public final class Evolve {

    private Evolve() {}

    /** What an event of this ticket does to its fate. */
    public static Evolution evolve(Fate fate, JournalEvent event) {
        return fate.state() == State.MERGED ? Aside.whileMerged(fate, event) : alone(fate, event);
    }

    private static Evolution alone(Fate fate, JournalEvent event) {
        return switch (event) {
            case IntakeEvent own -> Aside.own(own);
            case DispatchEvent dispatch -> dispatch(fate, dispatch);
            case DepartmentEvent department -> department(fate, department);
            case FeedbackEvent feedback -> feedback(fate, feedback);
        };
    }

    private static Evolution dispatch(Fate fate, DispatchEvent event) {
        return switch (event) {
            case TicketQueued queued -> queued(fate, queued);
            case TicketDispatched dispatched -> dispatched(fate, dispatched);
            case TicketNotAccepted refused -> notAccepted(fate, refused);
            case HandlingPaused paused ->
                onLeg(
                        fate,
                        paused.assignmentId(),
                        leg -> leg.paused()
                                ? new Repeated()
                                : new Moved(fate.withLeg(leg.assignmentId(), changed -> changed.paused(true))));
            case ReturnApproved approved ->
                onLeg(
                        fate,
                        approved.assignmentId(),
                        leg -> new Moved(fate.with(fate.legs().stream()
                                .filter(other -> !other.equals(leg))
                                .toList())));
            case ReturnRefused refused ->
                onLeg(fate, refused.assignmentId(), leg -> {
                    Leg goesOn = leg.paused(false).due(refused.handle().dueAt());
                    return goesOn.equals(leg)
                            ? new Repeated()
                            : new Moved(fate.withLeg(leg.assignmentId(), changed -> goesOn));
                });
            case ReworkAssigned rework ->
                onLeg(
                        fate,
                        rework.assignmentId(),
                        leg -> new Moved(fate.withLeg(leg.assignmentId(), changed -> changed.in(Progress.ACCEPTED)
                                        .due(rework.handle().dueAt()))
                                .in(State.REWORK)));
            case ExtensionGranted granted ->
                onLeg(fate, granted.assignmentId(), leg -> {
                    Leg later = leg.due(granted.handle().dueAt());
                    return later.equals(leg)
                            ? new Repeated()
                            : new Moved(fate.withLeg(leg.assignmentId(), changed -> later));
                });
            case SuspensionGranted granted ->
                onLeg(
                        fate,
                        granted.assignmentId(),
                        leg -> leg.paused()
                                ? new Repeated()
                                : new Moved(fate.withLeg(leg.assignmentId(), changed -> changed.paused(true))));
            case HandlingResumed resumed ->
                onLeg(fate, resumed.assignmentId(), leg -> {
                    Leg goesOn = leg.paused(false).due(resumed.handle().dueAt());
                    return goesOn.equals(leg)
                            ? new Repeated()
                            : new Moved(fate.withLeg(leg.assignmentId(), changed -> goesOn));
                });
            case ExtensionRefused ignored -> new Noted();
            case SuspensionRefused ignored -> new Noted();
            case ConsultationOpened ignored -> new Noted();
            case ConsultationConcluded ignored -> new Noted();
            case LegRated ignored -> new Passed();
            case AssetOwnerRegistered ignored -> new Passed();
        };
    }

    private static Evolution queued(Fate fate, TicketQueued queued) {
        if (!fate.isOpen()) {
            return over(fate);
        }
        if (fate.state() == State.QUEUED && fate.round() == queued.round()) {
            return new Repeated();
        }
        if (queued.round() < fate.round()) {
            return new Stray("queued after round " + queued.round() + ", but is in round " + fate.round());
        }
        return new Moved(new Fate(
                fate.ticketId(),
                State.QUEUED,
                queued.round(),
                fate.type(),
                fate.condition(),
                List.of(),
                fate.explanation(),
                fate.mergedInto()));
    }

    private static Evolution dispatched(Fate fate, TicketDispatched dispatched) {
        if (!fate.isOpen()) {
            return over(fate);
        }
        if (dispatched.round() <= fate.round()) {
            boolean same = dispatched.round() == fate.round()
                    && fate.leg(dispatched.lead().assignmentId()).isPresent();
            return same
                    ? new Repeated()
                    : new Stray("dispatched in round " + dispatched.round() + ", but is in round " + fate.round());
        }
        List<Leg> legs = new ArrayList<>();
        dispatched.legs().stream()
                .sorted(Comparator.comparing(org.whistle.contracts.dispatch.Leg::role))
                .forEach(leg -> legs.add(new Leg(
                        leg.assignmentId(),
                        leg.department(),
                        leg.role() == LegRole.LEAD,
                        Progress.ASSIGNED,
                        false,
                        leg.handle().dueAt())));
        return new Moved(new Fate(
                fate.ticketId(),
                State.DISPATCHED,
                dispatched.round(),
                dispatched.type(),
                dispatched.condition(),
                legs,
                fate.explanation(),
                fate.mergedInto()));
    }

    private static Evolution notAccepted(Fate fate, TicketNotAccepted refused) {
        return switch (fate.state()) {
            case NOT_ACCEPTED -> new Repeated();
            case CLOSED, MERGED -> over(fate);
            case FILED, QUEUED, DISPATCHED, ACCEPTED, COMPLETED, VERIFIED, REWORK, REOPENED ->
                new Moved(new Fate(
                        fate.ticketId(),
                        State.NOT_ACCEPTED,
                        fate.round(),
                        fate.type(),
                        fate.condition(),
                        List.of(),
                        refused.channel() + ": " + refused.explanation(),
                        null));
        };
    }

    private static Evolution department(Fate fate, DepartmentEvent event) {
        return onLeg(fate, event.assignmentId(), leg -> switch (event) {
            case AssignmentAccepted ignored -> accepted(fate, leg);
            case ProgressNoted ignored -> new Noted();
            case AssignmentCompleted ignored -> completed(fate, leg);
            case ReturnRequested ignored -> new Noted();
            case ExtensionRequested ignored -> new Noted();
            case SuspensionRequested ignored -> new Noted();
            case CheckedIn ignored -> new Noted();
            case OwnershipAnswered ignored -> new Noted();
        });
    }

    private static Evolution accepted(Fate fate, Leg leg) {
        if (leg.progress() != Progress.ASSIGNED) {
            return new Repeated();
        }
        Fate next = fate.withLeg(leg.assignmentId(), changed -> changed.in(Progress.ACCEPTED));
        return new Moved(leg.lead() && fate.state() == State.DISPATCHED ? next.in(State.ACCEPTED) : next);
    }

    private static Evolution completed(Fate fate, Leg leg) {
        if (leg.progress() == Progress.COMPLETED) {
            return new Repeated();
        }
        Fate next = fate.withLeg(leg.assignmentId(), changed -> changed.in(Progress.COMPLETED));
        boolean all = next.legs().stream().allMatch(other -> other.progress() == Progress.COMPLETED);
        return new Moved(all ? next.in(State.COMPLETED) : next);
    }

    private static Evolution feedback(Fate fate, FeedbackEvent event) {
        return switch (event) {
            case VerificationPassed ignored -> verified(fate);
            case ReworkOrdered rework ->
                onLeg(
                        fate,
                        rework.assignmentId(),
                        leg -> new Moved(fate.withLeg(leg.assignmentId(), changed -> changed.in(Progress.ACCEPTED))
                                .in(State.REWORK)));
            case ReporterAnswered ignored -> new Noted();
            case TicketReopened ignored ->
                fate.state() == State.REOPENED
                        ? new Repeated()
                        : new Moved(fate.with(List.of()).in(State.REOPENED));
            case TicketClosed ignored -> closed(fate);
            case ClockWarned ignored -> new Passed();
            case ClockBreached ignored -> new Passed();
            case SupervisionOrdered ignored -> new Passed();
            case TicketChased ignored -> new Passed();
            case BulletinIssued ignored -> new Passed();
            case CheckInMissed ignored -> new Passed();
            case AppealFiled ignored -> new Passed();
            case AppealDecided ignored -> new Passed();
            case CommunityRated ignored -> new Passed();
        };
    }

    private static Evolution verified(Fate fate) {
        if (!fate.isOpen()) {
            return over(fate);
        }
        return fate.state() == State.VERIFIED ? new Repeated() : new Moved(fate.in(State.VERIFIED));
    }

    private static Evolution closed(Fate fate) {
        return switch (fate.state()) {
            case CLOSED -> new Repeated();
            // Refused by dispatch, then closed by the supervision side: the refusal is what the reporter must know.
            case NOT_ACCEPTED -> new Noted();
            case MERGED -> over(fate);
            case FILED, QUEUED, DISPATCHED, ACCEPTED, COMPLETED, VERIFIED, REWORK, REOPENED ->
                new Moved(fate.in(State.CLOSED));
        };
    }

    private static Evolution onLeg(Fate fate, UUID assignmentId, Function<Leg, Evolution> then) {
        if (!fate.isOpen()) {
            return over(fate);
        }
        return fate.leg(assignmentId)
                .map(then)
                .orElseGet(() -> new Stray("no assignment " + assignmentId + " in round " + fate.round()));
    }

    private static Evolution over(Fate fate) {
        return new Stray("it is " + fate.state().word() + " already");
    }
}
