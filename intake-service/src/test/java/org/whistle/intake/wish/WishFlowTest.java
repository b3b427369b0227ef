package org.whistle.intake.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.community.WishClaimed;
import org.whistle.contracts.community.WishLapsed;
import org.whistle.contracts.community.WishPosted;
import org.whistle.contracts.community.WishThanked;
import org.whistle.intake.Intake;
import org.whistle.intake.wish.store.WishLapse;
import org.whistle.testkit.Received;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class WishFlowTest {

    private static final String WISHES = Intake.BASE + "/wishes";
    private static final String AREA = "370102009001";

    @Inject
    Pool pool;

    @Inject
    WishLapse lapse;

    private final String granny = person("granny", "resident", AREA);
    private final String volunteer = person("volunteer", "resident", AREA);
    private final String community = Intake.staff("community", AREA);
    private final String elsewhere = Intake.staff("community", "370102009002");
    private final String civil = Intake.handler("civil-affairs", "370102");

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void wish_isPosted_dispatched_claimed_done_andThanked() {
        try (TopicReader topic = TopicReader.fromNow(Topics.COMMUNITY)) {
            UUID id = posted(granny, body());
            see(volunteer, id).then().statusCode(404);
            act(community, id, 0, "dispatch", Map.of()).then().statusCode(200).body("state", equalTo("dispatched"));
            see(volunteer, id).then().statusCode(200).body("own", equalTo(false));
            act(volunteer, id, 1, "claim", Map.of()).then().statusCode(200).body("claimed", equalTo(true));
            act(volunteer, id, 2, "completion", Map.of("result", "周六陪老人去了公园"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("done"));
            act(granny, id, 3, "thanks", Map.of("satisfaction", "satisfied", "words", "谢谢"))
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"4\""))
                    .body("state", equalTo("thanked"))
                    .body("history.event", contains("posted", "dispatched", "claimed", "done", "thanked"))
                    .body("history[3].note", equalTo("周六陪老人去了公园"))
                    .body("history[2].account", nullValue());

            assertThat(topic.await(WishThanked.class, id).satisfaction().name()).isEqualTo("SATISFIED");
            assertThat(topic.allAbout(id))
                    .extracting(Received::type)
                    .containsExactly(
                            "whistle.intake.wish-posted.v1",
                            "whistle.intake.wish-dispatched.v1",
                            "whistle.intake.wish-claimed.v1",
                            "whistle.intake.wish-done.v1",
                            "whistle.intake.wish-thanked.v1");
            assertThat(topic.allAbout(id)).extracting(Received::text).allSatisfy(text -> assertThat(text)
                    .doesNotContain("王奶奶", "公园", "谢谢"));
        }
    }

    @Test
    void whomToVisit_isKnownToWhoClaimedIt_andTheCommunity_alone() {
        String phone =
                "139" + String.format("%08d", Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
        Map<String, Object> body = body();
        body.put("contact", Map.of("name", "王奶奶", "phone", phone));
        UUID id = posted(granny, body);
        act(community, id, 0, "dispatch", Map.of("departments", List.of("civil-affairs")));
        Intake.as(civil).post(WISHES + "/" + id + "/contact").then().statusCode(404);
        see(volunteer, id).then().statusCode(404);

        act(civil, id, 1, "claim", Map.of()).then().statusCode(200).body("department", equalTo("civil-affairs"));

        Intake.as(civil)
                .post(WISHES + "/" + id + "/contact")
                .then()
                .statusCode(200)
                .body("name", equalTo("王奶奶"))
                .body("phone", equalTo(phone));
        Intake.as(community).post(WISHES + "/" + id + "/contact").then().statusCode(200);
        Intake.as(elsewhere).post(WISHES + "/" + id + "/contact").then().statusCode(404);
        String sealed = pool.preparedQuery("select encode(sealed, 'escape') from personal_data where report_id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .indefinitely();
        assertThat(sealed).doesNotContain(phone);
    }

    @Test
    void wishOfACommunity_isForEveryGridOfIt_onceItIsDispatched() {
        String ofItsGrid = person("of-its-grid", "grid-worker", AREA + "001");
        String ofAnother = person("of-another", "grid-worker", "370102009002001");
        UUID id = posted(granny, body());
        see(ofItsGrid, id).then().statusCode(404);
        act(community, id, 0, "dispatch", Map.of()).then().statusCode(200);

        Intake.as(ofItsGrid)
                .get(WISHES + "?state=dispatched")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()));
        Intake.as(ofAnother)
                .get(WISHES + "?state=dispatched")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id.toString())));
        see(ofAnother, id).then().statusCode(404);
        act(ofItsGrid, id, 1, "claim", Map.of()).then().statusCode(200);
    }

    @Test
    void wishThatNobodyClaims_lapses_once() {
        try (TopicReader topic = TopicReader.fromNow(Topics.COMMUNITY)) {
            UUID id = posted(granny, body());
            act(community, id, 0, "dispatch", Map.of()).then().statusCode(200);
            pool.preparedQuery("update wish set claim_by = now() - interval '1 minute' where id = $1")
                    .execute(Tuple.of(id))
                    .await()
                    .indefinitely();

            lapse.due().await().indefinitely();
            lapse.due().await().indefinitely();

            topic.await(WishLapsed.class, id);
            see(community, id).then().body("state", equalTo("lapsed"));
            assertThat(topic.allAbout(id))
                    .filteredOn(r -> r.is(WishLapsed.class, id))
                    .hasSize(1);
            act(volunteer, id, 2, "claim", Map.of()).then().statusCode(404);
        }
    }

    @Test
    void wishes_areListed_pageByPage_forWhoMaySeeThem() {
        UUID first = posted(granny, body());
        UUID second = posted(granny, body());

        Response page = Intake.as(community).get(WISHES + "?state=posted&category=companionship&limit=1");
        page.then().statusCode(200).body("items[0].id", equalTo(second.toString()));
        Intake.as(community).get(page.<String>path("next")).then().body("items[0].id", equalTo(first.toString()));
        Intake.as(granny).get(WISHES + "?own=true").then().body("items.id", hasItem(first.toString()));
        Intake.as(volunteer).get(WISHES).then().body("items.id", not(hasItem(first.toString())));
        Intake.as(elsewhere).get(WISHES).then().body("items.id", not(hasItem(first.toString())));
        Intake.as(community).get(WISHES + "?state=lost").then().statusCode(400);
    }

    @Test
    void badInput_isRefused_andSaysWhere() {
        Map<String, Object> body = body();
        body.remove("category");
        body.put("area", "370102");
        body.put("contact", Map.of("phone", "一三八"));
        Intake.as(granny)
                .body(body)
                .post(WISHES)
                .then()
                .statusCode(400)
                .body("errors.field", contains("category", "area", "contact.phone"));
        Map<String, Object> foreign = body();
        foreign.put("area", "370102009002");
        Intake.as(granny).body(foreign).post(WISHES).then().statusCode(400).body("errors.field", contains("area"));

        UUID id = posted(granny, body());
        Intake.as(community)
                .body(Map.of())
                .post(WISHES + "/" + id + "/dispatch")
                .then()
                .statusCode(428);
        act(community, id, 7, "dispatch", Map.of()).then().statusCode(412);
        act(community, id, 0, "dispatch", Map.of("departments", List.of("nobody")))
                .then()
                .statusCode(400)
                .body("errors.field", contains("departments[0]"));
        act(volunteer, id, 0, "claim", Map.of()).then().statusCode(404);
        act(granny, id, 0, "dispatch", Map.of())
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:whistle:problem:wish-not-yours-to-dispatch"));
    }

    @Test
    void person_hasOnlySoManyWishesAtOnce() {
        for (int i = 0; i < 3; i++) {
            posted(granny, body());
        }
        Intake.as(granny)
                .body(body())
                .post(WISHES)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:wishes-too-many"));
    }

    @Test
    void resourceOfABody_isProposedWithReasons_andTheAcceptedMatchIsItsClaim() {
        String category = "learning";
        UUID resource = UUID.fromString(Intake.as(civil)
                .body(Map.of(
                        "list",
                        "resource",
                        "category",
                        category,
                        "tags",
                        List.of("数学"),
                        "area",
                        "370102",
                        "title",
                        "假期作业辅导",
                        "text",
                        "每周三下午"))
                .post(Intake.BASE + "/entries")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        Map<String, Object> body = body();
        body.put("category", category);
        body.put("tags", List.of("数学"));
        try (TopicReader topic = TopicReader.fromNow(Topics.COMMUNITY)) {
            UUID id = posted(granny, body);
            act(community, id, 0, "dispatch", Map.of());

            Intake.as(community)
                    .get(WISHES + "/" + id + "/matches")
                    .then()
                    .statusCode(200)
                    .body("resource.id", hasItem(resource.toString()))
                    .body("[0].score", equalTo(100))
                    .body("[0].reasons.part", contains("tags", "place", "time"));
            act(community, id, 1, "claim", Map.of("resourceId", resource))
                    .then()
                    .statusCode(200)
                    .body("department", equalTo("civil-affairs"));

            assertThat(topic.await(WishClaimed.class, id).resourceId()).isEqualTo(resource);
            Intake.as(civil).get(Intake.BASE + "/entries/" + resource).then().body("free", equalTo(0));
            act(civil, id, 2, "completion", Map.of("result", "已辅导三次")).then().statusCode(200);
            Intake.as(civil).get(Intake.BASE + "/entries/" + resource).then().body("free", equalTo(1));
        }
    }

    @Test
    void posting_tellsNothingThatWasWritten() {
        try (TopicReader topic = TopicReader.fromNow(Topics.COMMUNITY)) {
            UUID id = posted(granny, body());

            WishPosted event = topic.await(WishPosted.class, id);
            assertThat(event.area()).isEqualTo(AREA);
            assertThat(event.tags()).containsExactly("老人");
        }
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("category", "companionship");
        body.put("tags", List.of("老人"));
        body.put("area", AREA);
        body.put("title", "希望有人周末陪我去公园走走");
        body.put("text", "王奶奶腿脚不便，一个人不敢出门。");
        return body;
    }

    private static String person(String name, String role, String area) {
        return Tokens.forAccount(Intake.someone(name)).roles(role).areas(area).sign();
    }

    private static UUID posted(String token, Map<String, Object> body) {
        return UUID.fromString(Intake.as(token)
                .body(body)
                .post(WISHES)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Response see(String token, UUID id) {
        return Intake.as(token).get(WISHES + "/" + id);
    }

    private static Response act(String token, UUID id, int version, String command, Map<String, Object> body) {
        return Intake.as(token)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(WISHES + "/" + id + "/" + command);
    }
}
