package org.whistle.intake.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.MatterKind;
import org.whistle.contracts.Place;
import org.whistle.contracts.Position;
import org.whistle.contracts.Topics;
import org.whistle.contracts.TrackingCode;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.intake.AlarmLevel;
import org.whistle.contracts.intake.ReportFiled;
import org.whistle.contracts.intake.ReportJoined;
import org.whistle.contracts.intake.Reporter;
import org.whistle.contracts.intake.RoutineRegistered;
import org.whistle.district.Coordinates;
import org.whistle.district.Datum;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.Received;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class FilingTest {

    private static final Database DATABASE = Database.of("intake");

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void report_isAnsweredWithItsPlace_andStandsOnTheJournal() {
        Intake.Body body = Intake.body().with("address", "甸新东路 12 号").with("assetMark", "SW-1");
        Position at = Intake.inside(Intake.GRID);
        String account = Intake.someone("worker");
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            Response answer = Intake.file(Intake.worker(account), body);

            answer.then()
                    .statusCode(201)
                    .header("Location", startsWith("http"))
                    .header("ETag", equalTo("\"0\""))
                    .body("ticketNo", matchesPattern("370102009-[0-9]{8}-[0-9A-HJKMNP-TV-Z]{6}"))
                    .body("state", equalTo("filed"))
                    .body("urgency", equalTo("U0"))
                    .body("outsideOwnGrid", equalTo(false))
                    .body("alarmed", empty())
                    .body("place.grid", equalTo(Intake.GRID))
                    .body("place.street", equalTo("370102009"))
                    .body("place.streetName", notNullValue())
                    .body("reporterKind", equalTo("grid-worker"));
            UUID id = UUID.fromString(answer.path("id"));
            Received record = journal.await("the report", candidate -> candidate.is(ReportFiled.class, id));
            ReportFiled event = record.as(ReportFiled.class);
            assertThat(event)
                    .isEqualTo(new ReportFiled(
                            id,
                            answer.path("ticketNo"),
                            MatterKind.COORDINATION,
                            "C0101",
                            "a",
                            Urgency.U0,
                            "井盖缺失，行人有跌落危险",
                            Place.ofGrid(Intake.GRID),
                            at,
                            "甸新东路 12 号",
                            null,
                            "SW-1",
                            List.of(),
                            new Reporter(UUID.fromString(answer.path("pseudonym")), Reporter.Kind.GRID_WORKER),
                            account,
                            false,
                            List.of(),
                            event.filedAt(),
                            new TrackingCode(answer.path("trackingCode")).digest(),
                            null));
            assertThat(record.key()).isEqualTo(id.toString());
            assertThat(record.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_source", "/intake")
                    .containsEntry("ce_type", "whistle.intake.report-filed.v1")
                    .containsEntry("content-type", "application/json");
            assertThat(record.time()).isEqualTo(event.filedAt());
        }
    }

    @Test
    void sameReport_isAnsweredTheSame_whenSentAgain() {
        String worker = Intake.worker(Intake.someone("worker"));
        Intake.Body body = Intake.body().with("reporter", Map.of("name", "王芳", "phone", "13812345678"));

        String first =
                Intake.file(worker, body).then().statusCode(201).extract().asString();
        String again =
                Intake.file(worker, body).then().statusCode(200).extract().asString();

        assertThat(again).isEqualTo(first);
        assertThat(DATABASE.number("select count(*) from report where client_id = ?", body.clientId()))
                .isEqualTo(1);
    }

    @Test
    void sameReport_isStoredOnce_whenSentManyTimesAtOnce() {
        String worker = Intake.worker(Intake.someone("worker"));
        Intake.Body body = Intake.body();
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            List<Response> answers = IntStream.range(0, 16)
                    .parallel()
                    .mapToObj(ignored -> Intake.file(worker, body))
                    .toList();

            assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
            assertThat(answers).extracting(Response::statusCode).containsOnly(200, 201);
            assertThat(answers)
                    .extracting(answer -> answer.<String>path("id"))
                    .containsOnly(answers.getFirst().<String>path("id"));
            UUID id = UUID.fromString(answers.getFirst().path("id"));
            journal.await(ReportFiled.class, id);
            UUID later = Intake.filed(worker, Intake.body());
            journal.await(ReportFiled.class, later);
            assertThat(journal.allAbout(id)).hasSize(1);
        }
    }

    @Test
    void otherReport_isRefused_underTheSameClientId() {
        String worker = Intake.worker(Intake.someone("worker"));
        Intake.Body body = Intake.body();
        Intake.filed(worker, body);

        Intake.file(worker, body.with("text", "别的事"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whistle:problem:client-id-taken"))
                .body("errors.field", contains("clientId"));
    }

    @Test
    void clientId_belongsToItsAccount() {
        Intake.Body body = Intake.body();
        Intake.filed(Intake.worker(Intake.someone("worker")), body);

        Intake.filed(Intake.worker(Intake.someone("worker")), body.with("text", "别的事"));
    }

    @Test
    void positionOfTheMap_isConverted_beforeItsGridIsFound() {
        Position wgs84 = Intake.inside(Intake.GRID);
        Coordinates gcj02 = Datum.GCJ02.fromWgs84(new Coordinates(wgs84.longitude(), wgs84.latitude()));

        Response answer = Intake.file(
                Intake.worker(Intake.someone("worker")),
                Intake.body().at(gcj02.longitude(), gcj02.latitude(), "gcj02"));

        answer.then().statusCode(201).body("place.grid", equalTo(Intake.GRID));
        double longitude = answer.jsonPath().getDouble("position.longitude");
        assertThat(longitude).isCloseTo(wgs84.longitude(), offset(1e-5));
    }

    @Test
    void gridWorkersReport_isMarked_outsideTheirOwnGrid() {
        Intake.file(Intake.worker(Intake.someone("worker")), Intake.body().in(Intake.ELSEWHERE))
                .then()
                .statusCode(201)
                .body("outsideOwnGrid", equalTo(true))
                .body("place.grid", equalTo(Intake.ELSEWHERE));
    }

    @Test
    void reportWithoutAType_isTaken_forTheStreetToClassify() {
        UUID id = Intake.filed(
                Intake.resident(Intake.someone("resident")), Intake.body().without("type", "condition", "matter"));

        assertThat(DATABASE.rows("select type, matter from report where id = ?", id))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("type", null).containsEntry("matter", "COORDINATION"));
    }

    @Test
    void emergency_alarmsEveryLevel() {
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            Response answer = Intake.file(
                    Intake.worker(Intake.someone("worker")), Intake.body().with("matter", "emergency"));

            answer.then().statusCode(201).body("alarmed", contains("community", "street", "district"));
            assertThat(journal.await(ReportFiled.class, UUID.fromString(answer.path("id")))
                            .alarmed())
                    .containsExactly(AlarmLevel.COMMUNITY, AlarmLevel.STREET, AlarmLevel.DISTRICT);
        }
    }

    @Test
    void routineMatter_isRegistered_andBeginsNoTicket() {
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            String worker = Intake.worker(Intake.someone("worker"));
            Response answer =
                    Intake.file(worker, Intake.body().with("matter", "routine").with("outcome", "现场垫实"));

            answer.then().statusCode(201).body("state", equalTo("registered"));
            UUID id = UUID.fromString(answer.path("id"));
            assertThat(journal.await(RoutineRegistered.class, id).outcome()).isEqualTo("现场垫实");
            UUID later = Intake.filed(worker, Intake.body());
            journal.await(ReportFiled.class, later);
            assertThat(journal.allAbout(id))
                    .extracting(Received::type)
                    .containsExactly("whistle.intake.routine-registered.v1");
        }
    }

    @Test
    void report_isJoined_toAnOpenTicketOfItsTypeNearby() {
        UUID ticket = Intake.filed(Intake.worker(Intake.someone("worker")), Intake.body());
        Intake.Body joining = Intake.body().with("joins", ticket.toString());
        String resident = Intake.resident(Intake.someone("resident"));
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL)) {
            Response answer = Intake.file(resident, joining);

            answer.then().statusCode(201).body("state", equalTo("joined")).body("ticketId", equalTo(ticket.toString()));
            ReportJoined event = journal.await(ReportJoined.class, ticket);
            assertThat(event.reportId().toString()).isEqualTo(answer.path("id"));
            Intake.as(resident)
                    .get(Intake.BASE + "/reports/" + answer.path("id"))
                    .then()
                    .statusCode(200)
                    .body("joined", equalTo(true))
                    .body("joinedReports", equalTo(1));
        }
    }

    @Test
    void joining_isRefused_withItsReason() {
        String worker = Intake.worker(Intake.someone("worker"));
        UUID far = Intake.filed(worker, Intake.body().in(Intake.ELSEWHERE));
        UUID other = Intake.filed(worker, Intake.body().with("type", "C0102"));

        refused(worker, Intake.body().with("joins", UUID.randomUUID().toString()), "joined-unknown", "joins");
        refused(worker, Intake.body().with("joins", far.toString()), "joined-other-street", "joins");
        refused(worker, Intake.body().with("joins", other.toString()), "joined-other-type", "joins");
        refused(
                worker,
                Intake.body().with("matter", "routine").with("outcome", "好了").with("joins", other.toString()),
                "routine-cannot-join",
                "joins");
    }

    @Test
    void report_isRefused_againstTheRules() {
        String worker = Intake.worker(Intake.someone("worker"));
        refused(worker, Intake.body().at(0.0, 0.0, "wgs84"), "outside-every-grid", "position");
        refused(worker, Intake.body().with("type", "X9999"), "unknown-type", "type");
        refused(worker, Intake.body().with("condition", "z"), "unknown-condition", "condition");
        refused(worker, Intake.body().without("condition"), "condition-required", "condition");
        refused(worker, Intake.body().without("type"), "type-required", "type");
        refused(worker, Intake.body().with("matter", "routine"), "outcome-required", "outcome");
        refused(worker, Intake.body().with("outcome", "好了"), "outcome-not-allowed", "outcome");
        refused(
                Intake.resident("resident-1"),
                Intake.body().with("reporter", Map.of("kind", "hotline")),
                "reporter-kind-not-yours",
                "reporter.kind");
    }

    @Test
    void refusal_speaksTheCallersLanguage() {
        given().auth()
                .oauth2(Intake.worker("worker-1"))
                .contentType("application/json")
                .header("Accept-Language", "zh-CN")
                .body(Intake.body().with("type", "X9999").fields())
                .post(Intake.BASE + "/reports")
                .then()
                .statusCode(422)
                .body("detail", equalTo("目录中没有类型 X9999。"));
    }

    @Test
    void refusedReport_canBeSentAgain_corrected() {
        String worker = Intake.worker(Intake.someone("worker"));
        Intake.Body body = Intake.body();
        refused(worker, body.with("type", "X9999"), "unknown-type", "type");

        Intake.filed(worker, body);
    }

    @Test
    void filedReports_areCounted_byKindOfMatter() {
        Intake.filed(Intake.worker(Intake.someone("worker")), Intake.body());

        String metrics = Intake.as(Intake.staff("operator", "370102"))
                .get(Intake.BASE + "/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(metrics).contains("whistle_intake_reports_total{matter=\"coordination\"");
    }

    private static void refused(String token, Intake.Body body, String rule, String field) {
        Intake.file(token, body)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whistle:problem:" + rule))
                .body("errors.field", hasItem(field));
        assertThat(DATABASE.number("select count(*) from report where client_id = ?", body.clientId()))
                .isZero();
    }
}
