package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Clock;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRequestRefused;
import org.whistle.contracts.assignment.AssignmentResumed;
import org.whistle.contracts.assignment.AssignmentSuspended;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.SuspensionGranted;
import org.whistle.contracts.dispatch.SuspensionRefused;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.district.Limit;
import org.whistle.district.LimitUnit;

/** Suspensions (挂账): the clock stands still from the decision until the end named, and nobody handles meanwhile. */
class SuspensionDeciderTest {

    private static final Limit TWO_HOURS = new Limit(2, LimitUnit.UH);

    private final TicketScript script = TicketScript.dispatched();

    @Test
    void grant_stopsTheClockFromTheDecision() {
        SuspensionRequested request = ask(20, 1000);
        assertThat(script.lead()).isInstanceOf(LegState.Open.class);
        script.accept(grant(request, 30));
        SuspensionGranted granted = script.last(SuspensionGranted.class);
        assertThat(granted.until()).isEqualTo(script.minute(1000));
        assertThat(granted.decidedAt()).isEqualTo(script.minute(30));
        assertThat(script.last(AssignmentSuspended.class).until()).isEqualTo(script.minute(1000));
        assertThat(script.lead()).isInstanceOf(LegState.Suspended.class);
        assertThat(script.proceedings().pauses())
                .containsExactly(new Pause(
                        request.assignmentId(), Pause.Cause.SUSPENSION, request.requestId(), script.minute(30), null));
        assertThat(TicketTimers.of(script.ticket()))
                .containsExactly(new TicketTimer(TicketTimer.Kind.RESUME, request.requestId(), script.minute(1000)));
    }

    @Test
    void suspension_endsByItself_andTheClockGoesOnWhereItStopped() {
        SuspensionRequested request = ask(20, 1000);
        Clock before = script.lead().leg().handle();
        script.accept(grant(request, 30));
        script.timer();
        HandlingResumed resumed = script.last(HandlingResumed.class);
        assertThat(resumed.by()).isEqualTo(Actor.SYSTEM);
        assertThat(resumed.reason()).isNull();
        assertThat(resumed.resumedAt()).isEqualTo(script.minute(1000));
        Duration pause = Duration.ofMinutes(970);
        assertThat(resumed.handle().warnAt()).isEqualTo(before.warnAt().plus(pause));
        assertThat(resumed.handle().dueAt()).isEqualTo(before.dueAt().plus(pause));
        assertThat(resumed.handle().superviseAt())
                .isEqualTo(before.superviseAt().plus(pause));
        assertThat(script.last(AssignmentResumed.class).handle()).isEqualTo(resumed.handle());
        assertThat(script.lead()).isInstanceOf(LegState.Open.class);
        assertThat(script.proceedings().pauses().getFirst().to()).isEqualTo(script.minute(1000));
        assertThat(TicketTimers.of(script.ticket())).isEmpty();
    }

    @Test
    void suspension_countsInTheTicketsWorkingTime_overHolidays() {
        TicketScript days = TicketScript.dispatched("C0101", "c", Urgency.U2, TicketScript.at("2026-02-13T15:00"));
        SuspensionRequested request =
                days.suspension(days.lead(), TicketScript.at("2026-03-02T10:00"), TicketScript.at("2026-02-14T09:00"));
        days.tell(request, TicketScript.at("2026-02-14T09:00"));
        // Three working hours of sixteen are used on the 13th, and three on the 14th.
        days.accept(new TicketCommand.ApproveRequest(
                request.requestId(), "ok", TicketScript.STREET, TicketScript.at("2026-02-14T11:00")));
        days.timer();
        Clock handle = days.lead().leg().handle();
        assertThat(TicketScript.local(handle.dueAt())).isEqualTo("2026-03-03T12:00");
        assertThat(TicketScript.local(handle.chaseAt())).isEqualTo("2026-03-04T12:00");
        assertThat(TicketScript.local(handle.bulletinAt())).isEqualTo("2026-03-11T12:00");
    }

    @Test
    void street_endsItEarly_withAReason() {
        SuspensionRequested request = ask(20, 1000);
        script.accept(grant(request, 30));
        script.accept(end(request.requestId(), 90));
        HandlingResumed resumed = script.last(HandlingResumed.class);
        assertThat(resumed.by()).isEqualTo(TicketScript.STREET);
        assertThat(resumed.reason()).isEqualTo("spare part came");
        assertThat(resumed.handle().dueAt()).isEqualTo(script.minute(180));
        assertThat(TicketTimers.of(script.ticket())).isEmpty();
        script.refuse(end(request.requestId(), 91), Refusal.NOT_SUSPENDED);
        script.refuse(end(script.story.returnId(), 91), Refusal.REQUEST_UNKNOWN);
    }

