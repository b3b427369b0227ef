package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.assignment.AssignmentContinued;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.testkit.Journal;

/** Bodies that object, and what the street says to it. */
class ReturnDeciderTest extends TicketTest {

    @Test
    void returnRequest_pausesTheClock() {
        reported();
        tell(requested(20), 21);
        assertThat(last(HandlingPaused.class).pausedAt()).isEqualTo(story.minute(20));
        assertThat(ticket().status()).isEqualTo(TicketStatus.RETURN_PENDING);
    }

    @Test
    void refusedReturn_goesOnWhereTheClockStopped() {
        reported();
        tell(requested(20), 20);
        accept(new TicketCommand.RefuseReturn(story.returnId(), "no", BY, story.minute(65)));
        assertThat(last(ReturnRefused.class).handle().dueAt()).isEqualTo(story.minute(165));
        assertThat(last(AssignmentContinued.class).handle().dueAt()).isEqualTo(story.minute(165));
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
    }

    @Test
    void approvedReturn_goesToTheQueue_andEveryOtherLegIsRecalled() {
        queued();
        accept(dispatch("power", List.of("parks"), "C0105", "a", 1));
        tell(requested(20), 20);
        accept(approve(null, 30));
        assertThat(last(ReturnApproved.class).department()).isEqualTo("power");
        assertThat(all(AssignmentRecalled.class))
                .extracting(AssignmentRecalled::department, AssignmentRecalled::cause)
                .containsExactly(
                        tuple("power", AssignmentRecalled.Cause.RETURN_APPROVED),
                        tuple("parks", AssignmentRecalled.Cause.RE_DISPATCHED));
        assertThat(last(TicketQueued.class).reason()).isEqualTo(TicketQueued.Reason.RETURNED);
        assertThat(last(TicketQueued.class).round()).isEqualTo(1);
    }

    @Test
    void approvedReturn_startsAFreshClockForAnotherBody_butTheSameResumesItsOwn() {
        reported();
        tell(requested(20), 20);
        accept(approve(null, 30));
        Ticket waiting = ticket();
        accept(dispatch("drainage", List.of(), null, null, 60));
        assertThat(last(TicketDispatched.class).round()).isEqualTo(2);
        assertThat(last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(story.minute(180));
        backTo(waiting);
        accept(dispatch("water-supply", List.of(), null, null, 60));
        assertThat(last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(story.minute(160));
        assertThat(last(AssignmentIssued.class).returnsLeft()).isZero();
    }

    @Test
    void approval_isRefused_forTheSameBody_anUnknownOne_andAnUnknownReturn() {
        reported();
        tell(requested(20), 20);
        refuse(approve("water-supply", 30), Refusal.RETURNED_BY_SAME);
        refuse(approve("nobody", 30), Refusal.UNKNOWN_DEPARTMENT);
        refuse(new TicketCommand.RefuseReturn(Journal.newId(), "no", BY, story.minute(30)), Refusal.RETURN_UNKNOWN);
        accept(approve(null, 30));
        refuse(approve(null, 31), Refusal.RETURN_DECIDED);
        refuse(new TicketCommand.RefuseReturn(story.returnId(), "no", BY, story.minute(31)), Refusal.RETURN_DECIDED);
    }

    @Test
    void returnDecision_isRefused_afterTheEnd() {
        reported();
        tell(requested(20), 20);
        tell(story.ticketClosed(TicketClosed.Outcome.UNREACHABLE), 25);
        refuse(approve(null, 31), Refusal.TICKET_ENDED);
    }

    @Test
    void cooperatingBodysReturn_leavesTheLead() {
        queued();
        accept(dispatch("power", List.of("parks"), "C0105", "a", 1));
        LegState parks = ticket().legs().get(1);
        tell(requested(parks, story.returnId(), 20), 20);
        refuse(approve("gas", 30), Refusal.LEAD_STAYS);
        accept(approve(null, 30));
        assertThat(ticket().legs())
                .extracting(state -> state.leg().department())
                .containsExactly("power");
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
    }

    @Test
    void return_isRefused_afterTheSecondReturn() {
        reported();
        tell(requested(10), 10);
        accept(approve("drainage", 11));
        tell(requested(ticket().lead().orElseThrow(), Journal.newId(), 12), 12);
        accept(new TicketCommand.RefuseReturn(ticket().returns().getLast().returnId(), "x", BY, story.minute(13)));
        accept(dispatch("gas", List.of(), null, null, 13));
        assertThat(last(AssignmentIssued.class).returnsLeft()).isZero();
        tell(requested(ticket().lead().orElseThrow(), Journal.newId(), 14), 15);
        assertThat(last(ReturnRefused.class).decidedBy()).isEqualTo(Actor.SYSTEM);
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        // One minute of pause: asked at 14, answered at 15.
        assertThat(last(ReturnRefused.class).handle().dueAt()).isEqualTo(story.minute(134));
    }

    @Test
    void return_isRefused_whenTheBodyAskedBefore_orTooLate() {
        reported();
        tell(requested(10), 10);
        accept(new TicketCommand.RefuseReturn(story.returnId(), "no", BY, story.minute(11)));
        tell(requested(ticket().lead().orElseThrow(), Journal.newId(), 12), 12);
        assertThat(last(ReturnRefused.class).decidedBy()).isEqualTo(Actor.SYSTEM);
        ReturnDeciderTest late = new ReturnDeciderTest();
        late.reported();
        late.tell(late.requested(31), 31);
        assertThat(late.last(ReturnRefused.class).reason()).contains("The time for returning is over");
    }

    @Test
    void returnTwiceTold_pausesOnce() {
        reported();
        tell(requested(10), 10);
        tell(requested(10), 10);
        assertThat(all(HandlingPaused.class)).hasSize(1);
    }
}
