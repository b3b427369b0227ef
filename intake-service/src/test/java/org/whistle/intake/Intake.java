package org.whistle.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.whistle.contracts.Position;
import org.whistle.district.District;
import org.whistle.district.DistrictArchive;
import org.whistle.district.Place;
import org.whistle.district.PlaceLevel;
import org.whistle.testkit.Tokens;

/** The service as its callers meet it: people with their tokens, reports by their fields. */
public final class Intake {

    public static final String BASE = "/api/intake";
    public static final District DISTRICT = District.sample();

    /** A grid of 甸柳街道. */
    public static final String GRID = "370102009001001";

    /** A grid of another street. */
    public static final String ELSEWHERE = DISTRICT.places(PlaceLevel.GRID).stream()
            .map(Place::code)
            .filter(code -> !code.startsWith("370102009"))
            .findFirst()
            .orElseThrow();

    private Intake() {}

    /** Loads the sample district unless it is in use already. */
    public static void loadDistrict() {
        String inUse = as(administrator()).get(BASE + "/district").path("version");
        if (!DISTRICT.version().equals(inUse)) {
            given().auth()
                    .oauth2(administrator())
                    .contentType("application/zip")
                    .body(DistrictArchive.zip(DISTRICT))
                    .put(BASE + "/district")
                    .then()
                    .statusCode(oneOf(200, 201));
        }
    }

    public static String administrator() {
        return Tokens.forAccount("administrator")
                .roles("administrator")
                .areas("370102")
                .sign();
    }

    /** The grid worker of {@link #GRID}. */
    public static String worker(String account) {
        return Tokens.forAccount(account).roles("grid-worker").areas(GRID).sign();
    }

    public static String resident(String account) {
        return Tokens.forAccount(account).roles("resident").sign();
    }

    public static String staff(String role, String area) {
        return Tokens.forAccount(role + "-" + area).roles(role).areas(area).sign();
    }

    public static String handler(String department, String area) {
        return Tokens.forAccount("handler-" + department)
                .roles("handler")
                .areas(area)
                .department(department)
                .sign();
    }

    /** A point well inside a grid. */
    public static Position inside(String grid) {
        Point point = DISTRICT.place(grid).orElseThrow().area().getInteriorPoint();
        return new Position(point.getX(), point.getY());
    }

    /** An account nobody else uses. */
    public static String someone(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json").header("Accept-Language", "en");
    }

    public static Response file(String token, Body body) {
        return as(token).body(body.fields()).post(BASE + "/reports");
    }

    public static UUID filed(String token, Body body) {
        return UUID.fromString(
                file(token, body).then().statusCode(201).extract().path("id"));
    }

    /** A missing manhole cover in {@link #GRID}, dangerous and so a ticket at once; to be changed. */
    public static Body body() {
        Position at = inside(GRID);
        return new Body(new LinkedHashMap<>())
                .with("clientId", UUID.randomUUID().toString())
                .with("type", "C0101")
                .with("condition", "a")
                .with("matter", "coordination")
                .with("text", "井盖缺失，行人有跌落危险")
                .at(at.longitude(), at.latitude(), "wgs84");
    }

    /** Fields of a request. */
    public record Body(Map<String, @Nullable Object> fields) {

        public Body with(String field, Object value) {
            Map<String, @Nullable Object> next = new LinkedHashMap<>(fields);
            next.put(field, value);
            return new Body(next);
        }

        public Body without(String... names) {
            Map<String, @Nullable Object> next = new LinkedHashMap<>(fields);
            List.of(names).forEach(next::remove);
            return new Body(next);
        }

        public Body at(Object longitude, Object latitude, String datum) {
            return with("position", Map.of("longitude", longitude, "latitude", latitude, "datum", datum));
        }

        public Body in(String grid) {
            Position at = inside(grid);
            return at(at.longitude(), at.latitude(), "wgs84");
        }

        public Body photos(List<UUID> photos) {
            return with("photos", new ArrayList<>(photos));
        }

        public String clientId() {
            return String.valueOf(fields.get("clientId"));
        }
    }
}
