package org.whistle.feedback.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.whistle.contracts.dispatch.Whistle;
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
     * What the last confirmation of a round brought.
     *
     * @param handled whether the matter is handled, so that it is verified next; otherwise the bodies have only said
     *     whose it is, and the street must dispatch it
     */
    public record Done(Instant at, boolean handled) {}

    /**
     * Follows one event that moved the loop.
     *
     * @param round the ticket's round after the event
     * @param done what of the whole round is done with this event; null while anything is open
     */
    public TicketClocks follow(JournalEvent event, int round, @Nullable Done done, FeedbackPolicy policy) {
        Work work = new Work();
        switch (event) {
            case ReportFiled filed ->
                work.start(filed.ticketId(), ClockStage.DISPATCH, 0, null, null, policy.dispatchClock(filed.filedAt()));
            case TicketQueued queued -> {
                boolean again = queued.reason() == TicketQueued.Reason.RETURNED || queued.round() > 0;
                if (again && !work.isWaiting()) {
                    // Whoever still had a part is rid of it with the round.
                    work.stop(clock -> clock.key().assignmentId() != null, queued.queuedAt());
                    work.start(
                            queued.ticketId(),
                            ClockStage.DISPATCH,
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
                            ClockStage.ACCEPT,
                            dispatched.round(),
                            leg.assignmentId(),
                            leg.department(),
                            leg.accept());
                    work.start(
                            dispatched.ticketId(),
                            ClockStage.HANDLE,
                            dispatched.round(),
                            leg.assignmentId(),
                            leg.department(),
                            leg.handle());
                });
                Whistle whistle = dispatched.whistle();
                if (whistle != null && whistle.checkInBy() != null) {
                    checkIns(work, dispatched, whistle.checkInBy());
                }
            }
            case TicketNotAccepted refused -> work.stop(clock -> true, refused.decidedAt());
            case HandlingPaused paused ->
                // A quarrel about who is responsible keeps nobody away from the site (DOMAIN.md §3).
                work.each(
                        ofLeg(paused.assignmentId()).and(clock -> clock.key().stage() != ClockStage.CHECK_IN),
                        clock -> clock.pause(paused.pausedAt()));
            case ReturnApproved approved -> {
                work.stop(ofLeg(approved.assignmentId()), approved.decidedAt());
                next(work, approved.ticketId(), round, done, policy);
            }
            case ReturnRefused refused -> goOn(work, refused.assignmentId(), refused.handle(), refused.decidedAt());
            case ReworkAssigned rework ->
                work.change(of(ClockStage.HANDLE, rework.assignmentId()), clock -> clock.goOn(rework.handle()));
            case AssignmentAccepted accepted ->
                work.stop(of(ClockStage.ACCEPT, accepted.assignmentId()), accepted.acceptedAt());
            case AssignmentCompleted completed -> {
                work.stop(ofLeg(completed.assignmentId()), completed.completedAt());
                next(work, completed.ticketId(), round, done, policy);
            }
            case OwnershipAnswered answered -> {
                work.stop(ofLeg(answered.assignmentId()), answered.answeredAt());
                next(work, answered.ticketId(), round, done, policy);
            }
            case CheckedIn checkedIn ->
                work.stop(of(ClockStage.CHECK_IN, checkedIn.assignmentId()), checkedIn.checkedInAt());
            case ExtensionGranted granted ->
                work.each(
                        of(ClockStage.HANDLE, granted.assignmentId()),
                        clock -> clock.move(granted.handle(), granted.decidedAt()));
            case SuspensionGranted granted -> {
                // Nobody handles meanwhile, so nobody is waited for on site either.
                work.stop(of(ClockStage.CHECK_IN, granted.assignmentId()), granted.decidedAt());
                work.each(ofLeg(granted.assignmentId()), clock -> clock.pause(granted.decidedAt()));
            }
            case HandlingResumed resumed -> goOn(work, resumed.assignmentId(), resumed.handle(), resumed.resumedAt());
            case TicketMerged merged -> work.stop(clock -> true, merged.mergedAt());
            case TicketUnmerged unmerged ->
                work.start(
                        unmerged.ticketId(),
                        ClockStage.DISPATCH,
                        round,
                        null,
                        null,
                        policy.dispatchClock(unmerged.unmergedAt()));
            case VerificationPassed passed -> work.stop(of(ClockStage.VERIFY, null), passed.verifiedAt());
            case ReworkOrdered ordered -> work.stop(of(ClockStage.VERIFY, null), ordered.orderedAt());
            case TicketReopened reopened ->
                work.start(
                        reopened.ticketId(),
                        ClockStage.DISPATCH,
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
            case ExtensionRefused none -> {}
            case SuspensionRefused none -> {}
            case ConsultationOpened none -> {}
            case ConsultationConcluded none -> {}
            case LegRated none -> {}
            case AssetOwnerRegistered none -> {}
            case ExtensionRequested none -> {}
            case SuspensionRequested none -> {}
            case TicketChased none -> {}
            case BulletinIssued none -> {}
            case CheckInMissed none -> {}
            case AppealFiled none -> {}
            case AppealDecided none -> {}
            case CommunityRated none -> {}
        }
        return work.result();
    }

    /** A leg's clocks run on after a pause; what is over stays over. */
    private static void goOn(Work work, UUID assignmentId, Clock handle, Instant at) {
        Predicate<StageClock> open = clock -> clock.stoppedAt() == null;
        work.change(of(ClockStage.HANDLE, assignmentId).and(open), clock -> clock.goOn(handle));
        work.change(of(ClockStage.ACCEPT, assignmentId).and(open), clock -> clock.goOnAt(at));
    }

    /** What is waited for once a round is done. */
    private static void next(Work work, UUID ticketId, int round, @Nullable Done done, FeedbackPolicy policy) {
        if (done != null) {
            work.start(
                    ticketId,
                    done.handled() ? ClockStage.VERIFY : ClockStage.DISPATCH,
                    round,
                    null,
                    null,
                    done.handled() ? policy.verifyClock(done.at()) : policy.dispatchClock(done.at()));
        }
    }

    /** Every body that was whistled for is watched until it has checked in on site. */
    private static void checkIns(Work work, TicketDispatched dispatched, Instant by) {
        Clock limit = new Clock(dispatched.dispatchedAt(), by, by, by);
        dispatched
                .legs()
                .forEach(leg -> work.start(
                        dispatched.ticketId(),
                        ClockStage.CHECK_IN,
                        dispatched.round(),
                        leg.assignmentId(),
                        leg.department(),
                        limit));
    }

    private static Predicate<StageClock> of(ClockStage stage, @Nullable UUID assignmentId) {
        return clock -> clock.key().stage() == stage
                && Objects.equals(assignmentId, clock.key().assignmentId());
    }

    private static Predicate<StageClock> ofLeg(UUID assignmentId) {
        return clock -> assignmentId.equals(clock.key().assignmentId());
    }

    /** The copy under change. */
    private final class Work {

        private final Map<StageClock.Key, StageClock> changed = new LinkedHashMap<>(clocks);
        private final List<Alarm> noticed = new ArrayList<>(alarms);

        void start(
                UUID ticketId,
                ClockStage stage,
                int round,
                @Nullable UUID leg,
                @Nullable String department,
                Clock limit) {
            int run = 1;
            StageClock.Key key = new StageClock.Key(ticketId, stage, round, leg, run);
            while (changed.containsKey(key)) {
                run++;
                key = new StageClock.Key(ticketId, stage, round, leg, run);
            }
            changed.put(key, StageClock.started(key, department, limit));
        }

        /** Whether a dispatch is waited for already. */
        boolean isWaiting() {
            return changed.values().stream()
                    .anyMatch(clock -> clock.key().stage() == ClockStage.DISPATCH && clock.isRunning());
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
