package org.whistle.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Topics;
import org.whistle.contracts.feedback.TicketReopened;

class StoresTest {

    @Test
    void database_answers_underTheServicesOwnLogin() {
        Database database = Database.of("intake");

        assertThat(database.number("SELECT 1")).isEqualTo(1);
        assertThat(database.rows("SELECT current_user AS login, current_database() AS name"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("login", "intake").containsEntry("name", "intake"));
    }

    @Test
    void publishedEvent_isRead_withItsHeaders() {
        Stores.shared().createTopics(Topics.JOURNAL);
        UUID ticket = Journal.newId();
        TicketReopened event = new TicketReopened(
                ticket, "still broken", 1, Actor.SYSTEM, java.time.Instant.parse("2026-03-02T01:00:00Z"));
        try (Journal journal = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            UUID id = journal.publish(event);

            assertThat(reader.await(TicketReopened.class, ticket)).isEqualTo(event);
            assertThat(reader.allAbout(ticket)).singleElement().satisfies(received -> {
                assertThat(received.id()).isEqualTo(id);
                assertThat(received.headers())
                        .containsEntry("ce_specversion", "1.0")
                        .containsEntry("ce_source", "/feedback")
                        .containsEntry("content-type", "application/json");
            });
        }
    }

    @Test
    void garbage_isRead_asItWasWritten() {
        Stores.shared().createTopics(Topics.JOURNAL);
        try (Journal journal = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            journal.publishGarbage(Topics.JOURNAL, null, new byte[] {1, 2, 3});

            Received received = reader.await("three bytes", candidate -> candidate.value().length == 3);

            assertThat(received.key()).isNull();
            assertThat(received.headers()).isEmpty();
        }
    }
}
