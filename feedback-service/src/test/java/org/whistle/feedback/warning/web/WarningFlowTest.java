package org.whistle.feedback.warning.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.Reporter;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class WarningFlowTest {

    private static final String STREET = "370102751";
    private static final Tokens LEADER =
            Tokens.forAccount("leader-751").roles("leader").areas(STREET);

    private static Given ticket(String grid, Duration ago) {
        return Given.ticket(Instant.now().minus(ago), grid, "resident-1");
    }

    /** The same report by a certain person. */
    private static ReportFiled by(ReportFiled f, UUID person, Reporter.Kind kind) {
        return new ReportFiled(
                f.ticketId(),
                f.ticketNo(),
                f.matter(),
                f.type(),
                f.condition(),
                f.urgency(),
                f.text(),
                f.place(),
                f.position(),
                f.address(),
                f.assetId(),
                f.assetMark(),
                f.photos(),
                new Reporter(person, kind),
                f.filedBy(),
                f.outsideOwnGrid(),
                f.alarmed(),
                f.filedAt(),
                f.trackingDigest(),
                f.about());
    }

    @Test
    void manyReportsOfOneTypeInOneGrid_areAHotSpot_comparedWithTheDaysBefore() {
        String hot = STREET + "001001";
        String fresh = STREET + "001002";
        try (Journal journal = Journal.open()) {
            for (int hours : new int[] {1, 30, 60, 90, 9 * 24, 10 * 24}) {
                journal.publish(ticket(hot, Duration.ofHours(hours)).filed());
            }
            for (int hours : new int[] {2, 3, 4}) {
                journal.publish(ticket(fresh, Duration.ofHours(hours)).filed());
            }
            journal.publish(ticket(STREET + "001003", Duration.ofHours(2)).filed());
            journal.publish(ticket(STREET + "001003", Duration.ofHours(3)).filed());
        }
        Response spots = Api.await(
                () -> Api.get(LEADER, "/hot-spots?street=" + STREET + "001"),
                answer -> answer.<List<Object>>path("items").size() == 2
                        && answer.<List<Integer>>path("items.count").equals(List.of(4, 3)));
        assertThat(spots.<List<String>>path("items.place.grid.code")).containsExactly(hot, fresh);
        assertThat(spots.<List<Integer>>path("items.before")).containsExactly(2, 0);
        assertThat(spots.<List<String>>path("items.movement")).containsExactly("rising", "new");
        Response behind = given().auth()
                .oauth2(LEADER.sign())
                .urlEncodingEnabled(false)
                .get(spots.<String>path("items[0].tickets"));
        assertThat(behind.<List<Object>>path("items")).hasSize(4);

        Response first = Api.get(LEADER, "/hot-spots?limit=1&street=" + STREET + "001");
        Response second =
                given().auth().oauth2(LEADER.sign()).urlEncodingEnabled(false).get(first.<String>path("next"));
        assertThat(second.<List<String>>path("items.place.grid.code")).containsExactly(fresh);
        assertThat(second.<String>path("next")).isNull();
    }

    @Test
    void backlog_isToldByAgeAndByWhatIsDue() {
        String grid = STREET + "002001";
        try (Journal journal = Journal.open()) {
            // Limits of two hours each: one with an hour left, one overdue for days, one put off, one done.
            Given soon = ticket(grid, Duration.ofMinutes(60));
            journal.publish(soon.filed());
            journal.publish(soon.dispatched("water", 0));
            Given overdue = ticket(grid, Duration.ofDays(5));
            journal.publish(overdue.filed());
            journal.publish(overdue.dispatched("water", 1));
            Given suspended = ticket(grid, Duration.ofDays(40));
            journal.publish(suspended.filed());
            journal.publish(suspended.dispatched("gas", 1));
            journal.publish(suspended.suspended(suspended.lead, "gas", 200_000, 30));
            Given done = ticket(grid, Duration.ofHours(3));
            journal.publish(done.filed());
            journal.publish(done.dispatched("gas", 1));
            journal.publish(done.completed(done.lead, "gas", 10));
            Given waiting = ticket(grid, Duration.ofMinutes(5));
            journal.publish(waiting.filed());

            Api.awaitState(done.ticketId, "awaiting-verification");
            Api.awaitState(waiting.ticketId, "reported");
            Response byBody = Api.await(
                    () -> Api.get(LEADER, "/backlog?by=department&street=" + STREET + "002"),
                    answer -> answer.<List<Integer>>path("rows.suspended").equals(List.of(0, 1)));
            assertThat(byBody.<List<String>>path("rows.body.code")).containsExactly("water", "gas");
            assertThat(byBody.<List<Integer>>path("rows.open")).containsExactly(2, 1);
            assertThat(byBody.<List<Integer>>path("rows.overdue")).containsExactly(1, 0);
            assertThat(byBody.<List<Integer>>path("rows.aboutToBreach")).containsExactly(1, 0);
            assertThat(byBody.<Integer>path("rows[0].ages.underOneDay")).isEqualTo(1);
            assertThat(byBody.<Integer>path("rows[0].ages.threeToSevenDays")).isEqualTo(1);
            assertThat(byBody.<Integer>path("rows[1].ages.overThirtyDays")).isEqualTo(1);

            Response byStreet = Api.get(LEADER, "/backlog?by=street&street=" + STREET + "002");
            assertThat(byStreet.<List<String>>path("rows.body.code")).containsExactly(STREET);
            assertThat(byStreet.<List<Integer>>path("rows.open")).containsExactly(5);
            assertThat(byStreet.<List<Integer>>path("rows.suspended")).containsExactly(1);

            everyNumberOpensToAsManyTickets("department", byBody);
            everyNumberOpensToAsManyTickets("street", byStreet);
            Response byGrid = Api.get(LEADER, "/backlog?by=grid&street=" + STREET + "002");
            assertThat(byGrid.<List<String>>path("rows.body.code")).containsExactly(grid);
            assertThat(byGrid.<List<Integer>>path("rows.open")).containsExactly(5);
            assertThat(Api.get(LEADER, "/backlog/tickets?part=overdue&street=" + STREET + "002")
                            .<List<String>>path("items.ticketId"))
                    .containsExactly(overdue.ticketId.toString());
            Response first = Api.get(LEADER, "/backlog/tickets?by=street&part=open&limit=2&street=" + STREET + "002");
            assertThat(first.<List<String>>path("items.ticketId"))
                    .containsExactly(suspended.ticketId.toString(), overdue.ticketId.toString());
            Response second = given().auth()
                    .oauth2(LEADER.sign())
                    .urlEncodingEnabled(false)
                    .get(first.<String>path("next"));
            assertThat(second.<List<String>>path("items.ticketId"))
                    .containsExactly(done.ticketId.toString(), soon.ticketId.toString());
            assertThat(Api.get(LEADER, "/backlog/tickets?part=late").<String>path("errors[0].field"))
                    .isEqualTo("part");

            Response due = Api.get(LEADER, "/about-to-breach?hours=2&street=" + STREET + "002");
            assertThat(due.<List<String>>path("items.ticketId")).containsExactly(soon.ticketId.toString());
            assertThat(due.<Integer>path("items[0].minutesLeft")).isBetween(50, 60);
            Response own = Api.get(Api.manager("gas"), "/about-to-breach?hours=24&street=" + STREET + "002");
            assertThat(own.<List<Object>>path("items")).isEmpty();
        }
    }

    private static void everyNumberOpensToAsManyTickets(String by, Response backlog) {
        Map<String, String> parts = Map.of(
                "open", "open",
                "suspended", "suspended",
                "overdue", "overdue",
                "aboutToBreach", "about-to-breach",
                "ages.underOneDay", "under-one-day",
                "ages.oneToThreeDays", "one-to-three-days",
                "ages.threeToSevenDays", "three-to-seven-days",
                "ages.sevenToThirtyDays", "seven-to-thirty-days",
                "ages.overThirtyDays", "over-thirty-days");
        List<String> codes = backlog.path("rows.body.code");
        for (int row = 0; row < codes.size(); row++) {
            String body = by.equals("department") ? "&department=" + codes.get(row) : "";
            for (Map.Entry<String, String> part : parts.entrySet()) {
                assertThat(Api.get(
                                        LEADER,
                                        "/backlog/tickets?by=" + by + "&part=" + part.getValue() + "&street=" + STREET
                                                + "002" + body)
                                .<List<Object>>path("items"))
                        .as("%s of %s", part.getKey(), codes.get(row))
                        .hasSize(backlog.<Integer>path("rows[" + row + "]." + part.getKey()));
            }
        }
    }

    @Test
    void aPersonsSecondMatter_isARepeat_inWhateverOrderItIsRead() {
        UUID person = Journal.newId();
        UUID other = Journal.newId();
        String grid = STREET + "003001";
        try (Journal journal = Journal.open()) {
            Given first = ticket(grid, Duration.ofDays(20));
            Given second = ticket(STREET + "003002", Duration.ofDays(10));
            Given third = ticket(grid, Duration.ofDays(1));
            Given stranger = ticket(grid, Duration.ofHours(20));
            Given worker = ticket(grid, Duration.ofHours(10));
            // The last is read first; between them the one of another grid has the same type.
            for (Given g : List.of(third, first, second)) {
                journal.publish(by(g.filed(), person, Reporter.Kind.RESIDENT));
                Api.awaitState(g.ticketId, "reported");
            }
            journal.publish(by(stranger.filed(), other, Reporter.Kind.HOTLINE));
            journal.publish(by(worker.filed(), person, Reporter.Kind.GRID_WORKER));
            journal.publish(new ReportJoined(
                    stranger.ticketId,
                    Journal.newId(),
                    "同一处",
                    Given.SITE,
                    List.of(),
                    new Reporter(person, Reporter.Kind.RESIDENT),
                    "resident-2",
                    Instant.now(),
                    null));

            Response repeats = Api.await(
                    () -> Api.get(LEADER, "/repeats?street=" + STREET + "003"),
                    answer -> answer.<List<Object>>path("items").size() == 3);
            assertThat(repeats.<List<String>>path("items.ticketId"))
                    .containsExactly(
                            stranger.ticketId.toString(), third.ticketId.toString(), second.ticketId.toString());
            assertThat(repeats.<List<String>>path("items.previous.ticketId"))
                    .containsExactly(third.ticketId.toString(), second.ticketId.toString(), first.ticketId.toString());
            assertThat(repeats.<List<Integer>>path("items.times")).containsExactly(4, 3, 2);
            assertThat(repeats.<List<Boolean>>path("items.sameGrid")).containsExactly(true, false, false);
            assertThat(repeats.asString()).doesNotContain(person.toString());
        }
    }

    @Test
    void wrongParameters_areRefused_andStrangersSeeNothing() {
        assertThat(Api.get(LEADER, "/backlog?by=type").<String>path("errors[0].field"))
                .isEqualTo("by");
        assertThat(Api.get(LEADER, "/backlog?hours=0").<String>path("errors[0].field"))
                .isEqualTo("hours");
        assertThat(Api.get(LEADER, "/about-to-breach?hours=721").<String>path("errors[0].field"))
                .isEqualTo("hours");
        assertThat(Api.get(LEADER, "/hot-spots?cursor=x").statusCode()).isEqualTo(400);
        assertThat(Api.get(LEADER, "/repeats?street=1").<String>path("errors[0].field"))
                .isEqualTo("street");
        for (String path : List.of("/hot-spots", "/about-to-breach", "/repeats")) {
            assertThat(Api.get(Tokens.forAccount("l").roles("leader").areas("110101"), path)
                            .<List<Object>>path("items"))
                    .as(path)
                    .isEmpty();
            assertThat(Api.get(Tokens.forAccount("r").roles("resident"), path).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }
}
