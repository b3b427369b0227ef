package org.whistle.feedback.loop.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.feedback.ReporterAnswered;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.contracts.feedback.VerificationPassed;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.testkit.Journal;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class LoopFlowTest {

    private static Given handled(Journal journal) {
        Given g = Given.ticket(Instant.now().minus(Duration.ofMinutes(10)));
        journal.publish(g.filed());
        journal.publish(g.dispatched("water", 1));
        journal.publish(g.accepted(g.lead, "water", 2));
        journal.publish(g.completed(g.lead, "water", 9));
        return g;
    }

    @Test
    void loop_isClosed_afterVerificationAndASolvedAnswer() {
        try (Journal journal = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = handled(journal);
            String etag = Api.awaitState(g.ticketId, "awaiting-verification");
            Response verified =
                    Api.post(Api.gridWorker(), "/loops/" + g.ticketId + "/verification", etag, Api.fixed(Given.NEAR));
            assertThat(verified.statusCode()).as(verified.asString()).isEqualTo(200);
            assertThat(verified.<String>path("state")).isEqualTo("awaiting-answer");

            Response answered = Api.post(
                    Api.callAgent(),
                    "/loops/" + g.ticketId + "/callback",
                    verified.header("ETag"),
                    Api.answer(true, "satisfied"));
            assertThat(answered.statusCode()).as(answered.asString()).isEqualTo(200);
            assertThat(answered.<String>path("state")).isEqualTo("closed");

            assertThat(reader.await(VerificationPassed.class, g.ticketId).by().account())
                    .isEqualTo("grid-1");
            assertThat(reader.await(ReporterAnswered.class, g.ticketId).solved())
                    .isTrue();
            assertThat(reader.await(TicketClosed.class, g.ticketId).outcome()).isEqualTo(TicketClosed.Outcome.SOLVED);
            Response detail = Api.get(Api.supervisor(), "/loops/" + g.ticketId);
            assertThat(detail.<Integer>path("verifications[0].metres")).isBetween(95, 105);
            assertThat(detail.<String>path("callbacks[0].satisfaction")).isEqualTo("satisfied");
            assertThat(detail.header("ETag")).isEqualTo(answered.header("ETag"));
        }
    }

    @Test
    void ticket_goesBackToTheSameDepartment_whenNotFixed_andIsReopened_whenNotSolved() {
        try (Journal journal = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = handled(journal);
            String etag = Api.awaitState(g.ticketId, "awaiting-verification");
            Response rework = Api.post(
                    Api.gridWorker(), "/loops/" + g.ticketId + "/verification", etag, Api.notFixed(Given.SITE));
            assertThat(rework.<String>path("state")).as(rework.asString()).isEqualTo("handling");
            assertThat(reader.await(ReworkOrdered.class, g.ticketId).assignmentId())
                    .isEqualTo(g.lead);

            journal.publish(g.reworkAssigned(g.lead, "water", g.clock(11, 110), 11));
            journal.publish(g.completed(g.lead, "water", 12));
            etag = Api.awaitState(g.ticketId, "awaiting-verification");
            Response passed =
                    Api.post(Api.gridWorker(), "/loops/" + g.ticketId + "/verification", etag, Api.fixed(Given.SITE));
            Response reopened = Api.post(
                    Api.callAgent(),
                    "/loops/" + g.ticketId + "/callback",
                    passed.header("ETag"),
                    Api.answer(false, "unsatisfied"));
            assertThat(reopened.<String>path("state")).as(reopened.asString()).isEqualTo("reopened");
            assertThat(reader.await(TicketReopened.class, g.ticketId).times()).isEqualTo(1);

            journal.publish(g.dispatched(2, 20, g.leg(g.second, "water", LegRole.LEAD, 20, 120)));
            Api.awaitState(g.ticketId, "handling");
            journal.publish(g.completed(g.second, "water", 30));
            Api.awaitState(g.ticketId, "awaiting-verification");
        }
    }
}
