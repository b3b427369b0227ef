package org.whistle.feedback.sla.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.feedback.TestClock;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class SlaReportTest {

    private static final String STREET = "370102777";
    private static final String GRID = STREET + "001001";
    private static final Instant MORNING = Instant.parse("2026-03-04T01:00:00Z");
    private static final String MARCH = "from=2026-03-01&to=2026-04-01&street=" + STREET;
    private static final Tokens LEADER =
            Tokens.forAccount("leader-1").roles("leader").areas(STREET);

    @Inject
    TestClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    private static Given ticket() {
        return Given.ticket(MORNING, GRID, "resident-1");
    }

    private String verify(Given g, String body, long minute) {
        String etag = Api.awaitState(g.ticketId, "awaiting-verification");
        clock.stopAt(g.at(minute));
        Tokens worker = Tokens.forAccount("grid-7").roles("grid-worker").areas(GRID);
        Response response = Api.post(worker, "/loops/" + g.ticketId + "/verification", etag, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.header("ETag");
    }

    private void answer(Given g, String etag, String body, long minute) {
        clock.stopAt(g.at(minute));
        Response response = Api.post(Api.callAgent(), "/loops/" + g.ticketId + "/callback", etag, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    /** Six reports of one morning; what each contributes stands beside it. */
    private void scenario(Journal journal) {
        // Handled in time, verified, answered in time, solved and satisfied: closed in time.
        Given first = ticket();
        journal.publish(first.filed());
        journal.publish(first.dispatched("water", 1));
        journal.publish(first.completed(first.lead, "water", 60));
        answer(first, verify(first, Api.fixed(Given.SITE), 80), Api.answer(true, "satisfied"), 100);

        // Sent back once, handled late, not solved: reopened, and in the second round still open.
        Given second = ticket();
        journal.publish(second.filed());
        journal.publish(second.dispatched("water", 1));
        journal.publish(second.completed(second.lead, "water", 100));
        verify(second, Api.notFixed(Given.SITE), 110);
        journal.publish(second.reworkAssigned(second.lead, "water", second.clock(10, 120), 111));
        journal.publish(second.completed(second.lead, "water", 300));
        answer(second, verify(second, Api.fixed(Given.SITE), 310), Api.answer(false, "unsatisfied"), 400);
        journal.publish(second.dispatched(2, 410, second.leg(second.second, "water", LegRole.LEAD, 410, 120)));

        // Joint: the lead in time, the cooperating body still open.
        Given third = ticket();
        journal.publish(third.filed());
        journal.publish(third.joint("power", "gas", 1));
        journal.publish(third.completed(third.lead, "power", 100));

        // Returned by water, handled in time by gas, not yet verified.
        Given fourth = ticket();
        journal.publish(fourth.filed());
        journal.publish(fourth.dispatched("water", 1));
        journal.publish(fourth.paused(fourth.lead, 5));
        journal.publish(fourth.returnApproved(fourth.lead, "water", 20));
        journal.publish(fourth.dispatched(2, 20, fourth.leg(fourth.second, "gas", LegRole.LEAD, 20, 120)));
        journal.publish(fourth.completed(fourth.second, "gas", 50));

        // Not accepted.
        Given fifth = ticket();
        journal.publish(fifth.filed(null));
        journal.publish(fifth.queued(TicketQueued.Reason.UNCLASSIFIED, 0, 1));
        journal.publish(fifth.notAccepted(9));

        // Routine.
        Given sixth = ticket();
        journal.publish(sixth.routine());

        Api.awaitState(second.ticketId, "handling");
        Api.awaitState(third.ticketId, "handling");
        Api.awaitState(fourth.ticketId, "awaiting-verification");
        Api.awaitState(fifth.ticketId, "closed");
        Api.awaitState(sixth.ticketId, "registered");
        clock.reset();
    }

    private static String number(Response report, int row, String rate) {
        Map<String, Object> number = report.path("rows[" + row + "].rates.'" + rate + "'");
        return number.get("numerator") + "/" + number.get("denominator");
    }

    @Test
    void everyRate_isWhatTheScenarioGives_byTotalAndDepartment_andOpensToItsTickets() {
        try (Journal journal = Journal.open()) {
            scenario(journal);
        }
        Response total = Api.get(LEADER, "/sla?" + MARCH);
        assertThat(total.statusCode()).as(total.asString()).isEqualTo(200);
        assertThat(total.<List<Object>>path("rows")).hasSize(1);
        Map<String, String> wanted = new HashMap<>();
        wanted.put("response", "2/2");
        wanted.put("resolution", "1/2");
        wanted.put("satisfaction", "1/2");
        wanted.put("handled", "4/6");
        wanted.put("handled-on-time", "3/6");
        wanted.put("overdue-unhandled", "2/6");
        wanted.put("extension", "0/6");
        wanted.put("whistle", "0/4");
        wanted.put("closed", "1/4");
        wanted.put("closed-on-time", "1/4");
        wanted.put("rework", "1/4");
        wanted.put("right-first-dispatch", "3/4");
        wanted.put("valid-report", "4/6");
        wanted.forEach((rate, number) -> {
            assertThat(number(total, 0, rate)).as(rate).isEqualTo(number);
            for (String part : List.of("numerator", "denominator")) {
                String link = Api.expand(total.path("rows[0].behind"), rate, part);
                long count = Long.parseLong(number.split("/")[part.equals("numerator") ? 0 : 1]);
                assertThat(everyPage(link))
                        .as(rate + " " + part)
                        .hasSize((int) count)
                        .doesNotHaveDuplicates();
            }
        });
        assertThat(total.<String>path("formula.handled")).startsWith("handled =");

        Response byBody = Api.get(LEADER, "/sla?groupBy=department&period=month&" + MARCH);
        List<String> codes = byBody.path("rows.group.code");
        assertThat(codes).containsExactly("gas", "none", "power", "water");
        assertThat(number(byBody, 3, "handled")).isEqualTo("2/3");
        assertThat(number(byBody, 3, "handled-on-time")).isEqualTo("1/3");
        assertThat(number(byBody, 3, "right-first-dispatch")).isEqualTo("2/3");
        assertThat(number(byBody, 0, "handled")).isEqualTo("1/2");
        assertThat(byBody.<String>path("rows[0].period")).isEqualTo("2026-03");
        assertThat(everyPage(Api.expand(byBody.path("rows[3].behind"), "handled", "denominator")))
                .as("of this body in this month")
                .hasSize(3);

        Response two = Api.get(LEADER, "/sla?groupBy=department&period=month&rate=rework&rate=handled&" + MARCH);
        assertThat(two.<Map<String, ?>>path("formula")).containsOnlyKeys("handled", "rework");
        // What has nothing of these has no row.
        List<String> fewer = two.path("rows.group.code");
        assertThat(fewer).isSubsetOf(codes).contains("water");
        int water = fewer.indexOf("water");
        assertThat(two.<Map<String, ?>>path("rows[" + water + "].rates")).containsOnlyKeys("handled", "rework");
        assertThat(number(two, water, "handled")).isEqualTo("2/3");

        compared();
        csv();
        Response own =
                Api.get(Tokens.forAccount("m").roles("manager").areas("370102").department("water"), "/sla?" + MARCH);
        assertThat(number(own, 0, "handled")).isEqualTo("2/3");
        Response elsewhere = Api.get(Tokens.forAccount("l2").roles("leader").areas("370102778"), "/sla?" + MARCH);
        assertThat(elsewhere.<List<Object>>path("rows")).isEmpty();
        for (String grouping : List.of("street", "community", "grid", "type")) {
            for (String period : List.of("day", "week", "quarter", "half-year", "year")) {
                Response report = Api.get(LEADER, "/sla?groupBy=" + grouping + "&period=" + period + "&" + MARCH);
                assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
            }
        }
    }

    private static void compared() {
        Response april = Api.get(LEADER, "/sla?period=month&from=2026-03-01&to=2026-05-01&street=" + STREET);
        assertThat(april.<List<String>>path("rows.period")).containsExactly("2026-03");
        assertThat(april.<Object>path("rows[0].rates.handled.previous")).isNull();
        Response day = Api.get(LEADER, "/sla?period=day&from=2026-03-04&to=2026-03-06&street=" + STREET);
        assertThat(day.<List<String>>path("rows.period")).containsExactly("2026-03-04", "2026-03-05");
        // Closing is due the day after; of the handling limits all but two of the fourth.
        assertThat(day.<Number>path("rows[0].rates.handled.value").doubleValue())
                .isCloseTo(0.6667, within(0.00005));
        assertThat(day.<Object>path("rows[1].rates.handled.value")).isNull();

        Response trend =
                Api.get(LEADER, "/sla/trend?rate=handled&group=department&period=year&count=2&street=" + STREET);
        assertThat(trend.statusCode()).as(trend.asString()).isEqualTo(200);
        assertThat(trend.<List<String>>path("series.group.code")).containsExactly("gas", "power", "water");
        assertThat(trend.<List<Integer>>path("series[2].points.denominator")).containsExactly(0, 3);
        assertThat(trend.<Number>path("series[2].points[1].value").doubleValue())
                .isCloseTo(0.6667, within(0.00005));
        assertThat(everyPage(Api.expand(
                        trend.path("series[2].behind"),
                        trend.path("periods[1].from"),
                        trend.path("periods[1].to"),
                        "numerator")))
                .hasSize(2);
        assertThat(Api.get(LEADER, "/sla/trend?rate=handled&street=" + STREET).<List<Object>>path("series[0].points"))
                .hasSize(12);
        assertThat(Api.get(LEADER, "/sla/trend?rate=closed&period=week&count=400&street=" + STREET)
                        .<List<Object>>path("series[0].points"))
                .hasSize(400);
        assertThat(Api.get(LEADER, "/sla?from=2026-03-01&to=2026-04-01&street=370102")
                        .<List<Object>>path("rows"))
                .as("a whole district as the place")
                .hasSize(1);
    }

    @Test
    void everyRate_isToldWithItsFormula_inBothLanguages() {
        Response rates = Api.get(LEADER, "/sla/rates");
        assertThat(rates.<List<String>>path("code"))
                .hasSize(13)
                .contains("extension", "whistle", "valid-report", "handled-on-time");
        assertThat(rates.<List<String>>path("name.zh")).contains("延期率", "吹哨率");
        assertThat(rates.<String>path("find { it.code == 'extension' }.formula.en"))
                .startsWith("extension =");
        assertThat(rates.<String>path("find { it.code == 'extension' }.formula.zh"))
                .startsWith("延期率 =");
    }

    @Test
    void onlyAnOperator_mayHaveEverythingCountedAgain() {
        Response refused = Api.post(LEADER, "/sla/rebuild-check", "\"1\"", "");
        assertThat(refused.statusCode()).isEqualTo(403);
        Response checked = Api.post(Tokens.forAccount("op").roles("operator"), "/sla/rebuild-check", "\"1\"", "");
        assertThat(checked.statusCode()).as(checked.asString()).isEqualTo(200);
        assertThat(checked.<Boolean>path("consistent")).as(checked.asString()).isTrue();
    }

    private void csv() {
        Response csv = given().auth()
                .oauth2(LEADER.sign())
                .header("Accept", "text/csv")
                .header("Accept-Language", "zh-CN")
                .get("/api/feedback/sla?groupBy=department&" + MARCH);
        assertThat(csv.contentType()).startsWith("text/csv");
        String text = new String(csv.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF周期,").contains("处置率 分子").contains("water");
        assertThat(text.lines()).hasSize(5);

        String one = given().auth()
                .oauth2(LEADER.sign())
                .header("Accept", "text/csv")
                .header("Accept-Language", "en")
                .get("/api/feedback/sla?rate=handled&" + MARCH)
                .asString();
        assertThat(one.lines().findFirst().orElseThrow().split(",")).hasSize(10);
    }

    private static List<String> everyPage(String link) {
        List<String> found = new ArrayList<>();
        String next = link + "&limit=2";
        while (next != null) {
            Response page = given().auth()
                    .oauth2(LEADER.sign())
                    .urlEncodingEnabled(false)
                    .get(next);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            List<Map<String, Object>> items = page.path("items");
            items.forEach(item -> found.add(item.get("ticketId") + "/" + item.get("assignmentId")));
            next = page.path("next");
        }
        return found;
    }

    @Test
    void wrongParameters_areRefused_byName() {
        assertThat(Api.get(LEADER, "/sla?groupBy=planet").<String>path("errors[0].field"))
                .isEqualTo("groupBy");
        assertThat(Api.get(LEADER, "/sla?rate=handled&rate=speed").<String>path("errors[0].field"))
                .isEqualTo("rate");
        assertThat(Api.get(LEADER, "/sla?from=2026-04-01&to=2026-03-01").<String>path("errors[0].field"))
                .isEqualTo("to");
        assertThat(Api.get(LEADER, "/sla?period=day&from=2020-01-01&to=2026-01-01")
                        .<String>path("errors[0].field"))
                .isEqualTo("period");
        assertThat(Api.get(LEADER, "/sla/tickets?rate=handled").<String>path("errors[0].field"))
                .isEqualTo("part");
        assertThat(Api.get(LEADER, "/sla/trend").<String>path("errors[0].field"))
                .isEqualTo("rate");
        assertThat(Api.get(LEADER, "/sla/trend?rate=luck").<String>path("errors[0].field"))
                .isEqualTo("rate");
        assertThat(Api.get(LEADER, "/sla/trend?rate=handled&group=planet").<String>path("errors[0].field"))
                .isEqualTo("group");
        assertThat(Api.get(LEADER, "/sla/trend?rate=handled&period=fortnight").<String>path("errors[0].field"))
                .isEqualTo("period");
        assertThat(Api.get(LEADER, "/sla/trend?rate=handled&count=401").<String>path("errors[0].field"))
                .isEqualTo("count");
        assertThat(Api.get(LEADER, "/sla/trend?rate=handled&from=2026-01-01").<String>path("errors[0].field"))
                .isEqualTo("from");
        assertThat(Api.get(LEADER, "/sla?from=0001-01-01").<String>path("errors[0].field"))
                .isEqualTo("from");
        assertThat(Api.get(LEADER, "/sla?to=2500-01-01").<String>path("errors[0].field"))
                .isEqualTo("to");
        assertThat(Api.get(Tokens.forAccount("r").roles("resident"), "/sla").statusCode())
                .isEqualTo(403);
    }
}
