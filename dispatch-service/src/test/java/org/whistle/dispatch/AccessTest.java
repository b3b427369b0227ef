package org.whistle.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.district.DistrictArchive;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

/** Who may see and do what, what a bad request gets, and how a district is loaded. */
@QuarkusTest
@WithWhistle(service = "dispatch")
class AccessTest extends ServiceTest {

    private static final String API = "/api/dispatch";

    @Test
    void nothing_isOpen_withoutAToken() {
        for (String path : new String[] {
            "/queue", "/tickets", "/returns", "/requests", "/whistles", "/rules", "/policy", "/events", "/district"
        }) {
            given().get(API + path).then().statusCode(401).contentType("application/problem+json");
        }
        as(dispatcher().expired()).get(API + "/queue").then().statusCode(401);
        as(dispatcher().forged()).get(API + "/queue").then().statusCode(401);
        given().get(API + "/q/health").then().statusCode(200);
        given().get(API + "/q/openapi").then().statusCode(200).body(containsString("/tickets/{id}/reason"));
    }

    @Test
    void otherRoles_areForbidden() {
        Tokens handler =
                Tokens.forAccount("power-1").roles("handler").areas("370102").department("power");
        as(handler).get(API + "/queue").then().statusCode(403).contentType("application/problem+json");
        as(handler).get(API + "/tickets").then().statusCode(403);
        as(handler).get(API + "/returns").then().statusCode(200);
        as(dispatcher()).get(API + "/district").then().statusCode(403);
        Tokens leader = Tokens.forAccount("leader").roles("leader").areas("370102");
        post(leader, "/tickets/" + Journal.newId() + "/dispatch", 1, Map.of("lead", "power", "reason", "x"))
                .statusCode(403);
    }

    @Test
    void ticketOfAnotherStreet_isNotFound() {
        Story story = Story.begin();
        journal.publish(story.report().unclassified().build());
        long version = awaitState(story.ticketId(), "queued");
        Tokens neighbour =
                Tokens.forAccount("dispatcher-001").roles("dispatcher").areas("370102001");
        as(neighbour).get(API + "/tickets/" + story.ticketId()).then().statusCode(404);
        as(neighbour)
                .get(API + "/tickets/" + story.ticketId() + "/reason")
                .then()
                .statusCode(404);
        post(neighbour, "/tickets/" + story.ticketId() + "/dispatch", version, Map.of("lead", "power", "reason", "x"))
                .statusCode(404);
        as(neighbour)
                .get(API + "/queue")
                .then()
                .body("items.id", not(hasItem(story.ticketId().toString())));
        as(neighbour).get(API + "/tickets").then().body("items", is(empty()));
        as(dispatcher()).get(API + "/tickets/not-an-id").then().statusCode(404);
        as(dispatcher()).get(API + "/tickets/" + Journal.newId()).then().statusCode(404);
    }

