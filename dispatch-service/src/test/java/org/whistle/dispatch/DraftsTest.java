package org.whistle.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.district.DistrictArchive;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

/** Rules on their way into force: changed, tried on past tickets, activated at once or on a day, proposed by a choice. */
@QuarkusTest
@WithWhistle(service = "dispatch")
class DraftsTest extends ServiceTest {

    private static final String DRAFTS = "/api/dispatch/policy-drafts";
    private static final Map<String, Object> TO_DRAINAGE = Map.of(
            "id", "R-TEST-1",
            "type", "C0101",
            "condition", "a",
            "place", STREET,
            "lead", "drainage",
            "priority", 50,
            "noteZh", "本街道上水井盖由排水公司代管");

    @AfterEach
    void sampleAgain() {
        if (!policies.current().version().equals(Districts.SAMPLE.version())) {
            policies.load(DistrictArchive.zip(Districts.SAMPLE), "test").await().atMost(Duration.ofSeconds(60));
        }
    }

    @Test
    void draft_isTriedOnPastTickets_andThenHolds_whileTicketsKeepTheirs() {
        Story before = Story.begin();
        journal.publish(before.reportFiled());
        assertThat(events.await(TicketDispatched.class, before.ticketId())
                        .lead()
                        .department())
                .isEqualTo("water-supply");
        String draft = begin("上水井盖改由排水公司");
        String changed = etag(change(draft, "\"0\"").body(TO_DRAINAGE).post(DRAFTS + "/" + draft + "/rules"));

        admin().get(DRAFTS + "/" + draft + "/dry-run?from=2026-03-01&to=2026-03-05&limit=200")
                .then()
                .statusCode(200)
                .body("complete", is(true))
                .body("next", nullValue())
                .body("changed", greaterThanOrEqualTo(1))
                .body("items.ticketId", hasItem(before.ticketId().toString()))
                .body("items.before.lead", everyItem(equalTo("water-supply")))
                .body("items.after.lead", everyItem(equalTo("drainage")))
                .body("items.after.rule", everyItem(equalTo("R-TEST-1")));
        assertThat(policies.current().version()).isEqualTo(Districts.SAMPLE.version());

        change(draft, changed)
                .body(Map.of("reason", "区城管委纪要"))
                .post(DRAFTS + "/" + draft + "/activation")
                .then()
                .statusCode(200)
                .body("state", equalTo("activated"))
                .body("resultVersion", not(equalTo(Districts.SAMPLE.version())));
        Story after = Story.begin();
        journal.publish(after.reportFiled());
        TicketDispatched dispatched = events.await(TicketDispatched.class, after.ticketId());
        assertThat(dispatched.lead().department()).isEqualTo("drainage");
        assertThat(dispatched.why().rule()).isEqualTo("R-TEST-1");
        as(dispatcher())
                .get("/api/dispatch/tickets/" + before.ticketId() + "/reason")
                .then()
                .body("policyVersion", equalTo(Districts.SAMPLE.version()));
    }

    @Test
    void ruleSetThatLeavesATypeWithoutAnAnswer_isRefused_andNothingIsKept() {
        String draft = begin("去掉一条规则");
        change(draft, "\"0\"")
                .delete(DRAFTS + "/" + draft + "/rules/R-C0101-a")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:rules-faulty"))
                .body("errors[0].field", startsWith("rules.csv"))
                .body("errors[0].message", containsString("C0101/a"));
        change(draft, "\"0\"")
                .delete(DRAFTS + "/" + draft + "/rules/R-NOBODY")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:whistle:problem:unknown-rule"));
        admin().get(DRAFTS + "/" + draft).then().body("version", equalTo(0)).body("files", is(empty()));
    }