    @Test
    void request_isRefused_whenItsEndIsNotInTheFuture_orTooFarAway() {
        ask(20, 20);
        refusedBySystem("must end in the future");
        Instant year = script.minute(20).plus(Duration.ofDays(365));
        script.tell(script.suspension(script.lead(), year.plusMillis(1), script.minute(20)), 20);
        refusedBySystem("A suspension may last until");
        script.tell(script.suspension(script.lead(), year, script.minute(20)), 20);
        assertThat(script.proceedings().requests().getLast().pending()).isTrue();
    }

    @Test
    void secondSuspension_isRefused_byTheRule_andTermsSayHowManyAreLeft() {
        assertThat(script.last(AssignmentIssued.class).terms().suspensionsLeft())
                .isEqualTo(1);
        assertThat(script.last(AssignmentIssued.class).terms().suspendUntil())
                .isEqualTo(script.minute(0).plus(Duration.ofDays(365)));
        assertThat(script.last(AssignmentIssued.class).terms().checkInMetres()).isEqualTo(500);
        script.accept(grant(ask(20, 100), 30));
        script.timer();
        ask(110, 200);
        refusedBySystem("No more than 1 suspensions");
        script.accept(script.dispatch("water-supply", 115));
        assertThat(script.last(AssignmentIssued.class).terms().suspensionsLeft())
                .isZero();
    }

    @Test
    void refusalByTheStreet_doesNotCount() {
        SuspensionRequested request = ask(20, 1000);
        script.accept(
                new TicketCommand.RefuseRequest(request.requestId(), "no", TicketScript.STREET, script.minute(21)));
        assertThat(script.last(SuspensionRefused.class).decidedBy()).isEqualTo(TicketScript.STREET);
        script.accept(grant(ask(30, 1000), 31));
        assertThat(script.lead()).isInstanceOf(LegState.Suspended.class);
    }

    @Test
    void request_isRefused_whileAnotherIsPending_orThePartRests() {
        script.tell(script.extension(script.lead(), script.minute(10)), 10);
        ask(11, 1000);
        refusedBySystem("An earlier request is still undecided");
        TicketScript resting = TicketScript.dispatched();
        SuspensionRequested request = resting.suspension(resting.lead(), resting.minute(500), resting.minute(10));
        resting.tell(request, 10);
        resting.accept(
                new TicketCommand.ApproveRequest(request.requestId(), "ok", TicketScript.STREET, resting.minute(11)));
        resting.tell(resting.suspension(resting.lead(), resting.minute(600), resting.minute(12)), 12);
        assertThat(resting.last(SuspensionRefused.class).reason()).contains("The part is suspended");
        assertThat(resting.lead()).isInstanceOf(LegState.Suspended.class);
    }

    @Test
    void grant_isRefused_onceItsEndHasPassed() {
        SuspensionRequested request = ask(20, 40);
        script.refuse(grant(request, 40), Refusal.SUSPENSION_OVER);
        script.accept(
                new TicketCommand.RefuseRequest(request.requestId(), "no", TicketScript.STREET, script.minute(41)));
    }

    @Test
    void completionThatCrossesTheSuspension_counts_alsoWhenItWasWrittenAfterTheDecision() {
        script.accept(grant(ask(20, 1000), 30));
        script.tell(script.completed(script.lead(), script.minute(31)), 32);
        assertThat(script.ticket().status()).isEqualTo(TicketStatus.COMPLETED);
        assertThat(TicketTimers.of(script.ticket())).isEmpty();
        assertThat(script.proceedings().pauses().getFirst().to()).isEqualTo(script.minute(31));
    }

    @Test
    void returnThatCrossesTheSuspension_isAnswered_andThePartGoesOnResting() {
        script.accept(grant(ask(20, 1000), 30));
        LegState resting = script.lead();
        ReturnRequested sent = script.returning(resting, 29);

        script.tell(sent, 40);

        ReturnRefused answer = script.last(ReturnRefused.class);
        assertThat(answer.returnId()).isEqualTo(sent.returnId());
        assertThat(answer.reason()).contains("suspended");
        assertThat(script.all(HandlingPaused.class)).isEmpty();
        assertThat(script.lead()).isEqualTo(resting);
        assertThat(script.ticket().returns()).noneMatch(ReturnCase::pending);
        assertThat(script.proceedings().pauses().getFirst().running()).isTrue();
        script.timer();
        assertThat(script.lead()).isInstanceOf(LegState.Open.class);
    }

