package org.whistle.dispatch.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whistle.testkit.Journal;

/** Facts that cannot be are reported; those that come late or again change nothing. */
class LateFactsTest extends TicketTest {

    @Test
    void factAboutAnUnknownLeg_isReported() {
        reported();
        assertThatThrownBy(() -> tell(story.completed(), 80)).isInstanceOf(UnexpectedEvent.class);
        assertThatThrownBy(() -> tell(story.reworkOrdered(), 80)).isInstanceOf(UnexpectedEvent.class);
        assertThatThrownBy(() -> tell(story.returnRequested(), 80)).isInstanceOf(UnexpectedEvent.class);
        assertThatThrownBy(() -> tell(story.routineRegistered(), 80)).isInstanceOf(UnexpectedEvent.class);
    }

    @Test
    void completionDuringAReturn_andReturnAfterACompletion_areReported() {
        reported();
        tell(requested(10), 10);
        assertThatThrownBy(() -> tell(completed(20), 20)).isInstanceOf(UnexpectedEvent.class);
        LateFactsTest other = new LateFactsTest();
        other.reported();
        other.tell(other.completed(10), 10);
        assertThatThrownBy(() -> other.tell(other.requested(11), 11)).isInstanceOf(UnexpectedEvent.class);
    }

    @Test
    void reopeningOfAQueuedTicket_isReported() {
        queued();
        assertThatThrownBy(() -> tell(story.ticketReopened(1), 80)).isInstanceOf(UnexpectedEvent.class);
    }

    @Test
    void factAboutARecalledLeg_cameLate_andChangesNothing() {
        reported();
        LegState first = ticket().lead().orElseThrow();
        accept(dispatch("drainage", List.of(), null, null, 10));
        Ticket before = ticket();
        tell(completed(first, 11), 11);
        tell(requested(first, Journal.newId(), 11), 11);
        assertThat(ticket()).isEqualTo(before);
    }

    @Test
    void reportTwice_andTellingFacts_changeNothing() {
        reported();
        Ticket before = ticket();
        int count = scene.count();
        tell(story.reportFiled(), 1);
        tell(story.reportJoined(Journal.newId()), 2);
        tell(story.progressNoted(), 3);
        tell(story.verificationPassed(), 4);
        tell(story.reporterAnswered(true), 5);
        assertThat(ticket()).isEqualTo(before);
        assertThat(scene.count()).isEqualTo(count);
    }
}
