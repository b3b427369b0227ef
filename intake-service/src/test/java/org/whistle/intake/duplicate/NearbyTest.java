package org.whistle.intake.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Position;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class NearbyTest {

    /** A type no other test files. */
    private static final String TYPE = "C0103";

    private final Position centre = Intake.inside(Intake.GRID);
    private final String worker = Intake.worker(Intake.someone("near"));

    @BeforeEach
    void district() {
        Intake.loadDistrict();
        Database.of("intake").execute("update report set open = false where type = ?", TYPE);
    }

    @Test
    void openReportsOfTheType_areShown_nearestFirst() {
        UUID far = file(0.0004);
        UUID near = file(0.0001);
        file(0.0012);
        Intake.filed(worker, Intake.body());

        Response answer = nearby(Intake.worker("worker-1"), "");

        assertThat(answer.<List<String>>path("items.ticketId")).containsExactly(near.toString(), far.toString());
        answer.then()
                .body("items[0].joinable", equalTo(true))
                .body("items[0].state", equalTo("filed"))
                .body("items[0].text", equalTo("井盖缺失，行人有跌落危险"));
        assertThat(answer.jsonPath().getDouble("items[0].distance")).isBetween(11.0, 11.3);
        assertThat(nearby(worker, "&radius=200").<List<String>>path("items.ticketId"))
                .hasSize(3);
    }

    @Test
    void matterBelowTheStreet_isShown_withTheLevelThatHasIt() {
        Intake.filed(worker, body(0.0001).with("level", "branch"));

        nearby(worker, "").then().body("items[0].state", equalTo("branch"));
    }

    @Test
    void whatOthersWrote_isHidden_fromResidents() {
        file(0.0001);

        assertThat(nearby(Intake.resident("resident-1"), "").<List<String>>path("items.text"))
                .containsOnlyNulls();
    }

    @Test
    void closedReport_isNotShown_andCannotBeJoined() {
        UUID id = file(0.0001);
        Story story = new Story(id, Journal.newId(), Journal.newId(), Story.LEAD, Instant.now());
        try (Journal journal = Journal.open()) {
            journal.publish(story.ticketNotAccepted());
            journal.publish(story.ticketClosed(TicketClosed.Outcome.NOT_ACCEPTED));
        }

        await().untilAsserted(() -> assertThat(nearby(worker, "").<List<String>>path("items.ticketId"))
                .isEmpty());
        Intake.file(worker, body(0.0).with("joins", id.toString()))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:joined-not-open"));
    }

    @Test
    void atMostTwenty_areShown() {
        for (int i = 0; i < 23; i++) {
            file(0.00001 * i);
        }

        assertThat(nearby(worker, "").<List<String>>path("items.ticketId")).hasSize(20);
    }

    @Test
    void unknownType_isRefused() {
        Intake.as(worker)
                .get(Intake.BASE + "/reports/nearby?longitude=117&latitude=36.6&datum=wgs84&type=X9999")
                .then()
                .statusCode(422);
    }

    private UUID file(double north) {
        return Intake.filed(worker, body(north));
    }

    private Intake.Body body(double north) {
        return Intake.body()
                .with("type", TYPE)
                .with("condition", "a")
                .at(centre.longitude(), centre.latitude() + north, "wgs84");
    }

    private Response nearby(String token, String more) {
        Response answer = Intake.as(token)
                .get(Intake.BASE + "/reports/nearby?longitude=" + centre.longitude() + "&latitude=" + centre.latitude()
                        + "&datum=wgs84&type=" + TYPE + more);
        answer.then().statusCode(200);
        return answer;
    }
}
