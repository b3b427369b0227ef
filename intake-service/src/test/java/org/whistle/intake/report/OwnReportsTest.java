package org.whistle.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.TrackingCode;
import org.whistle.intake.Intake;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class OwnReportsTest {

    private static final String REPORTS = Intake.BASE + "/reports";

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void ownReports_arePaged_newestFirst() {
        String worker = Intake.worker(Intake.someone("pager"));
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            filed.addFirst(Intake.filed(worker, Intake.body()).toString());
        }

        List<String> read = new ArrayList<>();
        @Nullable String next = REPORTS + "?limit=2&state=filed";
        int pages = 0;
        while (next != null) {
            Response page = Intake.as(worker).urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            read.addAll(page.path("items.id"));
            next = page.path("next");
            pages++;
        }

        assertThat(read).isEqualTo(filed);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void ownReports_areNobodyElses() {
        Intake.filed(Intake.worker(Intake.someone("worker")), Intake.body());

        Intake.as(Intake.worker(Intake.someone("other")))
                .get(REPORTS)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
    }

    @Test
    void ownReports_areFiltered_byState() {
        String worker = Intake.worker(Intake.someone("filter"));
        Intake.filed(worker, Intake.body());
        String routine = Intake.filed(
                        worker, Intake.body().with("matter", "routine").with("outcome", "好了"))
                .toString();

        Intake.as(worker)
                .get(REPORTS + "?state=registered")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(routine))
                .body("items[0].stage", equalTo("ended"));
        Intake.as(worker).get(REPORTS + "?state=closed").then().body("items", empty());
    }

    @Test
    void report_isSeen_byItsReporterAndTheStaffOfItsArea() {
        String reporter = Intake.resident(Intake.someone("resident"));
        UUID id = Intake.filed(reporter, Intake.body());

        reads(reporter, id, 200);
        for (String role : List.of("community", "dispatcher", "supervisor", "leader", "call-agent", "grid-worker")) {
            reads(Intake.staff(role, "370102009"), id, 200);
            reads(Intake.staff(role, "370102008"), id, 404);
        }
        reads(Intake.resident(Intake.someone("resident")), id, 404);
        reads(Intake.staff("resident", "370102"), id, 404);
        reads(Intake.staff("administrator", "370102"), id, 404);
        reads(Intake.handler("water-supply", "370102"), id, 404);
    }

    @Test
    void trackingCode_isToldWhoeverFiledTheReport_andNobodyElse() {
        String reporter = Intake.resident(Intake.someone("resident"));
        Response receipt = Intake.file(reporter, Intake.body());
        String code = receipt.path("trackingCode");
        String path = REPORTS + "/" + receipt.path("id");

        assertThat(TrackingCode.read(code)).isPresent();
        Intake.as(reporter).get(path).then().body("trackingCode", equalTo(code));
        Intake.as(reporter).get(REPORTS).then().body("items[0].trackingCode", equalTo(code));
        for (String role : List.of("community", "dispatcher", "supervisor", "call-agent", "grid-worker")) {
            Intake.as(Intake.staff(role, "370102009"))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("trackingCode", nullValue());
        }
    }

    @Test
    void routineMatter_isDone_andHasNoCode() {
        Intake.file(
                        Intake.worker(Intake.someone("worker")),
                        Intake.body().with("matter", "routine").with("outcome", "好了"))
                .then()
                .statusCode(201)
                .body("trackingCode", nullValue());
    }

    @Test
    void unknownReport_isNotFound() {
        String worker = Intake.worker("worker-1");
        reads(worker, UUID.randomUUID(), 404);
        Intake.as(worker).get(REPORTS + "/none").then().statusCode(404);
    }

    @Test
    void report_isNotSentAgain_whileItDidNotChange() {
        String worker = Intake.worker(Intake.someone("worker"));
        UUID id = Intake.filed(worker, Intake.body());
        String tag = Intake.as(worker).get(REPORTS + "/" + id).header("ETag");

        Intake.as(worker)
                .header("If-None-Match", tag)
                .get(REPORTS + "/" + id)
                .then()
                .statusCode(304);
    }

    private static void reads(String token, UUID id, int status) {
        Intake.as(token).get(REPORTS + "/" + id).then().statusCode(status);
    }
}
