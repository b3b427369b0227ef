package org.whistle.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Position;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class RepeatTest {

    private final String resident = Intake.resident(Intake.someone("resident"));
    private final Position centre = Intake.inside(Intake.GRID);

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void secondMatter_ofOnePersonTypeAndPlace_isARepeat() {
        UUID first = Intake.filed(resident, Intake.body());
        UUID second = Intake.filed(resident, at(0.0002));
        Intake.Body third = at(0.0001);

        Response receipt = Intake.file(resident, third);

        receipt.then().statusCode(201).body("repeatOf", contains(second.toString(), first.toString()));
        assertThat(Intake.file(resident, third).then().statusCode(200).extract().asString())
                .isEqualTo(receipt.asString());
        Intake.as(resident)
                .get(Intake.BASE + "/reports/" + receipt.path("id"))
                .then()
                .body("repeatOf", contains(second.toString(), first.toString()));
        Intake.as(resident).get(Intake.BASE + "/reports/" + first).then().body("repeatOf", empty());
    }

    @Test
    void otherPersonTypePlaceOrTime_isNoRepeat() {
        Intake.filed(Intake.resident(Intake.someone("resident")), Intake.body());
        Intake.filed(resident, Intake.body().with("type", "C0102"));
        Intake.filed(resident, at(0.0006));
        UUID old = Intake.filed(resident, Intake.body());
        Database.of("intake").execute("update report set filed_at = filed_at - interval '91 days' where id = ?", old);

        Intake.file(resident, Intake.body()).then().statusCode(201).body("repeatOf", empty());
    }

    @Test
    void repeat_isShown_toWhoMaySeeTheEarlierOne() {
        Map<String, Object> person = Map.of("name", "王芳", "phone", "139" + System.nanoTime() % 100_000_000);
        UUID first = Intake.filed(
                Intake.staff("call-agent", "370102009"), Intake.body().with("reporter", person));
        Intake.Body again = Intake.body().with("reporter", person);

        Response receipt = Intake.file(Intake.staff("call-agent", "370102008"), again);

        receipt.then().statusCode(201).body("repeatOf", empty());
        Intake.as(Intake.staff("community", "370102009001"))
                .get(Intake.BASE + "/reports/" + receipt.path("id"))
                .then()
                .body("repeatOf", contains(first.toString()));
    }

    private Intake.Body at(double north) {
        return Intake.body().at(centre.longitude(), centre.latitude() + north, "wgs84");
    }
}
