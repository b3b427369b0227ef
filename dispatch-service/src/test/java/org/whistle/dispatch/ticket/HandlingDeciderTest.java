package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.assignment.AssignmentReworked;
import org.whistle.contracts.assignment.AssignmentSettled;
import org.whistle.contracts.dispatch.ReworkAssigned;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.Why;
import org.whistle.contracts.feedback.TicketClosed;

/** Handled, sent back, reopened, closed: what it does to the parts and their clocks. */
class HandlingDeciderTest extends TicketTest {

    @Test
    void completion_endsTheLeg_andTicketIsCompletedWithTheLastOne() {
        queued();
        accept(dispatch("power", List.of("parks"), "C0105", "a", 1));
        tell(accepted(ticket().legs().get(0), 2), 2);
        tell(completed(ticket().legs().get(0), 10), 10);
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        tell(completed(ticket().legs().get(1), 11), 11);
        assertThat(ticket().status()).isEqualTo(TicketStatus.COMPLETED);
    }

    @Test
    void rework_goesOnWithWhatWasLeftAtTheCompletion() {
        reported();
        tell(completed(80), 80);
        tell(rework(100), 100);
        assertThat(last(ReworkAssigned.class).handle().dueAt()).isEqualTo(story.minute(140));
        assertThat(last(AssignmentReworked.class).handle().dueAt()).isEqualTo(story.minute(140));
        assertThat(ticket().status()).isEqualTo(TicketStatus.DISPATCHED);
        tell(rework(101), 101);
        assertThat(all(ReworkAssigned.class)).hasSize(1);
    }

    @Test
    void overdueClock_staysOverdue_inRework() {
        reported();
        Instant due = ticket().lead().orElseThrow().leg().handle().dueAt();
        tell(completed(150), 150);
        tell(rework(200), 200);
        assertThat(last(ReworkAssigned.class).handle().dueAt()).isEqualTo(due);
        assertThat(last(ReworkAssigned.class).handle().superviseAt()).isEqualTo(story.minute(230));
    }

    @Test
    void reopenedTicket_goesBackToTheSameBodies_withFreshClocks() {
        reported();
        UUID first = ticket().lead().orElseThrow().leg().assignmentId();
        tell(completed(80), 80);
        tell(story.ticketReopened(1), 200);
        TicketDispatched event = last(TicketDispatched.class);
        assertThat(event.round()).isEqualTo(2);
        assertThat(event.why().basis()).isEqualTo(Why.Basis.REOPENED);
        assertThat(event.lead().department()).isEqualTo("water-supply");
        assertThat(event.lead().assignmentId()).isNotEqualTo(first);
        assertThat(event.lead().handle().dueAt()).isEqualTo(story.minute(320));
        tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 400);
        assertThat(all(AssignmentSettled.class))
                .extracting(AssignmentSettled::assignmentId)
                .containsExactly(first, event.lead().assignmentId());
    }

    @Test
    void closing_settlesEveryLeg_once() {
        reported();
        tell(completed(80), 80);
        tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 110);
        tell(story.ticketClosed(TicketClosed.Outcome.SOLVED), 110);
        assertThat(all(AssignmentSettled.class)).hasSize(1);
        assertThat(ticket().status()).isEqualTo(TicketStatus.CLOSED);
    }
}
