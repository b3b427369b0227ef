package org.whistle.feedback.loop.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Topics;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class JournalHandlerTest {

    private final Database database = Database.of("feedback");

    private List<Map<String, Object>> everythingAbout(UUID ticket) {
        return database.rows("""
                select loop::text from loop where ticket_id = ? union all
                select leg::text from leg where ticket_id = ? union all
                select stage_clock::text from stage_clock where ticket_id = ? union all
                select alert::text from alert where ticket_id = ? order by 1""", ticket, ticket, ticket, ticket);
    }

    @Test
    void redeliveredEvents_andTheWholeHistoryAgain_changeNothing() {
        try (Journal journal = Journal.open()) {
            Given g = Given.ticket(Instant.now().minus(Duration.ofHours(3)));
            List<JournalEvent> history = List.of(
                    g.filed(),
                    g.joint("water", "power", 20),
                    g.accepted(g.lead, "water", 21),
                    g.paused(g.lead, 25),
                    g.returnRefused(g.lead, "water", g.clock(25, 600), 30),
                    g.completed(g.second, "power", 40),
                    g.completed(g.lead, "water", 170));
            UUID last = null;
            for (JournalEvent event : history) {
                last = journal.publish(event);
            }
            Api.awaitState(g.ticketId, "awaiting-verification");
            List<Map<String, Object>> before = everythingAbout(g.ticketId);

            journal.publish(Topics.JOURNAL, last, history.getLast());
            history.forEach(journal::publish);
            // The same key, so the same partition: when the dead letter is there, all before it was applied.
            long letters = deadLetters(g.ticketId);
            journal.publishBroken(Topics.JOURNAL, "whistle.dispatch.ticket-queued.v1", g.ticketId, "{\"a\": 1}");
            await().atMost(Duration.ofSeconds(20)).until(() -> deadLetters(g.ticketId) == letters + 1);

            assertThat(everythingAbout(g.ticketId)).isEqualTo(before);
        }
    }

    @Test
    void badRecords_goToTheDeadLetters_andTheRestFlowsOn() {
        try (Journal journal = Journal.open()) {
            long letters = database.number("select count(*) from dead_letter");
            Given g = Given.ticket(Instant.now().minus(Duration.ofMinutes(10)));
            journal.publishGarbage(Topics.JOURNAL, g.ticketId.toString(), new byte[] {1, 2, 3});
            journal.publishBroken(Topics.JOURNAL, "whistle.intake.report-filed.v1", g.ticketId, "no json");
            journal.publishBroken(Topics.JOURNAL, "whistle.intake.report-filed.v9", g.ticketId, "{}");
            journal.publish(g.completed(g.lead, "water", 3));
            journal.publish(g.filed());
            journal.publish(g.dispatched("water", 1));

            Api.awaitState(g.ticketId, "handling");
            assertThat(database.number("select count(*) from dead_letter") - letters)
                    .isEqualTo(4);
            assertThat(database.rows(
                            "select cause from dead_letter where record_key = ? order by \"offset\"",
                            g.ticketId.toString()))
                    .extracting(row -> String.valueOf(row.get("cause")))
                    .anySatisfy(cause -> assertThat(cause).contains("nothing is known of this ticket"));
        }
    }

    @Test
    void manyTickets_flow_inBatches() {
        try (Journal journal = Journal.open()) {
            String grid = "370102888001001";
            int count = 500;
            for (int i = 0; i < count; i++) {
                Given g = Given.ticket(Instant.now(), grid, "resident-1");
                journal.publish(g.filed());
                journal.publish(g.dispatched("water", 0));
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            database.number("select count(*) from loop where grid = ? and state = 'handling'", grid)
                                    == count);
            assertThat(database.number("select count(*) from leg where grid = ?", grid))
                    .isEqualTo(count);
            assertThat(database.number(
                            "select count(*) from stage_clock where ticket_id in (select ticket_id from loop where grid = ?)",
                            grid))
                    // To accept, to handle, to dispatch, and the whole.
                    .isEqualTo(4 * count);
        }
    }

    private long deadLetters(UUID ticket) {
        return database.number("select count(*) from dead_letter where record_key = ?", ticket.toString());
    }
}