    @Test
    void draftOnAnotherBase_isOutdated_andOneThatIsDecided_staysSo() {
        String first = begin("一");
        String second = begin("二");
        String changed = etag(change(first, "\"0\"").body(TO_DRAINAGE).post(DRAFTS + "/" + first + "/rules"));
        String decided =
                etag(change(first, changed).body(Map.of("reason", "x")).post(DRAFTS + "/" + first + "/activation"));
        change(second, "\"0\"")
                .body(TO_DRAINAGE)
                .post(DRAFTS + "/" + second + "/rules")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:draft-outdated"));
        change(first, decided)
                .body(TO_DRAINAGE)
                .post(DRAFTS + "/" + first + "/rules")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:draft-decided"));
        change(second, "\"7\"")
                .body(Map.of("reason", "x"))
                .post(DRAFTS + "/" + second + "/discarding")
                .then()
                .statusCode(412)
                .header("ETag", "\"0\"");
    }

    @Test
    void scheduledDraft_holdsFromItsDayOn() {
        String draft = begin("明年起");
        String changed = etag(change(draft, "\"0\"").body(TO_DRAINAGE).post(DRAFTS + "/" + draft + "/rules"));
        change(draft, changed)
                .body(Map.of("reason", "x", "effectiveFrom", "2026-03-03T00:00:00+08:00"))
                .post(DRAFTS + "/" + draft + "/activation")
                .then()
                .statusCode(200)
                .body("state", equalTo("scheduled"));
        assertThat(policies.current().version()).isEqualTo(Districts.SAMPLE.version());

        clock.stopAt(MONDAY_NINE.plus(Duration.ofDays(1)));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> admin().get(DRAFTS + "/" + draft)
                .then()
                .body("state", equalTo("activated"))
                .body("resultVersion", equalTo(policies.current().version())));
        assertThat(policies.current().version()).isNotEqualTo(Districts.SAMPLE.version());
    }

    @Test
    void yearsHolidays_areTakenOver_fromACalendarFile_andMoveWhatIsDue() {
        String draft = begin("2027 年放假安排");
        String calendar = """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:-//t//t//ZH\r
            BEGIN:VEVENT\r
            UID:1\r
            DTSTART;VALUE=DATE:20270104\r
            DTEND;VALUE=DATE:20270106\r
            SUMMARY:元旦 休\r
            END:VEVENT\r
            END:VCALENDAR\r
            """;
        change(draft, "\"0\"")
                .contentType("text/calendar")
                .body(calendar.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put(DRAFTS + "/" + draft + "/holidays/2027")
                .then()
                .statusCode(200);
        admin().accept("text/csv")
                .get(DRAFTS + "/" + draft + "/files/holidays.csv")
                .then()
                .statusCode(200)
                .body(containsString("2027-01-05,off,元旦 休,"))
                .body(containsString("2026-10-01"));
        change(draft, "\"1\"")
                .contentType("text/calendar")
                .body("nothing".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put(DRAFTS + "/" + draft + "/holidays/2027")
                .then()
                .statusCode(422)
                .body("errors[0].message", containsString("iCalendar"));
    }

    @Test
    void choiceOfADispatcher_isProposed_andTakenIntoADraft() {
        Story story = Story.begin();
        journal.publish(story.report().unclassified().build());
        long version = awaitState(story.ticketId(), "queued");
        String path = "/api/dispatch/tickets/" + story.ticketId() + "/rule-proposal";
        as(dispatcher())
                .body(Map.of("note", "早了"))
                .post(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:no-manual-choice"));
        post(
                        dispatcher(),
                        "/tickets/" + story.ticketId() + "/dispatch",
                        version,
                        Map.of("lead", "power", "type", "C0105", "condition", "a", "reason", "本街道由供电公司维护"))
                .statusCode(200);
        String proposal = as(dispatcher())
                .body(Map.of("note", "本街道由供电公司维护"))
                .post(path)
                .then()
                .statusCode(200)
                .body("place", equalTo(STREET))
                .body("lead", equalTo("power"))
                .extract()
                .path("id");
        as(dispatcher()).body(Map.of("note", "again")).post(path).then().body("id", equalTo(proposal));
        String draft = begin("采纳提议");
        change(draft, "\"0\"")
                .body(Map.of("draftId", draft, "ruleId", "R-P-1"))
                .post("/api/dispatch/rule-proposals/" + proposal + "/adoption")
                .then()
                .statusCode(200)
                .body("state", equalTo("adopted"))
                .body("ruleId", equalTo("R-P-1"));
        admin().accept("text/csv")
                .get(DRAFTS + "/" + draft + "/files/rules.csv")
                .then()
                .body(containsString("R-P-1,C0105,a," + STREET + ",,power,,no,20,本街道由供电公司维护"));
        admin().body(Map.of("reason", "x"))
                .post("/api/dispatch/rule-proposals/" + proposal + "/dismissal")
                .then()
                .statusCode(409);
        admin().get("/api/dispatch/rule-proposals?state=adopted").then().body("items.id", hasItem(proposal));
    }

    @Test
    void draftsAreTheAdministrators_andBadInputNamesItsField() {
        as(dispatcher()).get(DRAFTS).then().statusCode(403);
        given().get(DRAFTS).then().statusCode(401);
        admin().body(Map.of()).post(DRAFTS).then().statusCode(400).body("errors[0].field", equalTo("title"));
        String draft = begin("错误输入");
        change(draft, "\"0\"")
                .body(Map.of("id", "R-X", "type", "C9999", "lead", "nobody", "noteZh", "x"))
                .post(DRAFTS + "/" + draft + "/rules")
                .then()
                .statusCode(422)
                .body("errors.message", hasItem(containsString("C9999")));
        admin().get(DRAFTS + "/" + draft + "/files/accounts.csv").then().statusCode(404);
        admin().get(DRAFTS + "/" + draft + "/dry-run?from=2020-01-01&to=2026-01-01")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("from"));
    }

    @Test
    void whatIf_answersByTheSameClock() {
        as(dispatcher())
                .queryParam("start", "2026-02-13T17:00:00+08:00")
                .queryParam("limit", "4wh")
                .get("/api/dispatch/worktime/due")
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2026-02-14T03:00:00Z"))
                .body("working", is(true));
        as(dispatcher())
                .get("/api/dispatch/worktime/between?from=2026-02-13T17:00:00Z&to=2026-02-14T03:00:00Z")
                .then()
                .body("minutes", equalTo(180));
        as(dispatcher())
                .get("/api/dispatch/worktime/days?from=2026-02-14&to=2026-02-15")
                .then()
                .body("[0].workday", is(true))
                .body("[0].hours", equalTo("08:00-12:00;14:00-18:00"))
                .body("[1].workday", is(false));
        for (String role : List.of("grid-worker", "unit-steward", "building-head", "branch", "call-agent")) {
            as(Tokens.forAccount(role + "-1").roles(role).areas(STREET))
                    .get("/api/dispatch/worktime/days?from=2026-02-14&to=2026-02-15")
                    .then()
                    .statusCode(200);
        }
        for (String bad :
                new String[] {"limit=4", "limit=4wh&department=nobody", "limit=4wh&start=tomorrow", "limit="}) {
            as(dispatcher()).get("/api/dispatch/worktime/due?" + bad).then().statusCode(400);
        }
    }

    private static RequestSpecification admin() {
        return as(administrator());
    }

    private static RequestSpecification change(String draft, String version) {
        return admin().header("If-Match", version);
    }

    private static String begin(String title) {
        return admin().body(Map.of("title", title))
                .post(DRAFTS)
                .then()
                .statusCode(201)
                .header("Location", containsString("/policy-drafts/"))
                .extract()
                .path("id");
    }

    private static String etag(io.restassured.response.Response response) {
        ValidatableResponse ok = response.then().statusCode(200);
        return ok.extract().header("ETag");
    }
}