    @Test
    void badRequest_namesItsFields() {
        Story story = Story.begin();
        journal.publish(story.report().unclassified().build());
        long version = awaitState(story.ticketId(), "queued");
        String path = "/tickets/" + story.ticketId() + "/dispatch";
        post(dispatcher(), path, version, Map.of("lead", " ", "type", "C0101"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whistle:problem:invalid-field"))
                .body("errors.field", hasItem("lead"))
                .body("errors.field", hasItem("condition"))
                .body("errors.field", hasItem("reason"));
        post(dispatcher(), path, version, Map.of("lead", "power", "reason", "x", "leed", "y"))
                .statusCode(400);
        as(dispatcher())
                .header("If-Match", "\"1\"")
                .body("{\"lead\":")
                .post(API + path)
                .then()
                .statusCode(400);
        as(dispatcher())
                .body(Map.of("lead", "power", "reason", "x"))
                .post(API + path)
                .then()
                .statusCode(428);
        post(dispatcher(), path, version, Map.of("lead", "nobody", "type", "C0105", "condition", "a", "reason", "x"))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:unknown-department"));
        as(dispatcher())
                .get(API + "/tickets?state=lost")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("state"));
        as(dispatcher()).get(API + "/tickets?limit=1000").then().statusCode(400);
        as(dispatcher()).get(API + "/tickets?cursor=abc").then().statusCode(400);
        assertThat(version(story.ticketId())).isEqualTo(version);
    }

    @Test
    void search_pages_andFilters() {
        Story[] stories = {Story.begin(), Story.begin(), Story.begin()};
        String word = "特征" + Journal.newId();
        for (Story story : stories) {
            journal.publish(story.report().text(word + "井盖坏了").build());
        }
        for (Story story : stories) {
            events.await(TicketDispatched.class, story.ticketId());
        }
        String next = as(dispatcher())
                .queryParam("q", word)
                .queryParam("limit", 2)
                .get(API + "/tickets")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.lead", everyItem(equalTo("water-supply")))
                .body("items[0].typeName", equalTo("上水井盖"))
                .extract()
                .path("next");
        assertThat(next).startsWith(API + "/tickets?");
        as(dispatcher())
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("containsKey('next')", is(true));
        for (String filter :
                new String[] {"state=queued", "type=C0102", "department=power", "urgency=U4", "to=2020-01-01"}) {
            as(dispatcher())
                    .get(API + "/tickets?" + filter + "&q=" + word)
                    .then()
                    .statusCode(200)
                    .body("items", is(empty()));
        }
        as(dispatcher())
                .get(API + "/tickets?state=dispatched&type=C0101&department=water-supply&urgency=U0&from=2026-03-02&q="
                        + word)
                .then()
                .body("items", hasSize(3));
    }

    @Test
    void search_findsANumber_byItsBeginning_inAnyLetters() {
        Story story = Story.begin();
        journal.publish(story.report().build());
        events.await(TicketDispatched.class, story.ticketId());
        String number = as(dispatcher())
                .get(API + "/tickets/" + story.ticketId())
                .then()
                .statusCode(200)
                .extract()
                .path("ticketNo");
        for (String begin : List.of(number, number.toLowerCase(Locale.ROOT), number.substring(0, 18))) {
            as(dispatcher())
                    .queryParam("q", begin)
                    .get(API + "/tickets")
                    .then()
                    .statusCode(200)
                    .body("items.ticketNo", hasItem(number));
        }
        as(dispatcher())
                .queryParam("q", number.substring(1))
                .get(API + "/tickets")
                .then()
                .statusCode(200)
                .body("items", is(empty()));
    }

    @Test
    void policy_isShown() {
        as(dispatcher())
                .get(API + "/policy")
                .then()
                .statusCode(200)
                .body("version", equalTo(Districts.SAMPLE.version()));
        as(dispatcher())
                .get(API + "/rules?type=C0123")
                .then()
                .statusCode(200)
                .body("type", everyItem(equalTo("C0123")));
        as(dispatcher())
                .get(API + "/departments")
                .then()
                .statusCode(200)
                .body("", hasSize(26))
                .body("ownHours", everyItem(is(false)));
        as(dispatcher()).get(API + "/catalogue").then().statusCode(200).body("", hasSize(66));
    }

    @Test
    void people_areNamedForStaff_andResidentsForNobodyButThemselves() {
        as(dispatcher())
                .get(API + "/people?accounts=dispatcher-009,resident,nobody-knows,,dispatcher-009")
                .then()
                .statusCode(200)
                .body("account", contains("dispatcher-009"))
                .body("name.zh", contains("甸柳街道派单员"))
                .body("department", contains(nullValue()));
        as(dispatcher()).get(API + "/people").then().statusCode(400).body("errors.field", contains("accounts"));
        as(dispatcher())
                .get(API + "/people?accounts=" + "a,".repeat(100))
                .then()
                .statusCode(400)
                .body("errors.field", contains("accounts"));
        as(Tokens.forAccount("resident").roles("resident"))
                .get(API + "/people?accounts=resident")
                .then()
                .statusCode(200)
                .body("name.en", contains("Dianxin Community, resident"));
        as(Tokens.forAccount("resident").roles("resident"))
                .get(API + "/people?accounts=resident,dispatcher-009")
                .then()
                .statusCode(403);
    }

    @Test
    void district_isLoaded_andDispatchesUnderTheNewVersion_whileTicketsKeepTheirs() {
        Story before = Story.begin();
        journal.publish(before.reportFiled());
        events.await(TicketDispatched.class, before.ticketId());
        byte[] changed = Districts.zipWith(
                Map.of("catalogue.csv", rows -> rows.replaceFirst("(C0101.*,a,.*),U0,2,uh", "$1,U0,3,uh")));
        put(changed).statusCode(200).body("version", not(equalTo(Districts.SAMPLE.version())));
        try {
            Story after = Story.begin();
            journal.publish(after.reportFiled());
            TicketDispatched dispatched = events.await(TicketDispatched.class, after.ticketId());
            assertThat(dispatched.limit().value()).isEqualTo(3);
            assertThat(dispatched.why().policyVersion()).isNotEqualTo(Districts.SAMPLE.version());
            UUID returnId = requestReturn(issued("water-supply", before.ticketId(), 1), before.minute(10));
            long version = awaitState(before.ticketId(), "return-pending");
            clock.stopAt(before.minute(30));
            post(
                            dispatcher(),
                            "/tickets/" + before.ticketId() + "/returns/" + returnId + "/approval",
                            version,
                            Map.of("reason", "x", "lead", "drainage"))
                    .statusCode(200);
            assertThat(issued("drainage", before.ticketId(), 2).handle().dueAt())
                    .isEqualTo(before.minute(150));
        } finally {
            put(DistrictArchive.zip(Districts.SAMPLE)).statusCode(200);
        }
        as(administrator()).get(API + "/district").then().statusCode(200).contentType("application/zip");
    }

    @Test
    void district_isInForce_byTheOrderOfLoads_alsoWhenTheClockWasSetBack() {
        byte[] changed = Districts.zipWith(
                Map.of("catalogue.csv", rows -> rows.replaceFirst("(C0101.*,a,.*),U0,2,uh", "$1,U0,5,uh")));
        clock.stopAt(MONDAY_NINE.minusSeconds(86_400 * 365));
        String version = put(changed).statusCode(200).extract().path("version");
        try {
            as(dispatcher())
                    .get(API + "/policy")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(version))
                    .body("versions[0].version", equalTo(version));
        } finally {
            put(DistrictArchive.zip(Districts.SAMPLE)).statusCode(200);
        }
    }

    @Test
    void faultyDistrict_isRefused_withEveryPlace() {
        byte[] faulty = Districts.zipWith(Map.of("rules.csv", rows -> rows + "R-X,C9999,,,,nobody,,no,5,x,x\n"));
        put(faulty)
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:district-faulty"))
                .body("errors[0].field", startsWith("rules.csv:"))
                .body("errors[0].message", notNullValue());
        put(new byte[] {1, 2, 3}).statusCode(422);
        assertThat(policies.current().version()).isEqualTo(Districts.SAMPLE.version());
    }

    private static io.restassured.response.ValidatableResponse put(byte[] zip) {
        return given().auth()
                .oauth2(administrator().sign())
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/zip", ContentType.BINARY)))
                .contentType("application/zip")
                .body(zip)
                .put(API + "/district")
                .then();
    }
}
