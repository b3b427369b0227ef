package org.whistle.feedback.loop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.WithWhistle;

/** Tickets that are merged, and what ends with them; and matters that begin below the street. */
@QuarkusTest
@WithWhistle(service = "feedback")
class MergeFlowTest {

    private final Database database = Database.of("feedback");

    private static Given open(Journal journal) {
        Given g = Given.ticket(Instant.now().minus(Duration.ofMinutes(10)));
        journal.publish(g.filed());
        journal.publish(g.dispatched("water", 1));
        return g;
    }

    private static Given handled(Journal journal) {
        Given g = open(journal);
        journal.publish(g.completed(g.lead, "water", 9));
        return g;
    }

    private static Response loop(Given g) {
        return Api.get(Api.supervisor(), "/loops/" + g.ticketId);
    }

    private long running(Given g) {
        return database.number(
                "select count(*) from stage_clock where ticket_id = ? and stopped_at is null", g.ticketId);
    }

    @Test
    void mergedTickets_areClosedWithTheOther_alsoThroughOneThatWasMergedItself() {
        try (Journal journal = Journal.open()) {
            Given into = handled(journal);
            Given middle = open(journal);
            Given last = open(journal);
            journal.publish(last.merged(middle.ticketId, 4));
            journal.publish(middle.merged(into.ticketId, 5));
            String etag = Api.awaitState(middle.ticketId, "merged");
            Api.awaitState(last.ticketId, "merged");
            assertThat(running(middle)).isZero();
            Response verify = Api.post(
                    Api.gridWorker(), "/loops/" + middle.ticketId + "/verification", etag, Api.fixed(Given.SITE));
            assertThat(verify.<String>path("type")).isEqualTo("urn:whistle:problem:not-awaiting-verification");

            Api.close(into.ticketId);

            Api.awaitState(middle.ticketId, "closed");
            Api.awaitState(last.ticketId, "closed");
            assertThat(loop(middle).<String>path("loop.outcome")).isEqualTo("solved");
            assertThat(loop(middle).<String>path("loop.mergedInto")).isEqualTo(into.ticketId.toString());
            assertThat(loop(middle).<String>path("loop.closedAt"))
                    .isEqualTo(loop(into).<String>path("loop.closedAt"));
            assertThat(loop(last).<String>path("loop.mergedInto")).isEqualTo(middle.ticketId.toString());
            assertThat(loop(middle).<String>path("legs[0].ended")).isEqualTo("merged");
            assertThat(database.number(
                            "select count(*) from loop where ticket_id in (?, ?) and close_due_at is not null",
                            middle.ticketId,
                            last.ticketId))
                    .isZero();
        }
    }

    @Test
    void mergeThatIsReadAfterTheOtherWasClosed_closesAtOnce() {
        try (Journal journal = Journal.open()) {
            Given into = handled(journal);
            Given late = open(journal);
            Api.close(into.ticketId);
            Api.awaitState(late.ticketId, "handling");

            journal.publish(late.merged(into.ticketId, 5));

            Api.awaitState(late.ticketId, "closed");
            assertThat(running(late)).isZero();
        }
    }

    @Test
    void callBackThatWasDue_isTakenBack_andAnUndoneMerge_isDispatchedAnew() {
        try (Journal journal = Journal.open()) {
            Given into = open(journal);
            Given g = handled(journal);
            String etag = Api.awaitState(g.ticketId, "awaiting-verification");
            Api.post(Api.gridWorker(), "/loops/" + g.ticketId + "/verification", etag, Api.fixed(Given.SITE));
            Api.awaitState(g.ticketId, "awaiting-answer");

            journal.publish(g.merged(into.ticketId, 9));
            Api.awaitState(g.ticketId, "merged");
            assertThat(database.number("select count(*) from callback where ticket_id = ?", g.ticketId))
                    .isZero();

            journal.publish(g.unmerged(into.ticketId, 10));
            Api.awaitState(g.ticketId, "reported");
            assertThat(loop(g).<List<String>>path("clocks.findAll { it.stoppedAt == null }.stage"))
                    .containsExactly("dispatch");
            assertThat(loop(g).<Object>path("loop.mergedInto")).isNull();
            journal.publish(g.dispatched(2, 11, g.leg(g.second, "gas", LegRole.LEAD, 11, 120)));
            journal.publish(g.completed(g.second, "gas", 12));
            Api.close(g.ticketId);
            assertThat(loop(g).<String>path("loop.outcome")).isEqualTo("solved");
        }
    }

    @Test
    void matterBelowTheStreet_isReported_andBecomesATicketWhenItIsFiled() {
        try (Journal journal = Journal.open()) {
            Given g = Given.ticket(Instant.now().minus(Duration.ofMinutes(10)));
            journal.publish(g.opened());
            Api.awaitState(g.ticketId, "registered");
            assertThat(running(g)).isZero();

            journal.publish(g.filed());
            Api.awaitState(g.ticketId, "reported");
            assertThat(loop(g).<String>path("loop.type.code")).isEqualTo("C0101");
            assertThat(running(g)).isEqualTo(1);
            journal.publish(g.dispatched("water", 1));
            Api.awaitState(g.ticketId, "handling");
        }
    }

    @Test
    void extension_isStored_andMovesTheClock_andATransferNeedsNoReturn() {
        try (Journal journal = Journal.open()) {
            Given g = open(journal);
            journal.publish(g.extended(g.lead, "water", 1, g.clock(1, 240), 5));
            Api.await(() -> loop(g), response -> Integer.valueOf(1).equals(response.path("legs[0].extensions")));
            assertThat(Instant.parse(loop(g).path("clocks.find { it.stage == 'handle' }.dueAt")))
                    .isEqualTo(g.at(241).truncatedTo(ChronoUnit.MICROS));

            journal.publish(g.dispatched(2, 6, g.leg(g.second, "gas", LegRole.LEAD, 6, 120)));
            Api.await(() -> loop(g), response -> Integer.valueOf(2).equals(response.path("loop.round")));
            assertThat(loop(g).<String>path("legs[0].ended")).isEqualTo("replaced");
        }
    }
}
