package org.whistle.dispatch;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

/** What the street's console reads: the lines of tickets that changed, what the rules considered and would say now. */
@QuarkusTest
@WithWhistle(service = "dispatch")
class ConsoleReadsTest extends ServiceTest {

    private static final String TICKETS = "/api/dispatch/tickets";

    @Test
    void changedTickets_areReadByTheirIds_andOnlyThoseThatFit() {
        Story open = dispatched();
        Story ended = Story.begin();
        journal.publish(ended.report().unclassified().build());
        long version = awaitState(ended.ticketId(), "queued");
        String both = TICKETS + "?ids=" + open.ticketId() + "," + ended.ticketId();
        as(dispatcher())
                .get(both + "&state=open&limit=1")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        contains(ended.ticketId().toString(), open.ticketId().toString()))
                .body("next", nullValue());
        post(
                        dispatcher(),
                        "/tickets/" + ended.ticketId() + "/non-acceptance",
                        version,
                        Map.of("channel", "人民法院", "explanation", "此事已进入诉讼。"))
                .statusCode(200);
        as(dispatcher())
                .get(both + "&state=open")
                .then()
                .body("items.id", contains(open.ticketId().toString()));
        as(dispatcher()).get(both + "&state=queued").then().body("items", empty());
        as(stranger()).get(both).then().statusCode(200).body("items", empty());
    }

    @Test
    void ticket_isAnsweredInFull_alsoAtAVersionTheCallerHas_becauseItsHistoryGrowsWithoutIt() {
        Story story = dispatched();
        as(dispatcher())
                .header("If-None-Match", "\"" + version(story.ticketId()) + "\"")
                .get(TICKETS + "/" + story.ticketId())
                .then()
                .statusCode(200)
                .body("history", not(empty()));
    }

    @Test
    void idsThatAreNone_areAnsweredWithTheField() {
        as(dispatcher())
                .get(TICKETS + "?ids=" + UUID.randomUUID() + ",x")
                .then()
                .statusCode(400)
                .body("errors.field", contains("ids"));
        as(dispatcher())
                .get(TICKETS + "?ids=" + (UUID.randomUUID() + ",").repeat(50) + UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("errors.field", contains("ids"));
    }

    @Test
    void openTickets_areThoseTheStreetStillFollows() {
        Story story = dispatched();
        as(dispatcher())
                .get(TICKETS + "?state=open&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(story.ticketId().toString()))
                .body("items.findAll { !(it.state in ['queued', 'dispatched', 'return-pending']) }", empty());
    }

    @Test
    void reason_namesTheRulesConsidered_andTheOneThatApplied() {
        Story story = dispatched();
        as(dispatcher())
                .header("Accept-Language", "en")
                .get(TICKETS + "/" + story.ticketId() + "/reason")
                .then()
                .statusCode(200)
                .body("considered.id", contains("R-C0101-a"))
                .body("considered[0].applied", equalTo(true))
                .body("considered[0].leadName", equalTo("Water supply company"))
                .body("considered[0].note", containsString("by nature and authority"));
    }

    @Test
    void suggestion_saysWhatTheRulesWouldSay_alsoOfAnotherType() {
        Story story = Story.begin();
        journal.publish(story.report().unclassified().build());
        awaitState(story.ticketId(), "queued");
        String suggestion = TICKETS + "/" + story.ticketId() + "/suggestion";
        as(dispatcher())
                .get(suggestion)
                .then()
                .statusCode(200)
                .body("lead", nullValue())
                .body("limit", nullValue())
                .body("queuedBecause", equalTo("unclassified"));
        as(dispatcher())
                .get(suggestion + "?type=C0101&condition=a")
                .then()
                .statusCode(200)
                .body("lead", equalTo("water-supply"))
                .body("rule", equalTo("R-C0101-a"))
                .body("urgency", equalTo("U0"))
                .body("limit", equalTo("2uh"));
        as(dispatcher())
                .get(suggestion + "?type=C0123&condition=a")
                .then()
                .body("lead", nullValue())
                .body("queuedBecause", equalTo("several-answers"))
                .body("candidates", not(empty()));
        as(dispatcher())
                .get(suggestion + "?type=C0101")
                .then()
                .statusCode(400)
                .body("errors.field", contains("condition"));
        as(stranger()).get(suggestion).then().statusCode(404);
    }

    @Test
    void openConsultations_areListedByTheirMeeting_withTheVersionForTheConclusion() {
        Story story = dispatched();
        long version = version(story.ticketId());
        String path = "/tickets/" + story.ticketId() + "/consultations";
        post(
                        dispatcher(),
                        path,
                        version,
                        Map.of(
                                "departments",
                                List.of("water-supply", "drainage"),
                                "subject",
                                "井盖归属",
                                "venue",
                                "二楼会议室",
                                "meetAt",
                                clock.instant().plusSeconds(3600).toString()))
                .statusCode(200);
        String find = "items.find { it.ticketId == '" + story.ticketId() + "' }.";
        String id = as(dispatcher())
                .get("/api/dispatch/consultations?state=open&limit=200")
                .then()
                .statusCode(200)
                .body(find + "consultation.venue", equalTo("二楼会议室"))
                .body(find + "version", equalTo((int) version + 1))
                .extract()
                .path(find + "consultation.id");
        as(stranger())
                .get("/api/dispatch/consultations?limit=200")
                .then()
                .body("items.ticketId", not(hasItem(story.ticketId().toString())));
        post(dispatcher(), path + "/" + id + "/conclusion", version + 1, Map.of("minutes", "由供水负责。", "lead", "gas"))
                .statusCode(200);
        as(dispatcher())
                .get("/api/dispatch/consultations?state=open&limit=200")
                .then()
                .body("items.ticketId", not(hasItem(story.ticketId().toString())));
        as(dispatcher())
                .get("/api/dispatch/consultations?state=concluded&limit=200")
                .then()
                .body("items.ticketId", hasItem(story.ticketId().toString()));
    }

    @Test
    void dispatcher_seesTheRuleProposalsOfTheOwnStreet_only() {
        Story story = Story.begin();
        journal.publish(story.report().unclassified().build());
        long version = awaitState(story.ticketId(), "queued");
        post(
                        dispatcher(),
                        "/tickets/" + story.ticketId() + "/dispatch",
                        version,
                        Map.of("lead", "power", "type", "C0105", "condition", "a", "reason", "本街道由供电公司维护"))
                .statusCode(200);
        String proposal = as(dispatcher())
                .body(Map.of("note", "本街道由供电公司维护"))
                .post(TICKETS + "/" + story.ticketId() + "/rule-proposal")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        String open = "/api/dispatch/rule-proposals?state=open&limit=200";
        as(dispatcher()).get(open).then().statusCode(200).body("items.id", hasItem(proposal));
        as(stranger()).get(open).then().statusCode(200).body("items.id", not(hasItem(proposal)));
        as(administrator()).get(open).then().statusCode(200).body("items.id", hasItem(proposal));
        as(dispatcher())
                .body(Map.of("reason", "x"))
                .post("/api/dispatch/rule-proposals/" + proposal + "/dismissal")
                .then()
                .statusCode(403);
    }

    private Story dispatched() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        awaitState(story.ticketId(), "dispatched");
        return story;
    }

    private static Tokens stranger() {
        return Tokens.forAccount("dispatcher-001").roles("dispatcher").areas("370102001");
    }
}
