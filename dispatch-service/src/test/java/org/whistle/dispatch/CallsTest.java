package org.whistle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.Whistle;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

/** Whistles from below the street, on the real broker and the real database. */
@QuarkusTest
@WithWhistle(service = "dispatch")
class CallsTest extends ServiceTest {

    private static final Tokens BRANCH =
            Tokens.forAccount("branch-370102009001").roles("branch").areas(Story.GRID.substring(0, 12));

    @Test
    void resident_whistlesForTheirOwnReport_andThePropertyCompanyIsCalled() {
        Story story = Story.begin();
        String account = "resident-" + UUID.randomUUID();
        journal.publish(story.report().filedBy(account).build());
        long version = awaitState(story.ticketId(), "dispatched");
        Tokens resident = Tokens.forAccount(account).roles("resident");

        as(resident)
                .get("/api/dispatch/tickets/" + story.ticketId() + "/calls")
                .then()
                .statusCode(200)
                .header("ETag", "\"" + version + "\"")
                .body("whistle", nullValue())
                .body("rights.kind", contains("residents"))
                .body("rights[0].bodies.department", contains("property"));
        post(resident, path(story), version, body("residents", "property"))
                .statusCode(200)
                .body("lead", equalTo("water-supply"));

        TicketDispatched event = events.await(TicketDispatched.class, story.ticketId());
        AssignmentIssued issued = issued("property", story.ticketId(), 2);
        assertThat(issued.whistle()).isNotNull();
        assertThat(issued.whistle().kind()).isEqualTo(Whistle.Kind.RESIDENTS);
        assertThat(event.why().decidedBy().account()).isIn("system", account);
        as(resident)
                .get("/api/dispatch/tickets/" + story.ticketId() + "/calls")
                .then()
                .body("bodies.department", contains("water-supply", "property"))
                .body("whistle.kind", equalTo("residents"));
        post(resident, path(story), version + 1, body("residents", "property"))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:whistle-running"));
    }

    @Test
    void othersReports_areNoResidents_andOtherAreas_areNoBranchs() {
        Story story = Story.begin();
        journal.publish(story.report().filedBy("somebody-else").build());
        long version = awaitState(story.ticketId(), "dispatched");
        Tokens resident = Tokens.forAccount("resident").roles("resident").areas(Story.GRID.substring(0, 12));
        post(resident, path(story), version, body("residents", "property")).statusCode(404);
        Tokens elsewhere = Tokens.forAccount("branch-x").roles("branch").areas("370102001001");
        post(elsewhere, path(story), version, body("branch", "property")).statusCode(404);
        post(dispatcher(), path(story), version, body("branch", "property")).statusCode(403);

        post(BRANCH, path(story), version, body("branch", "property", "community"))
                .statusCode(200);
        as(BRANCH)
                .get("/api/dispatch/tickets/" + story.ticketId() + "/calls")
                .then()
                .body("bodies.department", hasItem("community"));
    }

    @Test
    void branch_findsTheTicketsOfItsArea_andReadsWhatTheyAreAbout() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        awaitState(story.ticketId(), "dispatched");
        String search = "/api/dispatch/tickets?ids=" + story.ticketId();
        as(BRANCH)
                .get(search)
                .then()
                .statusCode(200)
                .body("items.id", contains(story.ticketId().toString()));
        as(BRANCH)
                .get("/api/dispatch/tickets/" + story.ticketId() + "/calls")
                .then()
                .body("text", equalTo(story.reportFiled().text()))
                .body("address", equalTo(story.reportFiled().address()));
        Tokens elsewhere = Tokens.forAccount("branch-x").roles("branch").areas("370102001001");
        as(elsewhere).get(search).then().statusCode(200).body("items", hasSize(0));
        as(BRANCH).get("/api/dispatch/tickets/" + story.ticketId()).then().statusCode(403);
        Tokens resident = Tokens.forAccount("resident").roles("resident");
        as(resident).get(search).then().statusCode(403);
        as(resident).get("/api/dispatch/departments").then().statusCode(200).body("code", hasItem("property"));
        as(resident)
                .get("/api/dispatch/worktime/days?from=2026-03-02&to=2026-03-03")
                .then()
                .statusCode(200);
        as(resident).get("/api/dispatch/rules").then().statusCode(403);
    }

    @Test
    void badInput_isRefused_andSaysWhere() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        long version = awaitState(story.ticketId(), "dispatched");
        Map<String, Object> wrong = body("daily");
        wrong.remove("venue");
        post(BRANCH, path(story), version, wrong)
                .statusCode(400)
                .body("errors.field", contains("kind", "venue", "bodies"));
        post(BRANCH, path(story), version, body("residents", "police"))
                .statusCode(403)
                .body("type", equalTo("urn:whistle:problem:not-yours-to-call"));
        post(BRANCH, path(story), version + 5, body("branch", "property")).statusCode(412);
    }

    private static String path(Story story) {
        return "/tickets/" + story.ticketId() + "/calls";
    }

    private Map<String, Object> body(String kind, String... bodies) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", kind);
        body.put("subject", "地下车库积水两天无人处理");
        body.put("venue", "一区地下车库入口");
        body.put("meetAt", clock.instant().plus(Duration.ofMinutes(30)).toString());
        body.put("bodies", List.of(bodies));
        body.put("reason", "多次反映未果");
        return body;
    }
}
