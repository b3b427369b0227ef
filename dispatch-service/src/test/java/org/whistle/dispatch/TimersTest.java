package org.whistle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentResumed;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** Tickets' timers on the real database: on time, after an outage, and past a ticket whose timer cannot act. */
@QuarkusTest
@WithWhistle(service = "dispatch")
class TimersTest extends AskingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Database database = Database.of("dispatch");

    @Test
    void suspendedPart_goesOnByItself_atItsEnd() {
        Story story = suspended(Duration.ofHours(3));
        assertThat(timers(story)).isEqualTo(1);
        Instant until = clock.instant().plus(Duration.ofHours(3));
        clock.stopAt(until.minusSeconds(1));
        // Nothing is due a second before; the timer looks twice meanwhile.
        Awaitility.await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> timers(story) == 1);
        clock.stopAt(until);
        HandlingResumed resumed = events.await(HandlingResumed.class, story.ticketId());
        assertThat(resumed.resumedAt()).isEqualTo(until);
        assertThat(resumed.by().account()).isEqualTo("system");
        try (TopicReader assigned = TopicReader.fromBeginning(Topics.assigned("water-supply"))) {
            assertThat(assigned.await(AssignmentResumed.class, story.ticketId()).handle())
                    .isEqualTo(resumed.handle());
        }
        assertThat(timers(story)).isZero();
        as(dispatcher())
                .get("/api/dispatch/tickets/" + story.ticketId())
                .then()
                .statusCode(200)
                .body("legs[0].state", equalTo("open"))
                .body("pauses.cause", contains("suspension"))
                .body("pauses[0].to", equalTo(until.toString()));
    }

    @Test
    void afterHoursOfOutage_everyTimerActs_fromTheInstantItWasDueAt() {
        Instant begun = clock.instant();
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            stories.add(suspended(Duration.ofMinutes(30L + i)));
        }
        clock.stopAt(begun.plus(Duration.ofHours(9)));
        for (int i = 0; i < 3; i++) {
            HandlingResumed resumed =
                    events.await(HandlingResumed.class, stories.get(i).ticketId());
            assertThat(resumed.resumedAt()).isEqualTo(begun.plus(Duration.ofMinutes(30L + i)));
        }
    }

    @Test
    void ticketWhoseTimerCannotAct_stopsNoOther_andIsTriedAgainLater() {
        Story broken = suspended(Duration.ofMinutes(10));
        Story sound = suspended(Duration.ofMinutes(20));
        // Its policy was never loaded, so nothing can be reckoned for it.
        String document =
                (String) database.rows("select document::text as document from ticket where id = ?", broken.ticketId())
                        .getFirst()
                        .get("document");
        database.execute(
                "update ticket set document = jsonb_set(document, '{order,why,policyVersion}', '\"nowhere\"') where id = ?",
                broken.ticketId());
        Instant then = clock.instant().plus(Duration.ofHours(1));
        clock.stopAt(then);
        assertThat(events.await(HandlingResumed.class, sound.ticketId()).resumedAt())
                .isEqualTo(then.minus(Duration.ofMinutes(40)));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> database.number("select failures from ticket_timer where ticket_id = ?", broken.ticketId())
                        == 1);
        assertThat(timers(broken)).isEqualTo(1);
        // Once it is mended it acts at the next try, a minute later.
        database.execute("update ticket set document = ?::jsonb where id = ?", document, broken.ticketId());
        clock.stopAt(then.plus(Duration.ofMinutes(2)));
        assertThat(events.await(HandlingResumed.class, broken.ticketId()).resumedAt())
                .isEqualTo(then.minus(Duration.ofMinutes(50)));
        assertThat(timers(broken)).isZero();
    }

    @Test
    void timerThatTheTicketDoesNotAskFor_isDropped_andDoesNothing() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        long version = awaitState(story.ticketId(), "dispatched");
        database.execute(
                "insert into ticket_timer (ticket_id, kind, ref, due_at, next_at) values (?, 'resume', ?, now(), '2026-01-01')",
                story.ticketId(),
                Journal.newId());
        Awaitility.await().atMost(SOON).until(() -> timers(story) == 0);
        assertThat(version(story.ticketId())).isEqualTo(version);
    }

    @Test
    void manyTimersAtOnce_allAct() {
        List<UUID> tickets = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tickets.add(suspended(Duration.ofMinutes(60)).ticketId());
        }
        clock.stopAt(clock.instant().plus(Duration.ofMinutes(60)));
        tickets.forEach(
                ticket -> assertThat(events.await(HandlingResumed.class, ticket).ticketId())
                        .isEqualTo(ticket));
    }

    /** A ticket whose only part rests for so long from now. */
    private Story suspended(Duration rest) {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        AssignmentIssued assignment = issued("water-supply", story.ticketId(), 1);
        UUID request = askSuspension(assignment, clock.instant().plus(rest), clock.instant());
        long version = awaitRequest(story.ticketId(), request, "pending");
        post(
                        dispatcher(),
                        "/tickets/" + story.ticketId() + "/requests/" + request + "/approval",
                        version,
                        Map.of("reason", "同意"))
                .statusCode(200);
        return story;
    }

    private long timers(Story story) {
        return database.number("select count(*) from ticket_timer where ticket_id = ?", story.ticketId());
    }
}
