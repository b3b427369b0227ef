package org.whistle.feedback.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
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
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.Stage;
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
 * All clocks of one ticket, and how its events start, pause, move and stop them. Give it only events that moved the
 * loop: whether an event is news is the loop's to say. Immutable.
 *
 * @param clocks by key, in the order they were started
 * @param alarms what was passed on the way and had not been told, in order
 */
public record TicketClocks(Map<StageClock.Key, StageClock> clocks, List<Alarm> alarms) {

    /** A ticket without any clock. */
    public static final TicketClocks NONE = new TicketClocks(Map.of(), List.of());

    public TicketClocks {
        alarms = List.copyOf(alarms);
    }

    /** The clocks as they were stored. */
    public static TicketClocks of(List<StageClock> stored) {
        Map<StageClock.Key, StageClock> clocks = new LinkedHashMap<>();
        stored.forEach(clock -> clocks.put(clock.key(), clock));
        return new TicketClocks(clocks, List.of());
    }

    /**
     * Follows one event that moved the loop.
     *
     * @param round the ticket's round after the event
     * @param handledAt the last confirmation, when with this event the whole round is confirmed; else null
     */
    public TicketClocks follow(JournalEvent event, int round, @Nullable Instant handledAt, FeedbackPolicy policy) {
        Work work = new Work();
        switch (event) {
            case ReportFiled filed ->
                work.start(filed.ticketId(), Stage.DISPATCH, 0, null, null, policy.dispatchClock(filed.filedAt()));
            case TicketQueued queued -> {
                if (queued.reason() == TicketQueued.Reason.RETURNED) {
                    work.start(
                            queued.ticketId(),
                            Stage.DISPATCH,
                            queued.round(),
                            null,
                            null,
                            policy.dispatchClock(queued.queuedAt()));
                }
            }
            case TicketDispatched dispatched -> {
                work.stop(clock -> true, dispatched.dispatchedAt());
                dispatched.legs().forEach(leg -> {
                    work.start(
                            dispatched.ticketId(),
                            Stage.ACCEPT,
                            dispatched.round(),
                            leg.assignmentId(),
                            leg.department(),
                            leg.accept());
                    work.start(
                            dispatched.ticketId(),
                            Stage.HANDLE,
                            dispatched.round(),
                            leg.assignmentId(),
                            leg.department(),
                            leg.handle());
                });
            }
            case TicketNotAccepted refused -> work.stop(clock -> true, refused.decidedAt());
            case HandlingPaused paused ->
                work.each(ofLeg(paused.assignmentId()), clock -> clock.pause(paused.pausedAt()));
            case ReturnApproved approved -> work.stop(ofLeg(approved.assignmentId()), approved.decidedAt());
            case ReturnRefused refused -> {
                work.change(
                        of(Stage.HANDLE, refused.assignmentId()).and(clock -> clock.stoppedAt() == null),
                        clock -> clock.goOn(refused.handle()));
                work.change(
                        of(Stage.ACCEPT, refused.assignmentId()).and(clock -> clock.stoppedAt() == null),
                        clock -> clock.goOnAt(refused.decidedAt()));
            }
            case ReworkAssigned rework ->
                work.change(of(Stage.HANDLE, rework.assignmentId()), clock -> clock.goOn(rework.handle()));
            case AssignmentAccepted accepted ->
                work.stop(of(Stage.ACCEPT, accepted.assignmentId()), accepted.acceptedAt());
            case AssignmentCompleted completed -> {
                work.stop(ofLeg(completed.assignmentId()), completed.completedAt());
                if (handledAt != null) {
                    work.start(completed.ticketId(), Stage.VERIFY, round, null, null, policy.verifyClock(handledAt));
                }
            }
            case VerificationPassed passed -> work.stop(of(Stage.VERIFY, null), passed.verifiedAt());
            case ReworkOrdered ordered -> work.stop(of(Stage.VERIFY, null), ordered.orderedAt());
            case TicketReopened reopened ->
                work.start(
                        reopened.ticketId(),
                        Stage.DISPATCH,
                        round,
                        null,
                        null,
                        policy.dispatchClock(reopened.reopenedAt()));
            case TicketClosed closed -> work.stop(clock -> true, closed.closedAt());
            case RoutineRegistered none -> {}
            case ReportJoined none -> {}
            case ProgressNoted none -> {}
            case ReturnRequested none -> {}
            case ReporterAnswered none -> {}
            case ClockWarned none -> {}
            case ClockBreached none -> {}
            case SupervisionOrdered none -> {}
            case MatterOpened none -> {}
            case MatterAnswered none -> {}
            case MatterPassedUp none -> {}
            case DeliberationHeld none -> {}
            case AlarmAcknowledged none -> {}
            case MarkedSafe none -> {}
            case TicketMerged none -> {}
            case TicketUnmerged none -> {}
            case ExtensionGranted none -> {}
            case ExtensionRefused none -> {}
            case SuspensionGranted none -> {}
            case SuspensionRefused none -> {}
            case HandlingResumed none -> {}
            case ConsultationOpened none -> {}
            case ConsultationConcluded none -> {}
            case LegRated none -> {}
            case AssetOwnerRegistered none -> {}
            case ExtensionRequested none -> {}
            case SuspensionRequested none -> {}
            case CheckedIn none -> {}
            case OwnershipAnswered none -> {}
            case TicketChased none -> {}
            case BulletinIssued none -> {}
            case CheckInMissed none -> {}
            case AppealFiled none -> {}
            case AppealDecided none -> {}
        }
        return work.result();
    }

    private static Predicate<StageClock> of(Stage stage, @Nullable UUID assignmentId) {
        return clock -> clock.key().stage() == stage
                && java.util.Objects.equals(assignmentId, clock.key().assignmentId());
    }

    private static Predicate<StageClock> ofLeg(UUID assignmentId) {
        return clock -> assignmentId.equals(clock.key().assignmentId());
    }

    /** The copy under change. */
    private final class Work {

        private final Map<StageClock.Key, StageClock> changed = new LinkedHashMap<>(clocks);
        private final List<Alarm> noticed = new ArrayList<>(alarms);

        void start(
                UUID ticketId, Stage stage, int round, @Nullable UUID leg, @Nullable String department, Clock limit) {
            int run = 1;
            StageClock.Key key = new StageClock.Key(ticketId, stage, round, leg, run);
            while (changed.containsKey(key)) {
                run++;
                key = new StageClock.Key(ticketId, stage, round, leg, run);
            }
            changed.put(key, StageClock.started(key, department, limit));
        }

        void stop(Predicate<StageClock> which, Instant at) {
            each(which, clock -> clock.stop(at));
        }

        void change(Predicate<StageClock> which, Function<StageClock, StageClock> how) {
            changed.replaceAll((key, clock) -> which.test(clock) ? how.apply(clock) : clock);
        }

        void each(Predicate<StageClock> which, Function<StageClock, StageClock.Passing> how) {
            changed.replaceAll((key, clock) -> {
                if (!which.test(clock)) {
                    return clock;
                }
                StageClock.Passing passing = how.apply(clock);
                passing.passed().forEach(threshold -> noticed.add(new Alarm(clock, threshold)));
                return passing.clock();
            });
        }

        TicketClocks result() {
            return new TicketClocks(changed, noticed);
        }
    }
}
