package org.whistle.feedback.digest.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class FollowFlowTest {

    private static final String STREET = "370102741";

    private static Tokens leader(String account) {
        return Tokens.forAccount(account).roles("leader").areas(STREET);
    }

    private static Response put(Tokens who, String path) {
        return Api.in("en", who, "").put("/api/feedback" + path);
    }

    private static Response delete(Tokens who, String path) {
        return given().auth().oauth2(who.sign()).delete("/api/feedback" + path);
    }

    @Test
    void aLeader_followsAreasAndTypes_andReadsTheirDigest() {
        Tokens leader = leader("leader-741");
        assertThat(put(leader, "/follows/area/" + STREET).statusCode()).isEqualTo(204);
        assertThat(put(leader, "/follows/area/" + STREET).statusCode()).isEqualTo(204);
        assertThat(put(leader, "/follows/type/C0101").statusCode()).isEqualTo(204);
        Response follows = Api.get(leader, "/follows");
        assertThat(follows.<List<String>>path("kind")).containsExactly("area", "type");
        assertThat(follows.<List<String>>path("what.code")).containsExactly(STREET, "C0101");

        // Noon of yesterday and of the day before, where this system runs.
        Instant yesterday = Instant.now()
                .atZone(Params.ZONE)
                .toLocalDate()
                .minusDays(1)
                .atTime(12, 0)
                .atZone(Params.ZONE)
                .toInstant();
        try (Journal journal = Journal.open()) {
            for (int i = 0; i < 3; i++) {
                Given g = Given.ticket(yesterday, STREET + "001001", "resident-1");
                journal.publish(g.filed());
                journal.publish(g.dispatched("water", 1));
                journal.publish(g.completed(g.lead, "water", i == 0 ? 200 : 20));
                if (i == 2) {
                    Api.awaitState(g.ticketId, "awaiting-verification");
                }
            }
            Given before = Given.ticket(yesterday.minus(Duration.ofDays(1)), STREET + "001001", "resident-1");
            journal.publish(before.filed(null));
            Api.awaitState(before.ticketId, "reported");
        }
        Response digest = Api.await(() -> Api.get(leader, "/digest?period=day"), answer -> Integer.valueOf(3)
                .equals(answer.path("items[0].rates.handled.numerator")));
        assertThat(digest.<List<Integer>>path("items.reports")).containsExactly(3, 3);
        assertThat(digest.<List<Integer>>path("items.previousReports")).containsExactly(1, 0);
        assertThat(digest.<Integer>path("items[0].open")).isEqualTo(4);
        assertThat(digest.<Integer>path("items[0].rates.'handled-on-time'.numerator"))
                .isEqualTo(2);
        assertThat(digest.<String>path("items[0].behind")).contains("&street=").endsWith("{&rate,part}");
        assertThat(digest.<List<Integer>>path("items[0].hotSpots.count")).containsExactly(3);
        assertThat(digest.<String>path("period"))
                .isEqualTo(yesterday.atZone(Params.ZONE).toLocalDate().toString());
        assertThat(Api.get(leader, "/digest?period=week").<String>path("period"))
                .contains("-W");

        assertThat(delete(leader, "/follows/type/C0101").statusCode()).isEqualTo(204);
        assertThat(delete(leader, "/follows/type/C0101").statusCode()).isEqualTo(204);
        assertThat(Api.get(leader, "/follows").<List<String>>path("what.code")).containsExactly(STREET);
        assertThat(Api.get(leader("leader-742"), "/follows").<List<Object>>path("$"))
                .isEmpty();
    }

    @Test
    void whatCannotBeFollowed_isRefused() {
        Tokens leader = leader("leader-743");
        assertThat(put(leader, "/follows/area/370102999").statusCode()).isEqualTo(404);
        assertThat(put(leader, "/follows/area/37").<String>path("errors[0].field"))
                .isEqualTo("code");
        assertThat(put(leader, "/follows/person/370102741").<String>path("errors[0].field"))
                .isEqualTo("kind");
        assertThat(put(leader, "/follows/type/" + "x".repeat(17)).<String>path("errors[0].field"))
                .isEqualTo("code");
        assertThat(Api.get(leader, "/digest?period=year").<String>path("errors[0].field"))
                .isEqualTo("period");
        assertThat(Api.get(Api.gridWorker(), "/follows").statusCode()).isEqualTo(403);
    }

    @Test
    void noMoreThanFifty_areFollowed() {
        Tokens leader = leader("leader-744");
        for (int i = 1; i <= 50; i++) {
            assertThat(put(leader, "/follows/area/" + STREET + String.format("%03d", i))
                            .statusCode())
                    .isEqualTo(204);
        }
        Response refused = put(leader, "/follows/area/" + STREET);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("type")).endsWith("too-many-follows");
        assertThat(put(leader, "/follows/area/" + STREET + "001").statusCode())
                .as("again")
                .isEqualTo(204);
    }
}
