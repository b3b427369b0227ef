package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.assignment.AssignmentContinued;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Why;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.testkit.Journal;

/** Consultations (会商): after one re-route the bodies are heard together, and what is decided then binds. */
class ConsultationDeciderTest {

    private static final List<String> SIDES = List.of("water-supply", "drainage");

    private final TicketScript script = TicketScript.dispatched();

    @Test
    void secondReRoute_isRefused_withoutAConsultation() {
        secondReturn();
        assertThat(script.ticket().consultationRequired()).isTrue();
        script.refuse(script.approveReturn("gas", 13), Refusal.CONSULTATION_REQUIRED);
    }

    @Test
    void secondReRoute_throughTheQueue_isRefusedToo() {
        secondReturn();
        script.accept(script.approveReturn(null, 13));
        assertThat(script.last(TicketQueued.class).reason()).isEqualTo(TicketQueued.Reason.RETURNED);
        script.refuse(script.dispatch("gas", 14), Refusal.CONSULTATION_REQUIRED);
        script.accept(open(SIDES, 15));
        script.accept(conclude("gas", List.of(), 60));
        assertThat(script.last(TicketDispatched.class).round()).isEqualTo(3);
    }

    @Test
    void firstReRoute_needsNone_andNeitherDoesTheReturnOfACooperatingBody() {
        script.tell(script.returning(script.lead(), 10), 10);
        assertThat(script.ticket().consultationRequired()).isFalse();
        script.accept(script.approveReturn("drainage", 11));
        TicketScript joint = TicketScript.joint("power", "parks");
        joint.tell(joint.returning(joint.leg("parks"), 10), 10);
        joint.accept(joint.approveReturn(null, 11));
        joint.accept(joint.dispatch("gas", 12));
        joint.tell(joint.returning(joint.lead(), 20), 20);
        assertThat(joint.ticket().consultationRequired()).isFalse();
        joint.accept(joint.approveReturn("water-supply", 21));
    }

    @Test
    void consultation_isCalled_withAllSides() {
        secondReturn();
        script.accept(open(SIDES, 15));
        ConsultationOpened opened = script.last(ConsultationOpened.class);
        assertThat(opened.departments()).isEqualTo(SIDES);
        assertThat(opened.venue()).isEqualTo("room 2");
        assertThat(opened.openedBy()).isEqualTo(TicketScript.STREET);
        assertThat(script.proceedings().openConsultation()).isPresent();
        assertThat(script.ticket().status()).isEqualTo(TicketStatus.RETURN_PENDING);
        script.refuse(open(SIDES, 16), Refusal.CONSULTATION_OPEN);
        script.refuse(script.approveReturn("gas", 17), Refusal.CONSULTATION_REQUIRED);
    }

    @Test
    void consultation_canBeCalledAtAnyTime() {
        script.accept(open(SIDES, 5));
        TicketScript queued = TicketScript.queued();
        queued.accept(new TicketCommand.OpenConsultation(
                SIDES, "whose is it", "room 2", queued.minute(30), TicketScript.STREET, queued.minute(2)));
    }

    @Test
    void call_isRefused_withoutASide_forAnUnknownBody_orATimeThatHasPassed() {
        secondReturn();
        script.refuse(open(List.of("water-supply", "gas"), 15), Refusal.SIDE_NOT_HEARD);
        script.refuse(open(List.of("drainage", "nobody"), 15), Refusal.UNKNOWN_DEPARTMENT);
        script.refuse(open(List.of("drainage", "drainage"), 15), Refusal.DEPARTMENT_TWICE);
        script.refuse(open(SIDES, 15, script.minute(14)), Refusal.MEETING_PAST);
        script.accept(open(SIDES, 15, script.minute(15)));
    }

