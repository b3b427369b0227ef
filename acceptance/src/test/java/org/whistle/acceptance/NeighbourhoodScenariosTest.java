package org.whistle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.acceptance.client.Answer;
import org.whistle.acceptance.client.Matter;
import org.whistle.acceptance.client.User;
import org.whistle.acceptance.client.Whistle;

/**
 * What the neighbourhood does for itself (DOMAIN.md §3): small wishes, the branch's whistle, the residents' whistle to the
 * property company, and the three lists; on the packaged services.
 */
class NeighbourhoodScenariosTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COMMUNITY = "370102009001";
    private static final String WISHES = "/api/intake/wishes";
    private static final String ENTRIES = "/api/intake/entries";

    private final Whistle whistle = Running.whistle();
    private final User resident = whistle.as("resident");
    private final User branch = whistle.as("branch-" + COMMUNITY);
    private final User community = whistle.as("community-" + COMMUNITY);
    private final User civilAffairs = whistle.as("civil-affairs-handler");
    private final User property = whistle.as("property-handler");

    @Test
    void theWish_isPosted_dispatched_claimed_done_andThanked() {
        Map<String, Object> body = wish("companionship", "老人");
        body.put("contact", Map.of("name", "王奶奶", "phone", phone()));
        Answer posted = community.post(WISHES, body).expect(201);
        String path = WISHES + "/" + posted.field("id").orElseThrow();
        assertThat(civilAffairs.get(path).status()).as("nobody is asked yet").isEqualTo(404);
        Answer early = branch.decide(path, posted.version(), path + "/claim", Map.of());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.field("type")).contains("urn:whistle:problem:wish-not-dispatched");

        Answer dispatched = branch.decide(
                        path, posted.version(), path + "/dispatch", Map.of("departments", List.of("civil-affairs")))
                .expect(200);
        Answer wrong = property.decide(path, dispatched.version(), path + "/claim", Map.of());
        assertThat(wrong.status()).as("it was offered to another body").isEqualTo(404);
        Answer claimed = civilAffairs
                .decide(path, dispatched.version(), path + "/claim", Map.of())
                .expect(200);
        assertThat(civilAffairs.post(path + "/contact", Map.of()).expect(200).field("name"))
                .contains("王奶奶");
        Answer done = civilAffairs
                .decide(path, claimed.version(), path + "/completion", Map.of("result", "周六陪老人去了公园"))
                .expect(200);
        assertThat(civilAffairs.post(path + "/contact", Map.of()).status())
                .as("whom to visit is nobody's to know afterwards")
                .isEqualTo(404);
        Answer thanked = community
                .decide(path, done.version(), path + "/thanks", Map.of("satisfaction", "satisfied", "words", "老人很开心"))
                .expect(200);

        assertThat(thanked.field("state")).contains("thanked");
        assertThat(thanked.json().path("history").findValuesAsText("event"))
                .containsExactly("posted", "dispatched", "claimed", "done", "thanked");
    }

    @Test
    void resourceMeetsWish_andTheCommunityAcceptsTheMatch() {
        String tag = "t" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> offer = entry("resource", "370102", tag);
        String resource =
                civilAffairs.post(ENTRIES, offer).expect(201).field("id").orElseThrow();
        Answer posted = community.post(WISHES, wish("learning", tag)).expect(201);
        String path = WISHES + "/" + posted.field("id").orElseThrow();
        Answer dispatched = community
                .decide(path, posted.version(), path + "/dispatch", Map.of())
                .expect(200);

        JsonNode best = community.get(path + "/matches").expect(200).json().path(0);
        assertThat(best.at("/resource/id").asText()).isEqualTo(resource);
        assertThat(best.path("score").asInt()).isEqualTo(100);
        assertThat(best.path("reasons")).hasSize(3);
        Answer claimed = community
                .decide(path, dispatched.version(), path + "/claim", Map.of("resourceId", resource))
                .expect(200);

        assertThat(claimed.field("department")).contains("civil-affairs");
        civilAffairs
                .decide(path, claimed.version(), path + "/completion", Map.of("result", "已辅导两次"))
                .expect(200);
    }

    @Test
    void needAndResource_becomeAProject() {
        String tag = "p" + UUID.randomUUID().toString().substring(0, 8);
        Answer need = community.post(ENTRIES, entry("need", COMMUNITY, tag)).expect(201);
        String resource = civilAffairs
                .post(ENTRIES, entry("resource", "370102009", tag))
                .expect(201)
                .field("id")
                .orElseThrow();
        String path = ENTRIES + "/" + need.field("id").orElseThrow();
        Answer project = community
                .decide(path, need.version(), path + "/matches", Map.of("resourceId", resource))
                .expect(201);

        assertThat(project.field("list")).contains("project");
        assertThat(community.get(path).expect(200).field("state")).contains("met");
        Answer again = community.decide(
                path, community.get(path).version(), path + "/matches", Map.of("resourceId", resource));
        assertThat(again.status()).as("a need is met once").isEqualTo(409);
    }

    @Test
    void residentsWhistle_callsThePropertyCompany_whichSignsComesAndReports() {
        Matter cover = new Matter(whistle, COMMUNITY + "001");
        Map<String, Object> report = cover.body("C0101", "b");
        Answer filed = resident.post("/api/intake/reports", report).expect(201);
        String ticket = filed.field("id").orElseThrow();
        String calls = "/api/dispatch/tickets/" + ticket + "/calls";
        Answer mine = resident.await(
                calls, PATIENCE, answer -> answer.field("state").orElse("").equals("dispatched"));
        assertThat(mine.json().at("/rights/0/bodies/0/department").asText()).isEqualTo("property");
        String lead = mine.json().at("/bodies/0/department").asText();
        Answer refused = resident.decide(calls, mine.version(), calls, call("residents", "police"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.field("type")).contains("urn:whistle:problem:not-yours-to-call");

        resident.decide(calls, mine.version(), calls, call("residents", "property"))
                .expect(200);

        Answer assignment = assignment(property, ticket, "issued");
        assertThat(assignment.json().at("/whistle/kind").asText()).isEqualTo("residents");
        String path = "/api/department/assignments/" + assignment.field("id").orElseThrow();
        Answer signed = property.decide(path, assignment.version(), path + "/acceptance", Map.of())
                .expectSuccess();
        Answer there = property.decide(path, signed.version(), path + "/check-in", Map.of("position", cover.position()))
                .expectSuccess();
        property.decide(path, there.version(), path + "/completion", Map.of("result", "已设围挡并配合维修", "photos", List.of()))
                .expectSuccess();
        Answer seen = resident.await(calls, PATIENCE, answer -> answer.text().contains("已设围挡并配合维修"));
        assertThat(seen.json().path("bodies").findValuesAsText("department"))
                .as("whoever had the ticket keeps it")
                .containsExactly(lead, "property");
    }

    @Test
    void branchWhistle_callsBodiesOfItsArea_andTheBranchRatesThem() {
        Matter cover = new Matter(whistle, COMMUNITY + "002");
        cover.report(cover.body("C0101", "b"));
        String calls = "/api/dispatch/tickets/" + cover.ticket() + "/calls";
        Answer before = branch.await(
                calls, PATIENCE, answer -> answer.field("state").orElse("").equals("dispatched"));
        User elsewhere = whistle.as("branch-370102009002");
        assertThat(elsewhere.get(calls).status()).isEqualTo(404);
        assertThat(resident.get(calls).status()).as("not their report").isEqualTo(404);

        branch.decide(calls, before.version(), calls, call("branch", "property", "community"))
                .expect(200);

        Answer assignment = cover.assignment(property, "issued");
        Answer signed = cover.handle(property, assignment, "acceptance", Map.of());
        cover.complete(property, signed);
        Answer reported = branch.await(
                calls,
                PATIENCE,
                answer -> part(answer, "property").path("state").asText().equals("completed"));
        String rating =
                calls + "/" + part(reported, "property").path("assignmentId").asText() + "/rating";
        branch.decide(calls, reported.version(), rating, Map.of("rating", "satisfied", "comment", "到得快"))
                .expect(200);
        Answer twice = branch.decide(calls, branch.get(calls).version(), rating, Map.of("rating", "fair"));
        assertThat(twice.field("type")).contains("urn:whistle:problem:already-rated");
        Answer ticket = cover.dispatcher()
                .get("/api/dispatch/tickets/" + cover.ticket())
                .expect(200);
        assertThat(ticket.json().at("/whistle/kind").asText()).isEqualTo("branch");
    }

    private static JsonNode part(Answer calls, String department) {
        for (JsonNode body : calls.json().path("bodies")) {
            if (body.path("department").asText().equals(department)) {
                return body;
            }
        }
        return calls.json().path("missing");
    }

    private static Answer assignment(User handler, String ticket, String state) {
        Answer list = handler.await(
                "/api/department/assignments?ticket=" + ticket,
                PATIENCE,
                answer -> answer.json().path("items").findValuesAsText("state").contains(state));
        return handler.get("/api/department/assignments/"
                        + list.json().at("/items/0/id").asText())
                .expect(200);
    }

    private static Map<String, Object> call(String kind, String... bodies) {
        return Map.of(
                "kind",
                kind,
                "subject",
                "井盖破损，须先围挡",
                "venue",
                "甸柳新村一区 3 号楼东侧",
                "meetAt",
                Instant.now().plusSeconds(600).toString(),
                "bodies",
                List.of(bodies),
                "reason",
                "物业须先行围挡");
    }

    private static Map<String, Object> wish(String category, String tag) {
        Map<String, Object> body = new HashMap<>();
        body.put("category", category);
        body.put("tags", List.of(tag));
        body.put("area", COMMUNITY);
        body.put("title", "希望有人周末来陪陪老人");
        body.put("text", "独居老人，腿脚不便。");
        return body;
    }

    private static Map<String, Object> entry(String list, String area, String tag) {
        return Map.of(
                "list",
                list,
                "category",
                "learning",
                "tags",
                List.of(tag),
                "area",
                area,
                "title",
                "假期作业辅导",
                "text",
                "每周三下午两小时");
    }

    private static String phone() {
        return "139" + String.format("%08d", Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
    }
}
