package org.whistle.feedback.score.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.feedback.CommunityRated;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.district.District;
import org.whistle.district.DistrictArchive;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.feedback.TestClock;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class RankingFlowTest {

    private static final String STREET = "370102761";
    private static final String GRID = STREET + "001001";
    private static final Instant MORNING = Instant.parse("2026-04-08T01:00:00Z");
    private static final Tokens LEADER =
            Tokens.forAccount("leader-761").roles("leader").areas(STREET);

    @Inject
    TestClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** Filed, dispatched to a body with two hours, and completed at a minute when it is positive. */
    private static Given handled(Journal journal, String department, long minute) {
        Given g = Given.ticket(MORNING, GRID, "resident-1");
        journal.publish(g.filed());
        journal.publish(g.dispatched(department, 1));
        if (minute > 0) {
            journal.publish(g.completed(g.lead, department, minute));
        }
        return g;
    }

    private static LegRated rated(Given g, String department, Satisfaction rating, long minute) {
        return new LegRated(g.ticketId, g.lead, department, rating, "及时", Given.STREET, g.at(minute));
    }

    /** water: 10 due, 9 handled, 8 on time, 1 extended; gas: 10, all well; heat: 2, all well. */
    private static void scenario(Journal journal) {
        for (int i = 0; i < 8; i++) {
            Given g = handled(journal, "water", 60);
            if (i == 0) {
                journal.publish(rated(g, "water", Satisfaction.UNSATISFIED, 200));
                journal.publish(rated(g, "water", Satisfaction.SATISFIED, 210));
                // An older one that comes late does not replace it.
                journal.publish(rated(g, "water", Satisfaction.FAIR, 205));
            }
        }
        handled(journal, "water", 300);
        Given open = handled(journal, "water", 0);
        journal.publish(open.extended(open.lead, "water", 1, open.clock(1, 240), 100));
        for (int i = 0; i < 10; i++) {
            handled(journal, "gas", 60);
        }
        handled(journal, "heat", 60);
        Given last = handled(journal, "heat", 60);
        journal.publish(rated(last, "heat", Satisfaction.FAIR, 200));
        Database database = Database.of("feedback");
        Api.await(
                () -> Api.get(LEADER, "/ratings?period=2026-04"),
                answer -> answer.<List<Object>>path("rows").size() == 2
                        && database.number(
                                        "select count(*) from loop where street = ? and state ="
                                                + " 'awaiting-verification'",
                                        STREET)
                                == 21);
    }

    /** The tables below show names, which come with the city's data. */
    @BeforeEach
    void city() {
        assertThat(Api.putDistrict(Api.administrator(), DistrictArchive.zip(District.sample()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void bodies_areRankedByTheScore_andTheirBulletinStays() {
        try (Journal journal = Journal.open()) {
            scenario(journal);
        }
        Response ranking = Api.get(LEADER, "/ranking?by=department&period=2026-04");
        assertThat(ranking.statusCode()).as(ranking.asString()).isEqualTo(200);
        assertThat(ranking.<List<String>>path("rows.body.code")).containsExactly("gas", "water", "heat");
        assertThat(ranking.<List<Integer>>path("rows.place")).containsExactly(1, 2, null);
        assertThat(ranking.<List<Boolean>>path("rows.ranked")).containsExactly(true, true, false);
        // Nothing was verified: closing is due for all, and nothing was sent back.
        // 9/10×30 + 8/10×20 + 20 + 9/10×20 + 9/10×10 = 27 + 16 + 20 + 18 + 9
        assertThat(ranking.<List<Number>>path("rows.score"))
                .extracting(Number::doubleValue)
                .containsExactly(100.0, 90.0, 100.0);
        assertThat(ranking.<String>path("rows[2].why")).contains("fewer than 10");
        assertThat(ranking.<String>path("formula")).contains("handled × 30");
        assertThat(ranking.<Boolean>path("closed")).isTrue();
        String behind = ranking.path("rows[1].behind");
        assertThat(ticketsOf(Api.expand(behind, "handled", "denominator"))).hasSize(10);
        assertThat(ticketsOf(Api.expand(behind, ranking.path("rows[1].parts[4].rate"), "numerator")))
                .hasSize(1);
        assertThat(Api.get(LEADER, "/ranking?by=street&period=2026-Q2").<List<Integer>>path("rows.tickets"))
                .containsExactly(22);

        Response ratings = Api.get(LEADER, "/ratings?by=department&period=2026-04");
        assertThat(ratings.<List<String>>path("rows.body.code")).containsExactly("heat", "water");
        Map<String, Object> water = ratings.path("rows[1].street");
        assertThat(water)
                .containsEntry("count", 1)
                .containsEntry("satisfied", 1)
                .containsEntry("fair", 0);
        assertThat(ratings.<Integer>path("rows[0].street.fair")).isEqualTo(1);

        bulletin();
        Response elsewhere =
                Api.get(Tokens.forAccount("l2").roles("leader").areas("370102762"), "/ranking?period=2026-04");
        assertThat(elsewhere.<List<Object>>path("rows")).isEmpty();
        Response own = Api.get(
                Tokens.forAccount("m").roles("manager").areas("370102").department("water"),
                "/ranking?period=2026-04&street=" + STREET);
        assertThat(own.<List<String>>path("rows.body.code")).containsExactly("water");
    }

    private void bulletin() {
        Response before = Api.get(LEADER, "/bulletins/2026-04");
        assertThat(before.statusCode()).as(before.asString()).isEqualTo(200);
        assertThat(before.<Integer>path("totals.handled.numerator")).isEqualTo(21);
        assertThat(before.<Integer>path("totals.handled.denominator")).isEqualTo(22);
        assertThat(ticketsOf(Api.expand(before.path("behind"), "handled", "denominator") + "&limit=100"))
                .hasSize(22);
        assertThat(before.<List<String>>path("departments.rows.body.code")).containsExactly("gas", "water", "heat");
        assertThat(before.<List<Integer>>path("repeatedTypes.reports")).containsExactly(22);
        // The one still open is the latest of all; the one handled late by 179 minutes comes behind it.
        assertThat(before.<List<Object>>path("overdue")).hasSize(2);
        assertThat(before.<Object>path("overdue[0].completedAt")).isNull();
        assertThat(before.<Integer>path("overdue[1].minutesLate")).isEqualTo(179);

        // What happens after the period has been published does not change it.
        try (Journal journal = Journal.open()) {
            Given late = handled(journal, "gas", 0);
            Api.awaitState(late.ticketId, "handling");
        }
        assertThat(Api.get(LEADER, "/ranking?period=2026-04").<List<Integer>>path("rows.tickets"))
                .contains(11);
        assertThat(Api.get(LEADER, "/bulletins/2026-04").asString()).isEqualTo(before.asString());
        clock.stopAt(Instant.parse("2026-04-20T00:00:00Z"));
        assertThat(Api.get(LEADER, "/bulletins/2026-04").<Integer>path("totals.handled.denominator"))
                .as("of a period that is not over it is counted anew")
                .isEqualTo(23);
        clock.reset();

        Response csv = given().auth()
                .oauth2(LEADER.sign())
                .header("Accept", "text/csv")
                .get("/api/feedback/bulletins/2026-04");
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("bulletin-2026-04.csv");
        String text = new String(csv.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF周期,2026-04,").contains("部门排名,water,,2,90.00,10,");
    }

    private static List<UUID> ticketsOf(String link) {
        Response page =
                given().auth().oauth2(LEADER.sign()).urlEncodingEnabled(false).get(link);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.path("items.ticketId");
    }

    @Test
    void communities_rateTheBodies_inTheirPlace_once() {
        String street = "370102763";
        Given g = Given.ticket(MORNING, street + "004001", "resident-1");
        try (Journal journal = Journal.open()) {
            journal.publish(g.filed());
            journal.publish(g.joint("water", "power", 1));
            journal.publish(g.completed(g.second, "power", 60));
        }
        Tokens community = Tokens.forAccount("community-763").roles("community").areas(street + "004");
        Tokens neighbour = Tokens.forAccount("community-x").roles("community").areas(street + "005");
        String path = "/loops/" + g.ticketId + "/legs/" + g.second + "/community-rating";
        String body = "{\"rating\": \"fair\", \"comment\": \"修好了，但来得晚\"}";
        Api.await(
                () -> Api.get(community, "/loops/" + g.ticketId),
                answer -> answer.statusCode() == 200 && answer.asString().contains("completedAt"));
        clock.stopAt(g.at(100));

        assertThat(Api.post(neighbour, path, body).statusCode()).isEqualTo(404);
        assertThat(Api.post(Api.dispatcher(), path, body).statusCode()).isEqualTo(403);
        Response wrong = Api.post(community, path, "{\"rating\": \"good\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.<String>path("errors[0].field")).isEqualTo("rating");
        Response early = Api.post(community, path.replace(g.second.toString(), g.lead.toString()), body);
        assertThat(early.<String>path("type")).endsWith("part-not-completed");

        Response rated = Api.post(community, path, body);
        assertThat(rated.statusCode()).as(rated.asString()).isEqualTo(201);
        assertThat(rated.<String>path("community")).isEqualTo(street + "004");
        assertThat(Api.post(community, path, body).<String>path("type")).endsWith("part-already-rated");
        clock.reset();

        Tokens leader = Tokens.forAccount("leader-763").roles("leader").areas(street);
        Response ratings = Api.get(leader, "/ratings?by=department&period=2026-04");
        assertThat(ratings.<List<String>>path("rows.body.code")).containsExactly("power");
        assertThat(ratings.<Map<String, Object>>path("rows[0].communities"))
                .containsEntry("count", 1)
                .containsEntry("fair", 1);
        assertThat(ratings.<Integer>path("rows[0].street.count")).isZero();
        Response csv = given().auth()
                .oauth2(leader.sign())
                .header("Accept", "text/csv")
                .header("Accept-Language", "en")
                .get("/api/feedback/ratings?by=department&period=2026-04");
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("ratings.csv");
        assertThat(new String(csv.asByteArray(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFbody code,body,street ratings,")
                .contains("\r\npower,Power company,0,0,0,0,,1,0,1,0,0.0,0,0,0,0,\r\n");
        try (TopicReader reader = TopicReader.fromBeginning(Topics.JOURNAL)) {
            reader.await(CommunityRated.class, g.ticketId);
        }
    }

    @Test
    void everyReport_isATableToo() {
        for (String path : List.of(
                "/sla",
                "/sla/trend?rate=closed&group=street",
                "/sla/tickets?rate=closed&part=denominator&limit=1",
                "/ranking",
                "/ratings",
                "/bulletins/2026-03",
                "/hot-spots",
                "/backlog",
                "/about-to-breach",
                "/repeats",
                "/digest",
                "/alerts")) {
            for (String language : List.of("zh-CN", "en")) {
                Response csv = given().auth()
                        .oauth2(LEADER.sign())
                        .header("Accept", "text/csv")
                        .header("Accept-Language", language)
                        .get("/api/feedback" + path);
                assertThat(csv.statusCode()).as(path + csv.asString()).isEqualTo(200);
                assertThat(csv.contentType()).as(path).startsWith("text/csv");
                assertThat(csv.header("Content-Disposition")).as(path).contains(".csv");
                assertThat(new String(csv.asByteArray(), StandardCharsets.UTF_8))
                        .as(path)
                        .startsWith("\uFEFF");
                assertThat(Api.get(LEADER, path).contentType()).as(path).startsWith("application/json");
            }
        }
        Response refused = given().auth()
                .oauth2(LEADER.sign())
                .header("Accept", "text/csv")
                .get("/api/feedback/ranking?by=grid");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
    }

    @Test
    void wrongParameters_areRefused_byName() {
        assertThat(Api.get(LEADER, "/ranking?by=grid").<String>path("errors[0].field"))
                .isEqualTo("by");
        assertThat(Api.get(LEADER, "/ranking?period=2026-13").<String>path("errors[0].field"))
                .isEqualTo("period");
        assertThat(Api.get(LEADER, "/ratings?period=soon").<String>path("errors[0].message"))
                .contains("2026-Q1");
        assertThat(Api.get(LEADER, "/bulletins/9999-W60").statusCode()).isEqualTo(400);
        assertThat(Api.get(LEADER, "/bulletins/2198").<String>path("errors[0].field"))
                .isEqualTo("period");
        assertThat(Api.get(Tokens.forAccount("r").roles("resident"), "/ranking").statusCode())
                .isEqualTo(403);
        assertThat(given().get("/api/feedback/bulletins/2026").statusCode()).isEqualTo(401);
    }
}
