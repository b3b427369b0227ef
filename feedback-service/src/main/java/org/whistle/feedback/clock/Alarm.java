package org.whistle.feedback.clock;

import java.time.Instant;
import java.util.Objects;
import org.whistle.contracts.Actor;
import org.whistle.contracts.feedback.BulletinIssued;
import org.whistle.contracts.feedback.CheckInMissed;
import org.whistle.contracts.feedback.ClockBreached;
import org.whistle.contracts.feedback.ClockWarned;
import org.whistle.contracts.feedback.FeedbackEvent;
import org.whistle.contracts.feedback.OverallPassed;
import org.whistle.contracts.feedback.SupervisionOrdered;
import org.whistle.contracts.feedback.TicketChased;

/**
 * A threshold that a clock passed: one event and one alert.
 *
 * @param clock the clock as it was when it passed
 */
public record Alarm(StageClock clock, Threshold threshold) {

    /** The true instant, whenever it was noticed. */
    public Instant thresholdAt() {
        return Objects.requireNonNull(clock.instantOf(threshold));
    }

    /**
     * The event that tells it.
     *
     * @param noticedAt when it was noticed
     */
    public FeedbackEvent event(Instant noticedAt) {
        StageClock.Key key = clock.key();
        Instant dueAt = clock.limit().dueAt();
        if (key.stage() == ClockStage.OVERALL) {
            return new OverallPassed(key.ticketId(), passed(), key.round(), dueAt, thresholdAt());
        }
        return switch (threshold) {
            case WARNING ->
                new ClockWarned(
                        key.ticketId(),
                        key.stage().stage(),
                        key.round(),
                        key.assignmentId(),
                        clock.department(),
                        dueAt,
                        thresholdAt());
            case BREACH ->
                new ClockBreached(
                        key.ticketId(),
                        key.stage().stage(),
                        key.round(),
                        key.assignmentId(),
                        clock.department(),
                        dueAt,
                        thresholdAt());
            case SUPERVISION ->
                new SupervisionOrdered(
                        key.ticketId(),
                        key.stage().stage(),
                        key.round(),
                        key.assignmentId(),
                        clock.department(),
                        dueAt,
                        thresholdAt());
            case CHASING ->
                new TicketChased(
                        key.ticketId(),
                        key.stage().stage(),
                        key.round(),
                        key.assignmentId(),
                        clock.department(),
                        dueAt,
                        null,
                        Actor.SYSTEM,
                        thresholdAt());
            case BULLETIN ->
                new BulletinIssued(
                        key.ticketId(),
                        key.stage().stage(),
                        key.round(),
                        key.assignmentId(),
                        clock.department(),
                        dueAt,
                        thresholdAt());
            case CHECK_IN_MISSED ->
                new CheckInMissed(
                        key.ticketId(),
                        Objects.requireNonNull(key.assignmentId()),
                        Objects.requireNonNull(clock.department()),
                        dueAt,
                        noticedAt);
        };
    }

    private OverallPassed.Passed passed() {
        return switch (threshold) {
            case WARNING -> OverallPassed.Passed.WARNING;
            case BREACH -> OverallPassed.Passed.BREACH;
            case SUPERVISION -> OverallPassed.Passed.SUPERVISION;
            case CHASING, BULLETIN, CHECK_IN_MISSED ->
                throw new IllegalStateException("the whole of a ticket has no " + threshold.word());
        };
    }
}
