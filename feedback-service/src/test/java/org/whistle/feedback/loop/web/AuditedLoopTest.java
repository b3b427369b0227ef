package org.whistle.feedback.loop.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class AuditedLoopTest {

    private static final Tokens ADMINISTRATOR =
            Tokens.forAccount("administrator").roles("administrator").areas(Api.DISTRICT);

    @Test
    void everyStepOfAPerson_isOnRecord_withTheirAccount() {
        try (Journal journal = Journal.open()) {
            Given g = Given.ticket(Instant.now().minus(Duration.ofMinutes(10)));
            journal.publish(g.filed());
            journal.publish(g.dispatched("water", 1));
            journal.publish(g.accepted(g.lead, "water", 2));
            journal.publish(g.completed(g.lead, "water", 9));
            String etag = Api.awaitState(g.ticketId, "awaiting-verification");
            Response verified =
                    Api.post(Api.gridWorker(), "/loops/" + g.ticketId + "/verification", etag, Api.fixed(Given.NEAR));
            Response attempted = Api.post(
                    Api.callAgent(), "/loops/" + g.ticketId + "/callback", verified.header("ETag"), Api.NOT_REACHED);
            assertThat(attempted.statusCode()).as(attempted.asString()).isEqualTo(200);
            Api.post(
                    Api.callAgent(),
                    "/loops/" + g.ticketId + "/callback",
                    attempted.header("ETag"),
                    Api.answer(true, "satisfied"));

            Response record = Api.await(
                    () -> Api.get(ADMINISTRATOR, "/audit?subject=" + g.ticketId),
                    found -> found.statusCode() == 200 && found.<Integer>path("items.size()") >= 4);

            assertThat(record.<List<String>>path("items.action"))
                    .containsExactly("ticket-closed", "reporter-answered", "callback-attempted", "verification-passed");
            assertThat(record.<List<String>>path("items.actor"))
                    .containsExactly("call-1", "call-1", "call-1", "grid-1");
            assertThat(record.<String>path("items[1].detail.body.satisfaction")).isEqualTo("satisfied");
            assertThat(Api.get(ADMINISTRATOR, "/audit/verification").<Boolean>path("valid"))
                    .isTrue();
        }
    }
}