    @Test
    void newBody_startsAFreshClock_andTheReturnIsApproved() {
        secondReturn();
        script.accept(open(SIDES, 15));
        script.accept(conclude("gas", List.of("power"), 60));
        ConsultationConcluded concluded = script.last(ConsultationConcluded.class);
        assertThat(concluded.lead()).isEqualTo("gas");
        assertThat(concluded.legalBasis()).isEqualTo("law");
        assertThat(script.last(ReturnApproved.class).department()).isEqualTo("drainage");
        TicketDispatched dispatched = script.last(TicketDispatched.class);
        assertThat(dispatched.round()).isEqualTo(3);
        assertThat(dispatched.legs()).extracting(leg -> leg.department()).containsExactly("gas", "power");
        assertThat(dispatched.lead().handle().dueAt()).isEqualTo(script.minute(180));
        assertThat(dispatched.why().basis()).isEqualTo(Why.Basis.MANUAL);
        assertThat(dispatched.why().reason()).isEqualTo("gas it is");
        assertThat(dispatched.why().facts()).contains("consultation=" + concluded.consultationId());
        assertThat(script.all(AssignmentIssued.class).getLast().returnsLeft()).isZero();
        assertThat(script.ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        assertThat(script.proceedings().consultations().getFirst().outcome().minutes())
                .isEqualTo("gas it is");
    }

    @Test
    void sameBody_goesOnWhereItsClockStopped_andItsReturnIsRefused() {
        secondReturn();
        script.accept(open(SIDES, 15));
        script.accept(conclude("drainage", List.of(), 60));
        // Dispatched at minute 11, stopped by the return at minute 12: 119 minutes are left.
        assertThat(script.last(ReturnRefused.class).handle().dueAt()).isEqualTo(script.minute(179));
        assertThat(script.last(AssignmentContinued.class).department()).isEqualTo("drainage");
        assertThat(script.last(AssignmentRecalled.class).cause()).isEqualTo(AssignmentRecalled.Cause.RE_DISPATCHED);
        assertThat(script.last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(script.minute(179));
        assertThat(script.proceedings().pauses()).noneMatch(Pause::running);
    }

    @Test
    void bodyThatReturnedBefore_goesOnWhereItsClockStopped() {
        secondReturn();
        script.accept(open(SIDES, 15));
        script.accept(conclude("water-supply", List.of("drainage"), 60));
        TicketDispatched dispatched = script.last(TicketDispatched.class);
        assertThat(dispatched.legs())
                .extracting(leg -> leg.department(), leg -> leg.handle().dueAt())
                .containsExactly(tuple("water-supply", script.minute(170)), tuple("drainage", script.minute(179)));
    }

    @Test
    void decision_binds_soThatNobodyMayReturnAnyMore() {
        script.accept(open(SIDES, 5));
        script.accept(conclude("gas", List.of(), 10));
        assertThat(script.last(AssignmentIssued.class).returnsLeft()).isZero();
        script.tell(script.returning(script.lead(), 12), 13);
        ReturnRefused refused = script.last(ReturnRefused.class);
        assertThat(refused.decidedBy()).isEqualTo(Actor.SYSTEM);
        assertThat(refused.reason()).contains("What a consultation decided binds");
        assertThat(script.lead()).isInstanceOf(LegState.Open.class);
        // The street itself may still send it elsewhere; nobody there may return it either.
        script.accept(script.dispatch("power", 20));
        assertThat(script.last(AssignmentIssued.class).returnsLeft()).isZero();
    }

    @Test
    void conclusion_isRefused_forAnUnknownConsultation_oneConcludedBefore_andUnknownBodies() {
        script.refuse(conclude(Journal.newId(), "gas", List.of(), 10), Refusal.CONSULTATION_UNKNOWN);
        script.accept(open(SIDES, 5));
        script.refuse(conclude("nobody", List.of(), 10), Refusal.UNKNOWN_DEPARTMENT);
        script.refuse(conclude("gas", List.of("gas"), 10), Refusal.DEPARTMENT_TWICE);
        script.accept(conclude("gas", List.of(), 10));
        script.refuse(conclude("gas", List.of(), 11), Refusal.CONSULTATION_CONCLUDED);
    }

    @Test
    void conclusion_aboutAMatterThatNobodyClassified_isRefused() {
        TicketScript queued = TicketScript.queued();
        queued.accept(new TicketCommand.OpenConsultation(
                SIDES, "whose is it", "room 2", queued.minute(30), TicketScript.STREET, queued.minute(2)));
        UUID consultation =
                queued.proceedings().openConsultation().orElseThrow().consultationId();
        queued.refuse(
                new TicketCommand.ConcludeConsultation(
                        consultation, "gas it is", null, "gas", List.of(), TicketScript.STREET, queued.minute(40)),
                Refusal.CLASSIFICATION_REQUIRED);
    }

    @Test
    void consultation_isRefused_afterTheLeadHasHandled_andAfterTheEnd() {
        script.accept(open(SIDES, 5));
        LegState lead = script.lead();
        script.tell(script.completed(lead, script.minute(6)), 6);
        script.refuse(conclude("gas", List.of(), 10), Refusal.ALREADY_HANDLED);
        script.tell(script.story.ticketClosed(TicketClosed.Outcome.SOLVED), 20);
        script.refuse(conclude("gas", List.of(), 21), Refusal.TICKET_ENDED);
        TicketScript ended = TicketScript.dispatched();
        ended.tell(ended.story.ticketClosed(TicketClosed.Outcome.SOLVED), 20);
        ended.refuse(
                new TicketCommand.OpenConsultation(
                        SIDES, "whose", "room 2", ended.minute(30), TicketScript.STREET, ended.minute(21)),
                Refusal.TICKET_ENDED);
    }

    @Test
    void longMinutes_areShortened_whereOnlyAReasonFits() {
        script.accept(open(SIDES, 5));
        script.accept(new TicketCommand.ConcludeConsultation(
                openId(), "议".repeat(4000), null, "gas", List.of(), TicketScript.STREET, script.minute(10)));
        assertThat(script.last(ConsultationConcluded.class).minutes()).hasSize(4000);
        assertThat(script.last(TicketDispatched.class).why().reason())
                .hasSize(2000)
                .endsWith("…");
    }

    /** Water returns at 10 and drainage, which gets it at 11, returns at 12. */
    private void secondReturn() {
        script.tell(script.returning(script.lead(), 10), 10);
        script.accept(script.approveReturn("drainage", 11));
        script.tell(script.returning(script.lead(), 12), 12);
    }

    private TicketCommand open(List<String> departments, long minute) {
        return open(departments, minute, script.minute(50));
    }

    private TicketCommand open(List<String> departments, long minute, Instant meetAt) {
        return new TicketCommand.OpenConsultation(
                departments, "whose is it", "room 2", meetAt, TicketScript.STREET, script.minute(minute));
    }

    private TicketCommand conclude(String lead, List<String> cooperating, long minute) {
        return conclude(openId(), lead, cooperating, minute);
    }

    private TicketCommand conclude(UUID consultation, String lead, List<String> cooperating, long minute) {
        return new TicketCommand.ConcludeConsultation(
                consultation, lead + " it is", "law", lead, cooperating, TicketScript.STREET, script.minute(minute));
    }

    private UUID openId() {
        return script.proceedings().consultations().getLast().consultationId();
    }
}
