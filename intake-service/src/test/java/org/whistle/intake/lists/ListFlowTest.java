package org.whistle.intake.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.community.EntriesMatched;
import org.whistle.intake.Intake;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class ListFlowTest {

    private static final String ENTRIES = Intake.BASE + "/entries";

    private final String community = Intake.staff("community", "370102009001");
    private final String elsewhere = Intake.staff("community", "370102001001");
    private final String parks = Intake.handler("parks", "370102");

    @BeforeEach
    void district() {
        Intake.loadDistrict();
    }

    @Test
    void resourceMeetsNeed_andAProjectComesOfIt() {
        String tag = Intake.someone("t").substring(0, 20);
        UUID need = listed(community, body("need", "370102009001", tag));
        UUID resource = listed(parks, body("resource", "370102009", tag));
        try (TopicReader topic = TopicReader.fromNow(Topics.COMMUNITY)) {
            Intake.as(community)
                    .get(ENTRIES + "/" + need + "/matches")
                    .then()
                    .statusCode(200)
                    .body("[0].resource.id", equalTo(resource.toString()))
                    .body("[0].score", equalTo(100));

            Response project = act(community, need, 0, "matches", Map.of("resourceId", resource));
            project.then()
                    .statusCode(201)
                    .body("list", equalTo("project"))
                    .body("department", equalTo("parks"))
                    .body("needId", equalTo(need.toString()));

            UUID id = UUID.fromString(project.path("id"));
            assertThat(topic.await(EntriesMatched.class, id).score()).isEqualTo(100);
            Intake.as(community)
                    .get(ENTRIES + "/" + need)
                    .then()
                    .body("state", equalTo("met"))
                    .body("history.event", contains("listed", "matched"));
            Intake.as(parks).get(ENTRIES + "/" + resource).then().body("free", equalTo(0));
            act(community, need, 1, "matches", Map.of("resourceId", resource))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:whistle:problem:entry-met"));

            act(parks, id, 0, "retirement", Map.of("reason", "已完成"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("retired"));
            Intake.as(parks).get(ENTRIES + "/" + resource).then().body("free", equalTo(1));
        }
    }

    @Test
    void entries_areSearched_byWhomTheyAreFor() {
        String tag = Intake.someone("s").substring(0, 20);
        UUID near = listed(community, body("need", "370102009001", tag));
        UUID wide = listed(parks, body("resource", "370102", tag));

        Intake.as(community)
                .get(ENTRIES + "?tag=" + tag)
                .then()
                .statusCode(200)
                .body("items.id", contains(wide.toString(), near.toString()));
        Intake.as(community)
                .get(ENTRIES + "?list=need&text=花坛&category=environment&tag=" + tag)
                .then()
                .body("items.id", contains(near.toString()));
        Intake.as(elsewhere)
                .get(ENTRIES + "?tag=" + tag)
                .then()
                .body("items.id", hasItem(wide.toString()))
                .body("items.id", not(hasItem(near.toString())));
        Intake.as(elsewhere).get(ENTRIES + "/" + near).then().statusCode(404);
        String next = Intake.as(community).get(ENTRIES + "?limit=1&tag=" + tag).path("next");
        Intake.as(community).get(next).then().body("items.id", contains(near.toString()));
    }

    @Test
    void entry_saysWhoListedIt_toStaff_andToNeighboursOnlyTheirOwn() {
        String tag = Intake.someone("w").substring(0, 20);
        String volunteer = Intake.someone("volunteer");
        String token = resident(volunteer);
        String neighbour = resident(Intake.someone("neighbour"));
        UUID id = listed(token, body("resource", "370102009001", tag));

        for (String path : List.of("?tag=" + tag, "/" + id)) {
            String at = path.startsWith("?") ? "items[0]." : "";
            Intake.as(token)
                    .get(ENTRIES + path)
                    .then()
                    .body(at + "own", equalTo(true))
                    .body(at + "listedBy", equalTo(volunteer));
            Intake.as(community)
                    .get(ENTRIES + path)
                    .then()
                    .body(at + "own", equalTo(false))
                    .body(at + "listedBy", equalTo(volunteer));
            Intake.as(neighbour)
                    .get(ENTRIES + path)
                    .then()
                    .body(at + "id", equalTo(id.toString()))
                    .body(at + "own", equalTo(false))
                    .body(at + "listedBy", nullValue());
        }
        Intake.as(neighbour).get(ENTRIES + "/" + id).then().body("history.account", contains(nullValue()));
        Intake.as(community).get(ENTRIES + "/" + id).then().body("history.account", contains(volunteer));
    }

    @Test
    void entry_isChanged_byWhoseItIs_asItWasRead() {
        UUID id = listed(parks, body("resource", "370102009001", "x"));
        Map<String, Object> more = body("resource", "370102009001", "x");
        more.put("capacity", 5);

        put(community, id, 0, more)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:whistle:problem:entry-of-another"));
        put(parks, id, 3, more).then().statusCode(412);
        put(parks, id, 0, more)
                .then()
                .statusCode(200)
                .body("capacity", equalTo(5))
                .body("version", equalTo(1));
    }

    @Test
    void badInput_isRefused_andSaysWhere() {
        Map<String, Object> wrong = body("need", "370102009", "x");
        Intake.as(community).body(wrong).post(ENTRIES).then().statusCode(400).body("errors.field", contains("area"));
        wrong = body("resource", "370102009001", "x");
        wrong.put("capacity", 0);
        wrong.put("from", "2026-03-02T10:00:00+08:00");
        wrong.put("until", "2026-03-02T09:00:00+08:00");
        wrong.remove("title");
        Intake.as(community)
                .body(wrong)
                .post(ENTRIES)
                .then()
                .statusCode(400)
                .body("errors.field", contains("title", "capacity", "until"));
        Intake.as(Intake.staff("leader", "370102"))
                .body(body("need", "370102009001", "x"))
                .post(ENTRIES)
                .then()
                .statusCode(403);
        UUID need = listed(community, body("need", "370102009001", "x"));
        act(community, need, 0, "matches", Map.of("resourceId", UUID.randomUUID()))
                .then()
                .statusCode(400)
                .body("errors.field", contains("resourceId"));
    }

    private static String resident(String account) {
        return Tokens.forAccount(account)
                .roles("resident")
                .areas("370102009001")
                .sign();
    }

    private static Map<String, Object> body(String list, String area, String tag) {
        Map<String, Object> body = new HashMap<>();
        body.put("list", list);
        body.put("category", "environment");
        body.put("tags", List.of(tag));
        body.put("area", area);
        body.put("title", "小区花坛补种");
        body.put("text", "东门两侧花坛约三十平方米");
        return body;
    }

    private static UUID listed(String token, Map<String, Object> body) {
        return UUID.fromString(Intake.as(token)
                .body(body)
                .post(ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Response act(String token, UUID id, int version, String command, Map<String, Object> body) {
        return Intake.as(token)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(ENTRIES + "/" + id + "/" + command);
    }

    private static Response put(String token, UUID id, int version, Map<String, Object> body) {
        return Intake.as(token)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(ENTRIES + "/" + id);
    }
}
