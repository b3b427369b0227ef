package org.whistle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.assignment.AssignmentExtended;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRequestRefused;
import org.whistle.contracts.assignment.AssignmentSuspended;
import org.whistle.contracts.dispatch.ExtensionGranted;
import org.whistle.contracts.dispatch.ExtensionRefused;
import org.whistle.contracts.dispatch.HandlingResumed;
import org.whistle.contracts.dispatch.SuspensionGranted;
import org.whistle.testkit.Database;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** Extensions and suspensions over REST, the journal and the department's topic. */
@QuarkusTest
@WithWhistle(service = "dispatch")
class RequestsTest extends AskingTest {

    @Test
    void extension_isListed_granted_andTold() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        AssignmentIssued assignment = issued("water-supply", story.ticketId(), 1);
        assertThat(assignment.terms().extensionsLeft()).isEqualTo(2);
        assertThat(assignment.handle().chaseAt()).isNotNull();
        assertThat(assignment.accept().chaseAt()).isNull();
        UUID request = askExtension(assignment, story.minute(20));
        long version = awaitRequest(story.ticketId(), request, "pending");
        for (String filter :
                new String[] {"kind=extension&state=pending", "street=" + STREET + "&state=pending", "kind=extension"
                }) {
            as(dispatcher())
                    .get("/api/dispatch/requests?limit=200&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.request.id", hasItem(request.toString()))
                    .body("items.find { it.request.id == '" + request + "' }.version", equalTo((int) version));
        }
        for (String filter : new String[] {"kind=suspension", "state=granted", "state=refused", "street=370102008"}) {
            as(dispatcher())
                    .get("/api/dispatch/requests?limit=200&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.request.id", not(hasItem(request.toString())));
        }
        clock.stopAt(story.minute(30));
        String path = "/tickets/" + story.ticketId() + "/requests/" + request + "/approval";
        post(dispatcher(), path, version, Map.of("reason", "同意"))
                .statusCode(200)
                .header("ETag", "\"" + (version + 1) + "\"")
                .body("state", equalTo("dispatched"));
        ExtensionGranted granted = events.await(ExtensionGranted.class, story.ticketId());
        assertThat(granted.handle().dueAt())
                .isEqualTo(assignment.handle().dueAt().plus(Duration.ofHours(2)));
        assertThat(granted.decidedBy().account()).isEqualTo("dispatcher-009");
        try (TopicReader assigned = TopicReader.fromBeginning(Topics.assigned("water-supply"))) {
            assertThat(assigned.await(AssignmentExtended.class, story.ticketId())
                            .handle())
                    .isEqualTo(granted.handle());
        }
        awaitHistory(story.ticketId(), "whistle.dispatch.extension-granted.v1");
        as(dispatcher())
                .get("/api/dispatch/tickets/" + story.ticketId())
                .then()
                .statusCode(200)
                .body("requests", hasSize(1))
                .body("requests[0].kind", equalTo("extension"))
                .body("requests[0].state", equalTo("granted"))
                .body("requests[0].endorsedBy", equalTo("manager-1"))
                .body("requests[0].decisionReason", equalTo("同意"))
                .body("legs[0].handle.dueAt", equalTo(granted.handle().dueAt().toString()))
                .body(
                        "history.type",
                        hasItems("whistle.department.extension-requested.v1", "whistle.dispatch.extension-granted.v1"));
        post(dispatcher(), path, version + 1, Map.of("reason", "同意"))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:request-decided"));
    }

    @Test
    void lateExtension_isRefusedByTheRule_andTold() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        AssignmentIssued assignment = issued("water-supply", story.ticketId(), 1);
        clock.stopAt(story.minute(200));
        UUID request = askExtension(assignment, story.minute(190));
        awaitRequest(story.ticketId(), request, "refused");
        assertThat(events.await(ExtensionRefused.class, story.ticketId()).reason())
                .contains("before the limit has passed");
        try (TopicReader assigned = TopicReader.fromBeginning(Topics.assigned("water-supply"))) {
            assertThat(assigned.await(AssignmentRequestRefused.class, story.ticketId())
                            .requestId())
                    .isEqualTo(request);
        }
    }

    @Test
    void suspension_restsThePart_andTheStreetEndsItEarly() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        AssignmentIssued assignment = issued("water-supply", story.ticketId(), 1);
        Instant until = story.minute(3000);
        UUID request = askSuspension(assignment, until, story.minute(20));
        long version = awaitRequest(story.ticketId(), request, "pending");
        as(dispatcher())
                .get("/api/dispatch/tickets/" + story.ticketId())
                .then()
                .body(
                        "availableActions",
                        hasItems("requests/" + request + "/approval", "requests/" + request + "/refusal"));
        clock.stopAt(story.minute(30));
        String ticket = "/tickets/" + story.ticketId();
        post(dispatcher(), ticket + "/requests/" + request + "/approval", version, Map.of("reason", "同意"))
                .statusCode(200);
        assertThat(events.await(SuspensionGranted.class, story.ticketId()).until())
                .isEqualTo(until);
        try (TopicReader assigned = TopicReader.fromBeginning(Topics.assigned("water-supply"))) {
            assertThat(assigned.await(AssignmentSuspended.class, story.ticketId())
                            .suspendedAt())
                    .isEqualTo(story.minute(30));
        }
        as(dispatcher())
                .get("/api/dispatch/tickets/" + story.ticketId())
                .then()
                .body("legs[0].state", equalTo("suspended"))
                .body("legs[0].suspendedUntil", equalTo(until.toString()))
                .body("pauses[0].cause", equalTo("suspension"))
                .body("pauses[0].to", equalTo(null))
                .body("availableActions", hasItem("suspensions/" + request + "/end"));
        clock.stopAt(story.minute(90));
        post(dispatcher(), ticket + "/suspensions/" + request + "/end", version + 1, Map.of("reason", "备件已到"))
                .statusCode(200);
        HandlingResumed resumed = events.await(HandlingResumed.class, story.ticketId());
        assertThat(resumed.reason()).isEqualTo("备件已到");
        assertThat(resumed.handle().dueAt())
                .isEqualTo(assignment.handle().dueAt().plus(Duration.ofMinutes(60)));
        post(dispatcher(), ticket + "/suspensions/" + request + "/end", version + 2, Map.of("reason", "x"))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:not-suspended"));
    }

    @Test
    void badInput_isRefused_inWords() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        AssignmentIssued assignment = issued("water-supply", story.ticketId(), 1);
        UUID request = askExtension(assignment, story.minute(20));
        long version = awaitRequest(story.ticketId(), request, "pending");
        String ticket = "/tickets/" + story.ticketId();
        String approval = ticket + "/requests/" + request + "/approval";
        post(dispatcher(), approval, version, Map.of()).statusCode(400).body("errors[0].field", equalTo("reason"));
        post(dispatcher(), approval, version, Map.of("reason", "x".repeat(2001)))
                .statusCode(400)
                .body("errors[0].field", equalTo("reason"));
        post(dispatcher(), approval, version + 7, Map.of("reason", "x")).statusCode(412);
        as(dispatcher())
                .body(Map.of("reason", "x"))
                .post("/api/dispatch" + approval)
                .then()
                .statusCode(428);
        post(dispatcher(), ticket + "/requests/" + story.returnId() + "/refusal", version, Map.of("reason", "x"))
                .statusCode(404)
                .body("type", equalTo("urn:whistle:problem:request-unknown"))
                .body("detail", containsString("没有这一延期或挂账申请"));
        post(dispatcher(), ticket + "/requests/nonsense/refusal", version, Map.of("reason", "x"))
                .statusCode(404);
        as(dispatcher())
                .get("/api/dispatch/requests?kind=holiday")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("kind"));
        as(dispatcher())
                .get("/api/dispatch/requests?state=approved")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("state"));
        as(dispatcher())
                .get("/api/dispatch/requests?street=12")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("street"));
    }

    @Test
    void onlyTheStreetsOwnDispatchers_decide() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        UUID request = askExtension(issued("water-supply", story.ticketId(), 1), story.minute(20));
        long version = awaitRequest(story.ticketId(), request, "pending");
        String path = "/tickets/" + story.ticketId() + "/requests/" + request + "/refusal";
        Tokens elsewhere =
                Tokens.forAccount("dispatcher-008").roles("dispatcher").areas("370102008");
        Tokens leader = Tokens.forAccount("leader-1").roles("leader").areas(STREET);
        Tokens handler =
                Tokens.forAccount("handler-1").roles("handler").areas("370102").department("water-supply");
        Tokens other =
                Tokens.forAccount("handler-2").roles("handler").areas("370102").department("gas");
        post(elsewhere, path, version, Map.of("reason", "x")).statusCode(404);
        post(leader, path, version, Map.of("reason", "x")).statusCode(403);
        post(handler, path, version, Map.of("reason", "x")).statusCode(403);
        as(handler)
                .get("/api/dispatch/requests?limit=200")
                .then()
                .statusCode(200)
                .body("items.request.id", hasItem(request.toString()));
        as(other)
                .get("/api/dispatch/requests?limit=200")
                .then()
                .statusCode(200)
                .body("items.request.id", not(hasItem(request.toString())));
        as(elsewhere)
                .get("/api/dispatch/requests?limit=200")
                .then()
                .statusCode(200)
                .body("items.request.id", not(hasItem(request.toString())));
    }

    @Test
    void pagesOfRequests_goOnWhereTheyEnded() {
        UUID[] asked = new UUID[3];
        for (int i = 0; i < asked.length; i++) {
            Story story = Story.begin();
            journal.publish(story.reportFiled());
            asked[i] = askExtension(issued("water-supply", story.ticketId(), 1), story.minute(40 + i));
            awaitRequest(story.ticketId(), asked[i], "pending");
        }
        String next = "/api/dispatch/requests?state=pending&limit=1";
        int pages = 0;
        Set<String> seen = new HashSet<>();
        while (next != null) {
            var page = as(dispatcher()).get(next).then().statusCode(200).extract();
            assertThat(seen.add(page.path("items[0].request.id"))).isTrue();
            next = page.path("next");
            assertThat(++pages).isLessThan(500);
        }
        for (UUID one : asked) {
            assertThat(seen).contains(one.toString());
        }
    }

    private void awaitHistory(UUID ticket, String type) {
        Awaitility.await(type)
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.of("dispatch")
                                .number(
                                        "select count(*) from ticket_history where ticket_id = ? and type = ?",
                                        ticket,
                                        type)
                        == 1);
    }
}
