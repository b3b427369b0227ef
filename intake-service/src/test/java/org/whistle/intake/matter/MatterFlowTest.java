package org.whistle.intake.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Topics;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.intake.ChainLevel;
import org.whistle.contracts.intake.DeliberationHeld;
import org.whistle.contracts.intake.MatterAnswered;
import org.whistle.contracts.intake.MatterOpened;
import org.whistle.contracts.intake.MatterPassedUp;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.intake.Intake;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Received;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class MatterFlowTest {

    private static final String MATTERS = Intake.BASE + "/matters/";
    private static final String REPORTS = Intake.BASE + "/reports/";

    private final String community = Intake.staff("community", "370102009001");
    private final String branch = Intake.staff("branch", "370102009001");
    private final String reporter = Intake.worker(Intake.someone("worker"));

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void coordinationMatter_isOpened_notFiled_andStandsWithTheBranch() {
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            Intake.Body body = coordination();
            Response receipt = Intake.file(reporter, body);

            receipt.then().statusCode(201).body("state", equalTo("opened")).body("level", equalTo("branch"));
            UUID id = UUID.fromString(receipt.path("id"));
            MatterOpened opened = journal.await(MatterOpened.class, id);
            assertThat(opened.level()).isEqualTo(ChainLevel.BRANCH);
            assertThat(opened.matter()).isEqualTo(MatterKind.COORDINATION);
            assertThat(opened.type()).isEqualTo("C0101");
            read(id).then()
                    .body("state", equalTo("branch"))
                    .body("stage", equalTo("discover"))
                    .body("ticketId", equalTo(id.toString()));
            Intake.as(reporter)
                    .get(Intake.BASE + "/reports?state=branch")
                    .then()
                    .body("items.id", contains(id.toString()));
            assertThat(Intake.file(reporter, body)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .isEqualTo(receipt.asString());
        }
    }

    @Test
    void everyLevel_seesWhatItsAreaHas() {
        UUID id = Intake.filed(reporter, coordination());

        Intake.as(branch)
                .get(Intake.BASE + "/matters?level=branch&state=open&kind=coordination")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()))
                .body("items[0].version", equalTo(0))
                .body("items[0].level", equalTo("branch"));
        for (String filter : List.of("level=community", "state=answered", "kind=prominent")) {
            Intake.as(branch)
                    .get(Intake.BASE + "/matters?" + filter)
                    .then()
                    .body("items.id", not(hasItem(id.toString())));
        }
        Intake.as(Intake.staff("branch", "370102009002"))
                .get(Intake.BASE + "/matters")
                .then()
                .body("items.id", not(hasItem(id.toString())));
        Intake.as(Intake.staff("branch", "370102009002"))
                .get(MATTERS + id)
                .then()
                .statusCode(404);
        Intake.as(Intake.resident("resident-1")).get(MATTERS + id).then().statusCode(403);
        Intake.as(branch).get(Intake.BASE + "/matters?level=nobody").then().statusCode(400);
    }

    @Test
    void matters_arePaged() {
        Intake.filed(reporter, coordination());
        Intake.filed(reporter, coordination());

        Response first = Intake.as(branch).get(Intake.BASE + "/matters?limit=1");
        String newest = first.path("items[0].id");

        Intake.as(branch)
                .get(first.<String>path("next"))
                .then()
                .statusCode(200)
                .body("items[0].id", not(equalTo(newest)));
    }

    @Test
    void answeredMatter_ends_andNeverBecomesATicket() {
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            UUID id = Intake.filed(reporter, coordination());

            act(branch, id, 0, "answer", Map.of("answer", "已与物业商定，周五前修好"))
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"1\""))
                    .body("state", equalTo("answered"))
                    .body("answer", equalTo("已与物业商定，周五前修好"))
                    .body("history.event", contains("answered"));

            assertThat(journal.await(MatterAnswered.class, id).answer()).isEqualTo("已与物业商定，周五前修好");
            assertThat(journal.allAbout(id))
                    .extracting(Received::type)
                    .containsExactly("whistle.intake.matter-opened.v1", "whistle.intake.matter-answered.v1");
            read(id).then()
                    .body("state", equalTo("answered"))
                    .body("stage", equalTo("ended"))
                    .body("answer", equalTo("已与物业商定，周五前修好"));
            await().untilAsserted(() -> read(id).then().body("timeline.event", contains("matter-answered")));
            refused(act(branch, id, 1, "passing-up", Map.of("reason", "再报")), 409, "matter-answered");
            Intake.file(reporter, coordination().with("joins", id.toString()))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:whistle:problem:joined-not-open"));
        }
    }

    @Test
    void matter_isATicket_whenTheCommunityPassesItUp() {
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            UUID id = Intake.filed(reporter, coordination().with("assetMark", "SW-7"));
            UUID joined = Intake.filed(reporter, coordination().with("joins", id.toString()));

            act(branch, id, 0, "passing-up", Map.of("reason", "双方未达成一致")).then().body("level", equalTo("community"));
            read(joined).then().body("state", equalTo("community"));
            act(community, id, 1, "passing-up", Map.of("reason", "须由产权单位更换"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("passed-up"))
                    .body("level", equalTo("street"))
                    .body("history.event", contains("passed-up", "passed-up"))
                    .body("history[1].to", equalTo("street"));

            ReportFiled filed = journal.await(ReportFiled.class, id);
            assertThat(filed.matter()).isEqualTo(MatterKind.COORDINATION);
            assertThat(filed.urgency()).isEqualTo(Urgency.U0);
            assertThat(filed.assetMark()).isEqualTo("SW-7");
            assertThat(filed.alarmed()).isEmpty();
            assertThat(filed.filedAt())
                    .isEqualTo(journal.await(
                                    "the last step",
                                    record -> record.is(MatterPassedUp.class, id)
                                            && record.as(MatterPassedUp.class).to() == ChainLevel.STREET)
                            .as(MatterPassedUp.class)
                            .passedAt());
            assertThat(journal.allAbout(id))
                    .extracting(Received::type)
                    .containsSubsequence(
                            "whistle.intake.matter-opened.v1",
                            "whistle.intake.matter-passed-up.v1",
                            "whistle.intake.matter-passed-up.v1",
                            "whistle.intake.report-filed.v1");
            read(id).then().body("state", equalTo("filed")).body("joinedReports", equalTo(1));

            try (Journal others = Journal.open()) {
                others.publish(new Story(id, Journal.newId(), Journal.newId(), Story.LEAD, filed.filedAt())
                        .ticketDispatched());
            }
            await().untilAsserted(() -> read(joined)
                    .then()
                    .body("state", equalTo("dispatched"))
                    .body("timeline.event", hasItems("passed-up", "dispatched")));
            refused(act(community, id, 2, "answer", Map.of("answer", "好了")), 409, "matter-is-ticket");
        }
    }

    @Test
    void matter_isChanged_onlyByItsOwnLevel_onWhatWasRead() {
        UUID id = Intake.filed(reporter, coordination());
        String worker = Intake.worker("worker-1");

        refused(act(worker, id, 0, "answer", Map.of("answer", "好了")), 403, "matter-at-other-level");
        Intake.as(worker)
                .header("If-Match", "\"0\"")
                .header("Accept-Language", "zh-CN")
                .body(Map.of("answer", "好了"))
                .post(MATTERS + id + "/answer")
                .then()
                .statusCode(403);
        Intake.as(branch)
                .body(Map.of("answer", "好了"))
                .post(MATTERS + id + "/answer")
                .then()
                .statusCode(428);
        refused(act(branch, id, 7, "answer", Map.of("answer", "好了")), 412, "stale-version");
        refused(act(branch, id, 0, "answer", Map.of()), 400, "invalid-field");
        refused(act(branch, id, 0, "passing-up", Map.of("reason", " ")), 400, "invalid-field");
        refused(act(Intake.staff("branch", "370102008001"), id, 0, "answer", Map.of("answer", "好了")), 404, "not-found");
        refused(
                act(Intake.staff("dispatcher", "370102009"), id, 0, "answer", Map.of("answer", "好了")),
                403,
                "forbidden");
    }

    @Test
    void prominentMatter_isDeliberated() {
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            UUID id = Intake.filed(reporter, Intake.body().with("matter", "prominent"));
            read(id).then().body("state", equalTo("community"));

            refused(act(community, id, 0, "answer", Map.of("answer", "好了")), 409, "deliberation-required");
            Response few = act(community, id, 0, "deliberation", deliberation(4, true));
            refused(few, 422, "too-few-participants");
            few.then()
                    .body("errors.field", contains("participants"))
                    .body("detail", equalTo("4 took part in the deliberation; a resolution needs at least 5."));
            refused(act(community, id, 0, "deliberation", Map.of("participants", 9)), 400, "invalid-field");
            act(community, id, 0, "deliberation", deliberation(23, true))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("passed-up"))
                    .body("history[0].participants", equalTo(23))
                    .body("history[0].options", contains("增设停放区", "维持现状"));

            DeliberationHeld held = journal.await(DeliberationHeld.class, id);
            assertThat(held.participants()).isEqualTo(23);
            assertThat(held.becomesTicket()).isTrue();
            assertThat(journal.await(ReportFiled.class, id).matter()).isEqualTo(MatterKind.PROMINENT);
            read(id).then().body("state", equalTo("filed"));
        }
    }

    @Test
    void resolution_endsAProminentMatter_whenItAsksForNothingMore() {
        UUID id = Intake.filed(reporter, Intake.body().with("matter", "prominent"));

        act(community, id, 0, "deliberation", deliberation(5, false))
                .then()
                .statusCode(200)
                .body("state", equalTo("answered"));

        read(id).then()
                .body("state", equalTo("answered"))
                .body("answer", equalTo("同意在东门外增设非机动车停放区"))
                .body("departments", empty())
                .body("filedAt", notNullValue());
    }

    @Test
    void refusal_speaksChinese_toWhomReadsIt() {
        UUID id = Intake.filed(reporter, coordination());

        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Intake.staff("unit-steward", Intake.GRID))
                .contentType("application/json")
                .header("Accept-Language", "zh-CN")
                .header("If-Match", "\"0\"")
                .body(Map.of("answer", "好了"))
                .post(MATTERS + id + "/answer")
                .then()
                .statusCode(403)
                .body("detail", equalTo("该事项现由小区党支部处理，只有这一级可以答复、上报或议事。"));
    }

    private static Intake.Body coordination() {
        return Intake.body().with("matter", "coordination").with("level", "branch");
    }

    private static Map<String, Object> deliberation(int participants, boolean becomesTicket) {
        return Map.of(
                "participants",
                participants,
                "options",
                List.of("增设停放区", "维持现状"),
                "resolution",
                "同意在东门外增设非机动车停放区",
                "becomesTicket",
                becomesTicket);
    }

    private Response read(UUID id) {
        Response answer = Intake.as(reporter).get(REPORTS + id);
        answer.then().statusCode(200);
        return answer;
    }

    private static Response act(String token, UUID id, int version, String command, Map<String, Object> body) {
        return Intake.as(token)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(MATTERS + id + "/" + command);
    }

    private static void refused(Response answer, int status, String rule) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whistle:problem:" + rule));
    }
}