    @Test
    void completionBeforeTheDecision_isAFactThatCameLate_andEndsThePart() {
        script.accept(grant(ask(20, 1000), 30));
        script.tell(script.completed(script.lead(), script.minute(29)), 31);
        assertThat(script.ticket().status()).isEqualTo(TicketStatus.COMPLETED);
        assertThat(TicketTimers.of(script.ticket())).isEmpty();
        Pause pause = script.proceedings().pauses().getFirst();
        assertThat(pause.to()).isEqualTo(pause.from());
    }

    @Test
    void redispatch_toTheSameBody_goesOnWithTheClock_andToAnotherStartsFresh() {
        script.accept(grant(ask(20, 1000), 30));
        script.accept(script.dispatch("water-supply", 90));
        assertThat(script.last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(script.minute(180));
        assertThat(TicketTimers.of(script.ticket())).isEmpty();
        assertThat(script.proceedings().pauses().getFirst().to()).isEqualTo(script.minute(90));
        TicketScript other = TicketScript.dispatched();
        SuspensionRequested request = other.suspension(other.lead(), other.minute(1000), other.minute(20));
        other.tell(request, 20);
        other.accept(
                new TicketCommand.ApproveRequest(request.requestId(), "ok", TicketScript.STREET, other.minute(30)));
        other.accept(other.dispatch("drainage", 90));
        assertThat(other.last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(other.minute(210));
        // Back to the first: it goes on where its clock stopped, at the decision.
        other.accept(other.dispatch("water-supply", 100));
        assertThat(other.last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(other.minute(190));
    }

    @Test
    void closing_dropsTheTimer_andEndsThePause() {
        script.accept(grant(ask(20, 1000), 30));
        script.tell(script.story.ticketClosed(TicketClosed.Outcome.SOLVED), 40);
        assertThat(TicketTimers.of(script.ticket())).isEmpty();
        assertThat(script.proceedings().pauses()).noneMatch(Pause::running);
        assertThat(script.ticket().status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void oneBodyRests_whileTheOtherWorks() {
        TicketScript joint = TicketScript.joint("power", "parks");
        LegState parks = joint.leg("parks");
        SuspensionRequested request = joint.suspension(parks, joint.minute(1000), joint.minute(10));
        joint.tell(request, 10);
        joint.accept(
                new TicketCommand.ApproveRequest(request.requestId(), "ok", TicketScript.STREET, joint.minute(11)));
        joint.tell(joint.completed(joint.lead(), joint.minute(12)), 12);
        assertThat(joint.ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        joint.timer();
        joint.tell(joint.completed(joint.leg("parks"), joint.minute(1010)), 1010);
        assertThat(joint.ticket().status()).isEqualTo(TicketStatus.COMPLETED);
    }

    @Test
    void everyPauseOfAPart_isKept_withItsCause() {
        script.tell(script.returning(script.lead(), 5), 5);
        script.accept(new TicketCommand.RefuseReturn(
                script.ticket().returns().getFirst().returnId(), "no", TicketScript.STREET, script.minute(8)));
        script.accept(grant(ask(20, 100), 30));
        script.timer();
        List<Pause> pauses = script.proceedings().pauses();
        assertThat(pauses).extracting(Pause::cause).containsExactly(Pause.Cause.RETURN, Pause.Cause.SUSPENSION);
        assertThat(pauses).extracting(Pause::from).containsExactly(script.minute(5), script.minute(30));
        assertThat(pauses).extracting(Pause::to).containsExactly(script.minute(8), script.minute(100));
        // The clock can be reckoned again from its start.
        Clock clock = TicketScript.SAMPLE.time().handling(script.minute(0), TWO_HOURS, null);
        for (Pause pause : pauses) {
            clock = TicketScript.SAMPLE.time().resume(clock, pause.from(), pause.to(), TWO_HOURS, "water-supply");
        }
        assertThat(script.lead().leg().handle()).isEqualTo(clock);
    }

    private SuspensionRequested ask(long minute, long until) {
        SuspensionRequested request = script.suspension(script.lead(), script.minute(until), script.minute(minute));
        script.tell(request, minute);
        return request;
    }

    private TicketCommand grant(SuspensionRequested request, long minute) {
        return new TicketCommand.ApproveRequest(request.requestId(), "ok", TicketScript.STREET, script.minute(minute));
    }

    private TicketCommand end(UUID request, long minute) {
        return new TicketCommand.EndSuspension(request, "spare part came", TicketScript.STREET, script.minute(minute));
    }

    private void refusedBySystem(String rule) {
        SuspensionRefused refused = script.last(SuspensionRefused.class);
        assertThat(refused.decidedBy()).isEqualTo(Actor.SYSTEM);
        assertThat(refused.reason()).contains(rule);
        assertThat(script.last(AssignmentRequestRefused.class).reason()).isEqualTo(refused.reason());
    }
}
