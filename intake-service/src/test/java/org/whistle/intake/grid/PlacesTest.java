package org.whistle.intake.grid;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.district.PlaceLevel;
import org.whistle.intake.Intake;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class PlacesTest {

    private static final String PLACES = Intake.BASE + "/places";
    private static final String STREET = "370102009";

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void streets_areWhatADistrictConsistsOf_withClosedOutlines() {
        List<List<List<List<Double>>>> polygons = Intake.as(Intake.resident("resident-1"))
                .get(PLACES)
                .then()
                .statusCode(200)
                .body("type", equalTo("FeatureCollection"))
                .body("features", hasSize(13))
                .body("features.properties.level", everyItem(equalTo("street")))
                .body("features.properties.name", hasItem("Dianliu Street Office"))
                .body("features.properties.parent", everyItem(equalTo("370102")))
                .extract()
                .path("features[0].geometry.coordinates");
        assertThat(polygons).isNotEmpty().allSatisfy(rings -> assertThat(rings)
                .allSatisfy(ring -> assertThat(ring.getFirst()).isEqualTo(ring.getLast())));
    }

    @Test
    void grids_areAskedForWithinAStreet() {
        long grids = Intake.DISTRICT.places(PlaceLevel.GRID).stream()
                .filter(grid -> grid.isWithin(STREET))
                .count();
        Intake.as(Intake.resident("resident-1"))
                .get(PLACES + "?within=" + STREET + "&level=grid")
                .then()
                .statusCode(200)
                .body("features", hasSize((int) grids))
                .body("features.id", everyItem(startsWith(STREET)));
        Intake.as(Intake.resident("resident-1"))
                .get(PLACES + "?level=grid")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("within"));
    }

    @Test
    void whatHasNotChanged_isNotSentAgain() {
        String tag = Intake.as(Intake.resident("resident-1")).get(PLACES).header("ETag");
        Intake.as(Intake.resident("resident-1"))
                .header("If-None-Match", tag)
                .get(PLACES)
                .then()
                .statusCode(304);
    }

    @Test
    void inAnotherLanguage_isSentAgain() {
        String tag = Intake.as(Intake.resident("resident-1")).get(PLACES).header("ETag");
        given().auth()
                .oauth2(Intake.resident("resident-1"))
                .header("If-None-Match", tag)
                .header("Accept-Language", "zh-CN")
                .get(PLACES)
                .then()
                .statusCode(200)
                .header("ETag", not(tag));
    }

    @Test
    void unknownPlaceAndLevel_areRefused() {
        Intake.as(Intake.resident("resident-1"))
                .get(PLACES + "?within=370199001")
                .then()
                .statusCode(404);
        Intake.as(Intake.resident("resident-1"))
                .get(PLACES + "?level=province")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("level"));
    }
}
