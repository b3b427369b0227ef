package org.whistle.intake.grid;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Position;
import org.whistle.district.DistrictArchive;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class DistrictTest {

    private static final String DISTRICT = Intake.BASE + "/district";
    private static final int CONDITIONS = Intake.DISTRICT.types().stream()
            .mapToInt(type -> type.conditions().size())
            .sum();
    private static final byte[] SAMPLE = DistrictArchive.zip(Intake.DISTRICT);

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @AfterEach
    void sampleAgain() {
        put(Intake.administrator(), SAMPLE, tag());
    }

    @Test
    void district_showsItsVersionAndCounts() {
        Intake.as(Intake.resident("resident-1"))
                .get(DISTRICT)
                .then()
                .statusCode(200)
                .body("code", equalTo("370102"))
                .body("version", equalTo(Intake.DISTRICT.version()))
                .body("streets", equalTo(13))
                .body("types", equalTo(66))
                .body("conditions", equalTo(CONDITIONS))
                .body("departments", equalTo(26))
                .body("grids", greaterThan(100));
        Intake.as(Intake.resident("resident-1"))
                .header("If-None-Match", tag())
                .get(DISTRICT)
                .then()
                .statusCode(304);
    }

    @Test
    void sameDistrict_isTakenAgain_withoutAVersion() {
        String before = tag();

        put(Intake.administrator(), SAMPLE, null).then().statusCode(200).header("ETag", equalTo(before));
    }

    @Test
    void otherDistrict_needsTheVersionItReplaces() throws IOException {
        byte[] other = renamed();
        String before = tag();

        put(Intake.administrator(), other, null).then().statusCode(428);
        put(Intake.administrator(), other, "\"999\"").then().statusCode(412);
        put(Intake.administrator(), other, before)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(before)))
                .body("version", not(equalTo(Intake.DISTRICT.version())));
        put(Intake.administrator(), SAMPLE, before).then().statusCode(412);
    }

    @Test
    void districtThatAnotherInstanceLoaded_isUsed_soonAfter() throws IOException {
        Database.of("intake")
                .execute(
                        "update district set version = version + 1, content_version = 'other', archive = ?", renamed());

        await().untilAsserted(() -> Intake.as(Intake.administrator())
                .get(DISTRICT)
                .then()
                .body("version", not(equalTo(Intake.DISTRICT.version()))));
    }

    @Test
    void unusableDistrict_isRefused_andTheOneInUseStays() {
        put(Intake.administrator(), new byte[] {1, 2, 3}, tag())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:district-faulty"))
                .body("errors", hasSize(1));
        Intake.as(Intake.administrator()).get(DISTRICT).then().body("version", equalTo(Intake.DISTRICT.version()));
    }

    @Test
    void onlyAnAdministrator_loadsADistrict() {
        put(Intake.staff("leader", "370102"), SAMPLE, null).then().statusCode(403);
    }

    @Test
    void grid_isFound_byPosition() {
        Position at = Intake.inside(Intake.GRID);
        Intake.as(Intake.resident("resident-1"))
                .get(Intake.BASE + "/grids/at?datum=wgs84&longitude=" + at.longitude() + "&latitude=" + at.latitude())
                .then()
                .statusCode(200)
                .body("place.grid", equalTo(Intake.GRID))
                .body("households", greaterThan(0));
        Intake.as(Intake.resident("resident-1"))
                .get(Intake.BASE + "/grids/at?datum=wgs84&longitude=0&latitude=0")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:outside-every-grid"));
    }

    @Test
    void catalogue_isShown_inTheCallersLanguage() {
        Response english = Intake.as(Intake.resident("resident-1")).get(Intake.BASE + "/catalogue");
        english.then()
                .statusCode(200)
                .body("types", hasSize(66))
                .body("types[0].name", equalTo("Water supply manhole cover"))
                .body("types[0].conditions[0].limit.value", equalTo(2))
                .body("types[0].conditions[0].limit.unit", equalTo("uh"));
        given().auth()
                .oauth2(Intake.resident("resident-1"))
                .get(Intake.BASE + "/catalogue")
                .then()
                .body("types[0].name", equalTo("上水井盖"));
    }

    private static String tag() {
        String tag = Intake.as(Intake.administrator()).get(DISTRICT).header("ETag");
        assertThat(tag).isNotNull();
        return tag;
    }

    private static Response put(String token, byte[] zip, @Nullable String version) {
        var request =
                given().auth().oauth2(token).contentType("application/zip").body(zip);
        return (version == null ? request : request.header("If-Match", version)).put(DISTRICT);
    }

    /** The sample with another English name, which makes it another version. */
    private static byte[] renamed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(SAMPLE));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("district.json")) {
                    content = new String(content, "UTF-8")
                            .replace("Lixia District", "Lixia Test District")
                            .getBytes("UTF-8");
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
