package org.whistle.intake.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.intake.AlarmAcknowledged;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.MarkedSafe;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class AlarmFlowTest {

    private static final String ALARMS = Intake.BASE + "/alarms";
    private static final Database DATABASE = Database.of("intake");

    private final String worker = Intake.worker(Intake.someone("worker"));
    private final String community = Intake.staff("community", "370102009001");
    private final String dispatcher = Intake.staff("dispatcher", "370102009");
    private final String supervisor = Intake.staff("supervisor", "370102");

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void emergency_isAcknowledgedByEachLevel_andTrackedUntilItIsSafe() {
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            UUID id = Intake.filed(worker, emergency());
            DATABASE.execute("update alarm set raised_at = raised_at - interval '12 minutes' where ticket_id = ?", id);
            listed(community, "open", id);
            one(dispatcher, id)
                    .then()
                    .body("levels.level", contains("community", "street", "district"))
                    .body("levels.acknowledged", everyItem(equalTo(false)))
                    .body("levels.waitedMinutes", everyItem(equalTo(12)));

            act(supervisor, id, 0, "acknowledgement", Map.of())
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("open"));
            act(community, id, 1, "acknowledgement", Map.of("level", "community"))
                    .then()
                    .statusCode(200);
            refused(act(community, id, 2, "acknowledgement", Map.of()), 409, "alarm-acknowledged");
            act(dispatcher, id, 2, "acknowledgement", Map.of())
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("acknowledged"))
                    .body(
                            "levels.acknowledgedBy",
                            contains("community-370102009001", "dispatcher-370102009", "supervisor-370102"));
            assertThat(journal.awaitAll("an acknowledgement", 3, record -> record.is(AlarmAcknowledged.class, id)))
                    .extracting(record -> record.as(AlarmAcknowledged.class).level())
                    .containsExactly(AlarmLevel.DISTRICT, AlarmLevel.COMMUNITY, AlarmLevel.STREET);
            listed(supervisor, "acknowledged", id);

            act(worker, id, 3, "safe", Map.of("note", "已围挡，专人看守"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("safe"))
                    .body("note", equalTo("已围挡，专人看守"));
            assertThat(journal.await(MarkedSafe.class, id).note()).isEqualTo("已围挡，专人看守");
            listed(supervisor, "safe", id);
            refused(act(dispatcher, id, 4, "safe", Map.of("note", "再来")), 409, "alarm-over");
            await().untilAsserted(() -> Intake.as(worker)
                    .get(Intake.BASE + "/reports/" + id)
                    .then()
                    .body("state", equalTo("filed"))
                    .body(
                            "timeline.event",
                            contains("alarm-acknowledged", "alarm-acknowledged", "alarm-acknowledged", "marked-safe")));
        }
    }

    @Test
    void alarm_isSeen_inItsAreaOnly_andByStaffOnly() {
        UUID id = Intake.filed(worker, emergency());

        Intake.as(Intake.staff("community", "370102009002"))
                .get(ALARMS)
                .then()
                .body("items.ticketId", not(hasItem(id.toString())));
        Intake.as(Intake.staff("dispatcher", "370102008"))
                .get(ALARMS + "/" + id)
                .then()
                .statusCode(404);
        Intake.as(Intake.resident("resident-1")).get(ALARMS).then().statusCode(403);
        Intake.as(community).get(ALARMS + "?state=over").then().statusCode(400);
    }

    @Test
    void badCommand_isRefused_withTheRule() {
        UUID id = Intake.filed(worker, emergency());
        UUID other = Intake.filed(Intake.staff("call-agent", "370102"), Intake.body());

        refused(act(community, id, 0, "acknowledgement", Map.of("level", "district")), 403, "alarm-level-not-yours");
        refused(act(worker, id, 0, "acknowledgement", Map.of()), 403, "alarm-level-not-yours");
        refused(
                act(Intake.staff("leader", "370102009"), id, 0, "acknowledgement", Map.of()),
                403,
                "alarm-level-not-yours");
        refused(act(community, id, 9, "acknowledgement", Map.of()), 412, "stale-version");
        refused(act(community, id, 0, "safe", Map.of()), 400, "invalid-field");
        refused(act(community, other, 0, "acknowledgement", Map.of()), 404, "not-found");
        Intake.as(community)
                .body(Map.of())
                .post(ALARMS + "/" + id + "/acknowledgement")
                .then()
                .statusCode(428);
    }

    @Test
    void refusedReport_raisesNoAlarm() {
        Intake.Body body = emergency().with("photos", java.util.List.of(UUID.randomUUID()));
        Intake.file(worker, body).then().statusCode(422);

        assertThat(DATABASE.number("""
                        select count(*) from alarm a
                        where not exists (select 1 from report r where r.id = a.ticket_id)""")).isZero();
    }

    private static void listed(String token, String state, UUID id) {
        Intake.as(token)
                .get(ALARMS + "?state=" + state)
                .then()
                .statusCode(200)
                .body("items.ticketId", hasItem(id.toString()));
    }

    private static Response one(String token, UUID id) {
        Response answer = Intake.as(token).get(ALARMS + "/" + id);
        answer.then().statusCode(200);
        return answer;
    }

    private static Response act(String token, UUID id, int version, String command, Map<String, Object> body) {
        return Intake.as(token)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(ALARMS + "/" + id + "/" + command);
    }

    private static void refused(Response answer, int status, String rule) {
        answer.then().statusCode(status).body("type", equalTo("urn:whistle:problem:" + rule));
    }

    private static Intake.Body emergency() {
        return Intake.body().with("matter", "emergency");
    }
}
