package org.whistle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.whistle.testkit.Database;
import org.whistle.testkit.Story;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "dispatch")
class AuditedDecisionTest extends ServiceTest {

    private static ValidatableResponse record(Object subject) {
        Awaitility.await("all sealed")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.of("dispatch").number("select count(*) from audit_pending") == 0);
        return as(administrator())
                .get("/api/dispatch/audit?subject=" + subject)
                .then()
                .statusCode(200);
    }

    private UUID queued() {
        Story story = Story.begin();
        journal.publish(story.report().unclassified().build());
        awaitState(story.ticketId(), "queued");
        return story.ticketId();
    }

    @Test
    void aDispatchersChoice_isOnRecord_andWhatTheRulesChose_isNot() {
        UUID ticket = queued();
        Story automatic = Story.begin();
        journal.publish(automatic.report().build());
        awaitState(automatic.ticketId(), "dispatched");

        post(
                        dispatcher(),
                        "/tickets/" + ticket + "/dispatch",
                        version(ticket),
                        Map.of("lead", "power", "type", "C0105", "condition", "a", "reason", "线杆属电力"))
                .statusCode(200);

        record(ticket)
                .body("items.action", contains("ticket-dispatched"))
                .body("items[0].actor", equalTo("dispatcher-009"))
                .body("items[0].detail.body.why.reason", equalTo("线杆属电力"));
        record(automatic.ticketId()).body("items", hasSize(0));
    }

    @Test
    void aRefusedCommand_isNoDecision() {
        UUID ticket = queued();

        post(
                        dispatcher(),
                        "/tickets/" + ticket + "/dispatch",
                        version(ticket) + 1,
                        Map.of("lead", "power", "reason", "x"))
                .statusCode(412);

        record(ticket).body("items", hasSize(0));
    }

    @Test
    void theLoadingOfADistrict_isOnRecord() {
        record(policies.current().version()).body("items.action", hasItem("district-loaded"));
        assertThat(as(administrator())
                        .get("/api/dispatch/audit/verification")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Boolean>path("valid"))
                .isTrue();
    }
}
