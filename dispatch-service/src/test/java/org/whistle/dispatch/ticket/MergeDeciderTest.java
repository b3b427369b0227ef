package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.department.SuspensionRequested;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.testkit.Journal;

/** Merges: the ticket goes on in another, its bodies are recalled, and an error is undone by routing it anew. */
class MergeDeciderTest {

    private final TicketScript script = TicketScript.dispatched();
    private final UUID into = Journal.newId();

    @Test
    void merge_recallsTheBodies_andEndsEverythingThatWaits() {
        LegState lead = script.lead();
        SuspensionRequested request = script.suspension(lead, script.minute(500), script.minute(5));
        script.tell(request, 5);
        script.accept(
                new TicketCommand.ApproveRequest(request.requestId(), "ok", TicketScript.STREET, script.minute(6)));
        script.tell(merged(into, 10), 10);
        assertThat(script.ticket().status().code()).isEqualTo("merged");
        assertThat(script.ticket()).isInstanceOfSatisfying(Ticket.Merged.class, t -> assertThat(t.into())
                .isEqualTo(into));
        assertThat(script.all(AssignmentRecalled.class)).singleElement().satisfies(recalled -> {
            assertThat(recalled.assignmentId()).isEqualTo(lead.leg().assignmentId());
            assertThat(recalled.cause()).isEqualTo(AssignmentRecalled.Cause.RE_DISPATCHED);
        });
        assertThat(TicketTimers.of(script.ticket())).isEmpty();
        assertThat(script.proceedings().pauses()).noneMatch(Pause::running);
        script.tell(merged(into, 10), 11);
        assertThat(script.all(AssignmentRecalled.class)).hasSize(1);
    }

    @Test
    void handledPart_isNotRecalled_andSettledAtTheClosing() {
        TicketScript joint = TicketScript.joint("power", "parks");
        joint.tell(joint.completed(joint.leg("parks"), joint.minute(5)), 5);
        joint.tell(new TicketMerged(joint.story.ticketId(), into, "same", TicketScript.STREET, joint.minute(10)), 10);
        assertThat(joint.all(AssignmentRecalled.class))
                .extracting(AssignmentRecalled::department)
                .containsExactly("power");
    }

    @Test
    void commands_onAMergedTicket_areRefused() {
        script.tell(script.extension(script.lead(), script.minute(5)), 5);
        script.tell(script.returning(script.lead(), 6), 6);
        UUID request = script.proceedings().requests().getFirst().requestId();
        UUID returned = script.ticket().returns().getFirst().returnId();
        script.tell(merged(into, 10), 10);
        assertThat(script.ticket().returns()).noneMatch(ReturnCase::pending);
        assertThat(script.proceedings().requests()).noneMatch(LegRequest::pending);
        for (TicketCommand command : List.of(
                script.dispatch("gas", 11),
                new TicketCommand.RefuseAcceptance("court", "go there", TicketScript.STREET, script.minute(11)),
                new TicketCommand.ApproveReturn(
                        returned, "x", "gas", List.of(), TicketScript.STREET, script.minute(11)),
                new TicketCommand.RefuseReturn(returned, "x", TicketScript.STREET, script.minute(11)),
                new TicketCommand.ApproveRequest(request, "x", TicketScript.STREET, script.minute(11)),
                new TicketCommand.RefuseRequest(request, "x", TicketScript.STREET, script.minute(11)),
                new TicketCommand.EndSuspension(request, "x", TicketScript.STREET, script.minute(11)),
                new TicketCommand.OpenConsultation(
                        List.of("gas", "power"),
                        "x",
                        "y",
                        script.minute(30),
                        TicketScript.STREET,
                        script.minute(11)))) {
            script.refuse(command, Refusal.TICKET_MERGED);
        }
    }

    @Test
    void queuedTicket_isMerged_andQueuedAgain() {
        TicketScript queued = TicketScript.queued();
        queued.tell(new TicketMerged(queued.story.ticketId(), into, "same", TicketScript.STREET, queued.minute(5)), 5);
        assertThat(queued.ticket().status()).isEqualTo(TicketStatus.MERGED);
        queued.tell(new TicketUnmerged(queued.story.ticketId(), into, "not", TicketScript.STREET, queued.minute(9)), 9);
        assertThat(queued.last(TicketQueued.class).round()).isZero();
        assertThat(queued.last(TicketQueued.class).queuedAt()).isEqualTo(queued.minute(9));
        assertThat(queued.ticket().status()).isEqualTo(TicketStatus.QUEUED);
    }

    @Test
    void undoneMerge_isRoutedAnew_withFreshClocks_andTheNextRound() {
        script.tell(merged(into, 10), 10);
        script.tell(unmerged(into, 60), 60);
        TicketDispatched dispatched = script.last(TicketDispatched.class);
        assertThat(dispatched.round()).isEqualTo(2);
        assertThat(dispatched.lead().department()).isEqualTo("water-supply");
        assertThat(dispatched.lead().handle().dueAt()).isEqualTo(script.minute(180));
        assertThat(script.last(AssignmentIssued.class).ticketNo())
                .isEqualTo(script.ticket().report().ticketNo());
        assertThat(script.all(AssignmentRecalled.class)).hasSize(1);
        assertThat(script.ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
    }

    @Test
    void undoing_whatWasNotMerged_orIntoAnother_isReported() {
        assertThatThrownBy(() -> script.tell(unmerged(into, 5), 5)).isInstanceOf(UnexpectedEvent.class);
        script.tell(merged(into, 10), 10);
        assertThatThrownBy(() -> script.tell(unmerged(Journal.newId(), 11), 11)).isInstanceOf(UnexpectedEvent.class);
        assertThatThrownBy(() -> script.tell(merged(Journal.newId(), 12), 12)).isInstanceOf(UnexpectedEvent.class);
    }

    @Test
    void factsOfRecalledBodies_comeLate_andATicketThatHasEnded_isNotMerged() {
        LegState lead = script.lead();
        script.tell(merged(into, 10), 10);
        Ticket before = script.ticket();
        script.tell(script.completed(lead, script.minute(11)), 11);
        script.tell(script.extension(lead, script.minute(11)), 11);
        assertThat(script.ticket()).isEqualTo(before);
        TicketScript ended = TicketScript.dispatched();
        ended.tell(ended.story.ticketClosed(TicketClosed.Outcome.SOLVED), 20);
        ended.tell(new TicketMerged(ended.story.ticketId(), into, "same", TicketScript.STREET, ended.minute(21)), 21);
        assertThat(ended.ticket().status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(ended.all(AssignmentRecalled.class)).isEmpty();
    }

    @Test
    void undoneMerge_ofATicketThatHadEndedBefore_changesNothing() {
        script.tell(script.story.ticketClosed(TicketClosed.Outcome.SOLVED), 5);
        script.tell(merged(into, 10), 10);
        int told = script.told.size();

        script.tell(unmerged(into, 20), 20);

        assertThat(script.ticket()).isInstanceOf(Ticket.Closed.class);
        assertThat(script.told).hasSize(told);
    }

    private TicketMerged merged(UUID other, long minute) {
        return new TicketMerged(script.story.ticketId(), other, "same", TicketScript.STREET, script.minute(minute));
    }

    private TicketUnmerged unmerged(UUID other, long minute) {
        return new TicketUnmerged(script.story.ticketId(), other, "not", TicketScript.STREET, script.minute(minute));
    }
}
