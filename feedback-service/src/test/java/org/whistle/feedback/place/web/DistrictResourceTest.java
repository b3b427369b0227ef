package org.whistle.feedback.place.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.whistle.district.District;
import org.whistle.district.DistrictArchive;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.testkit.Journal;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class DistrictResourceTest {

    @Test
    void uploadedDistrict_givesCodesTheirNames_inBothLanguages() {
        District sample = District.sample();
        Response put = Api.putDistrict(Api.administrator(), DistrictArchive.zip(sample));
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
        assertThat(put.<String>path("version")).isEqualTo(sample.version());
        assertThat(given().auth()
                        .oauth2(Api.administrator().sign())
                        .get("/api/feedback/district")
                        .asByteArray())
                .isEqualTo(DistrictArchive.zip(sample));
        Given g = Given.ticket(Instant.now());
        try (Journal journal = Journal.open()) {
            journal.publish(g.filed());
        }
        Api.awaitState(g.ticketId, "reported");
        String street = Given.GRID.substring(0, 9);
        assertThat(Api.get(Api.supervisor(), "/loops/" + g.ticketId).<String>path("loop.place.street.name"))
                .isEqualTo(sample.place(street).orElseThrow().name().en());
    }

    @Test
    void wrongArchive_isRefused_andOthersMayNotUpload() {
        assertThat(Api.putDistrict(Api.administrator(), new byte[] {1, 2, 3}).statusCode())
                .isEqualTo(422);
        assertThat(Api.putDistrict(Api.supervisor(), new byte[] {1}).statusCode())
                .isEqualTo(403);
    }

    @Test
    void healthAndDocuments_areOpen_metricsAreNot() {
        assertThat(given().get("/api/feedback/q/health").statusCode()).isEqualTo(200);
        assertThat(given().get("/api/feedback/q/openapi").asString()).contains("/api/feedback/loops/{ticketId}");
        assertThat(given().get("/api/feedback/q/metrics").statusCode()).isEqualTo(401);
    }
}
