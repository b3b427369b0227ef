package org.whistle.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class BatchTest {

    private static final String BATCH = Intake.BASE + "/reports/batch";
    private static final Database DATABASE = Database.of("intake");

    private final String worker = Intake.worker(Intake.someone("worker"));

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void everyReport_isAnsweredAsIfAlone_inItsPlace() {
        Intake.Body before = Intake.body();
        UUID known = Intake.filed(worker, before);
        Intake.Body fresh = Intake.body();
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            Response answer = send(
                    fresh.fields(),
                    Intake.body().with("type", "X9999").fields(),
                    before.fields(),
                    before.with("text", "别的事").fields(),
                    Intake.body().without("text").fields(),
                    Intake.body().with("matter", "nonsense").fields(),
                    Intake.body().with("reporter", Map.of("kind", "hotline")).fields(),
                    fresh.fields(),
                    Intake.body().with("level", "branch").fields());

            answer.then()
                    .statusCode(200)
                    .body("items.status", contains(201, 422, 200, 409, 400, 400, 422, 200, 201))
                    .body("items[1].problem.type", equalTo("urn:whistle:problem:unknown-type"))
                    .body("items[1].problem.detail", equalTo("The catalogue has no type X9999."))
                    .body("items[2].receipt.id", equalTo(known.toString()))
                    .body("items[3].problem.type", equalTo("urn:whistle:problem:client-id-taken"))
                    .body("items[4].problem.errors.field", contains("text"))
                    .body("items[5].problem.errors.field", contains("matter"))
                    .body("items[6].problem.type", equalTo("urn:whistle:problem:reporter-kind-not-yours"))
                    .body("items[7].receipt.id", equalTo(answer.path("items[0].receipt.id")))
                    .body("items[8].receipt.state", equalTo("opened"))
                    .body("items[0].clientId", equalTo(fresh.clientId()));
            journal.await(ReportFiled.class, UUID.fromString(answer.path("items[0].receipt.id")));
        }
    }

    @Test
    void whatIsNoObject_isItsOwnFault() {
        List<Object> reports = new ArrayList<>(Arrays.asList("text", null, 7));
        reports.add(Intake.body().fields());

        Intake.as(worker)
                .body(Map.of("reports", reports))
                .post(BATCH)
                .then()
                .statusCode(200)
                .body("items.status", contains(400, 400, 400, 201));
    }

    @Test
    void hundredReports_areFiled_andNotMore() {
        List<Object> hundred = IntStream.range(0, 100)
                .<Object>mapToObj(ignored -> Intake.body().fields())
                .toList();
        Intake.as(worker)
                .body(Map.of("reports", hundred))
                .post(BATCH)
                .then()
                .statusCode(200)
                .body("items", hasSize(100))
                .body("items.status", everyItem(equalTo(201)));

        List<Object> more = new ArrayList<>(hundred);
        more.add(Intake.body().fields());
        for (Map<String, Object> body :
                List.<Map<String, Object>>of(Map.of("reports", more), Map.of("reports", List.of()), Map.of())) {
            Intake.as(worker).body(body).post(BATCH).then().statusCode(400).body("errors.field", contains("reports"));
        }
    }

    @Test
    void problems_speakTheCallersLanguage() {
        RestAssured.given()
                .auth()
                .oauth2(worker)
                .contentType("application/json")
                .header("Accept-Language", "zh-CN")
                .body(Map.of(
                        "reports", List.of(Intake.body().with("type", "X9999").fields())))
                .post(BATCH)
                .then()
                .body("items[0].problem.detail", equalTo("目录中没有类型 X9999。"));
    }

    @Test
    void batch_isOnlyForWhoMayFile() {
        Intake.as(Intake.staff("leader", "370102"))
                .body(Map.of("reports", List.of(Intake.body().fields())))
                .post(BATCH)
                .then()
                .statusCode(403);
        assertThat(DATABASE.number("select count(*) from report where account = ?", "leader-370102"))
                .isZero();
    }

    private Response send(Object... reports) {
        return Intake.as(worker).body(Map.of("reports", List.of(reports))).post(BATCH);
    }
}
