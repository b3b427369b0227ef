package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketNotAccepted;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Why;
import org.whistle.contracts.feedback.TicketClosed;

/** Where a new report goes, and where a person sends it: to bodies, to others, or to another channel. */
class DispatchDeciderTest extends TicketTest {

    @Test
    void report_isDispatched_whenTheRulesHaveOneAnswer() {
        reported();
        TicketDispatched event = last(TicketDispatched.class);
        assertThat(event.round()).isEqualTo(1);
        assertThat(event.lead().department()).isEqualTo("water-supply");
        assertThat(event.lead().accept().dueAt()).isEqualTo(story.minute(15));
        assertThat(event.lead().handle().dueAt()).isEqualTo(story.minute(120));
        assertThat(last(AssignmentIssued.class).returnsLeft()).isEqualTo(1);
        assertThat(last(AssignmentIssued.class).returnBy()).isEqualTo(story.minute(30));
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
    }

    @Test
    void report_isQueued_whenNobodyClassifiedIt() {
        queued();
        assertThat(last(TicketQueued.class).reason()).isEqualTo(TicketQueued.Reason.UNCLASSIFIED);
        assertThat(ticket().status()).isEqualTo(TicketStatus.QUEUED);
        assertThat(scene.count()).isEqualTo(1);
    }

    @Test
    void queuedTicket_isDispatched_toALeadAndCooperatingBodies() {
        queued();
        accept(dispatch("power", List.of("parks"), "C0105", "b", 10));
        TicketDispatched event = last(TicketDispatched.class);
        assertThat(event.legs()).extracting(leg -> leg.department()).containsExactly("power", "parks");
        assertThat(event.why().basis()).isEqualTo(Why.Basis.MANUAL);
        assertThat(all(AssignmentIssued.class)).hasSize(2);
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
    }

    @Test
    void dispatch_isRefused_withoutAClassification() {
        queued();
        refuse(dispatch("power", List.of(), null, null, 10), Refusal.CLASSIFICATION_REQUIRED);
    }

    @Test
    void dispatch_isRefused_underAnUnknownClassification() {
        queued();
        refuse(dispatch("power", List.of(), "C0105", "z", 10), Refusal.UNKNOWN_CLASSIFICATION);
    }

    @Test
    void dispatch_isRefused_toAnUnknownBody_orOneNamedTwice() {
        queued();
        refuse(dispatch("nobody", List.of(), "C0105", "a", 10), Refusal.UNKNOWN_DEPARTMENT);
        refuse(dispatch("power", List.of("nobody"), "C0105", "a", 10), Refusal.UNKNOWN_DEPARTMENT);
        refuse(dispatch("power", List.of("power"), "C0105", "a", 10), Refusal.DEPARTMENT_TWICE);
        refuse(dispatch("power", List.of("gas", "gas"), "C0105", "a", 10), Refusal.DEPARTMENT_TWICE);
    }

    @Test
    void dispatchedTicket_goesToAnotherLead_andTheFirstIsRecalled() {
        reported();
        accept(dispatch("drainage", List.of(), null, null, 10));
        assertThat(last(AssignmentRecalled.class).cause()).isEqualTo(AssignmentRecalled.Cause.RE_DISPATCHED);
        assertThat(last(TicketDispatched.class).round()).isEqualTo(2);
        assertThat(last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(story.minute(130));
    }

    @Test
    void sameLeadAgain_keepsItsRunningClock() {
        reported();
        accept(dispatch("water-supply", List.of("water-affairs"), null, null, 10));
        assertThat(last(TicketDispatched.class).lead().handle().dueAt()).isEqualTo(story.minute(120));
        assertThat(last(TicketDispatched.class).legs().get(1).handle().dueAt()).isEqualTo(story.minute(130));
    }

    @Test
    void dispatch_isRefused_whileAReturnIsUndecided_afterTheLeadHasHandled_andAfterTheEnd() {
        reported();
        tell(requested(20), 20);
        refuse(dispatch("gas", List.of(), null, null, 21), Refusal.RETURN_UNDECIDED);
        accept(new TicketCommand.RefuseReturn(story.returnId(), "no", BY, story.minute(22)));
        tell(completed(30), 30);
        refuse(dispatch("gas", List.of(), null, null, 31), Refusal.ALREADY_HANDLED);
        tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 40);
        refuse(dispatch("gas", List.of(), null, null, 41), Refusal.TICKET_ENDED);
    }

    @Test
    void queuedTicket_isNotAccepted() {
        queued();
        accept(refuseAcceptance());
        assertThat(last(TicketNotAccepted.class).channel()).isEqualTo("court");
        assertThat(ticket().status()).isEqualTo(TicketStatus.NOT_ACCEPTED);
        refuse(refuseAcceptance(), Refusal.TICKET_ENDED);
        refuse(dispatch("gas", List.of(), "C0105", "a", 41), Refusal.TICKET_ENDED);
    }

    @Test
    void nonAcceptance_isRefused_onceBodiesHaveIt() {
        reported();
        refuse(refuseAcceptance(), Refusal.ALREADY_DISPATCHED);
        tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 40);
        refuse(refuseAcceptance(), Refusal.TICKET_ENDED);
    }
}
