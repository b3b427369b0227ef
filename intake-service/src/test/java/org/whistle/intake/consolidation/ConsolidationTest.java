package org.whistle.intake.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Position;
import org.whistle.contracts.Topics;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.intake.Intake;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "intake")
class ConsolidationTest {

    /** A type no other test files. */
    private static final String TYPE = "C0104";

    private static final String DUPLICATES = Intake.BASE + "/duplicates";
    private static final String TICKETS = Intake.BASE + "/tickets/";
    private static final Database DATABASE = Database.of("intake");

    private final Position centre = Intake.inside(Intake.GRID);
    private final String reporter = Intake.resident(Intake.someone("resident"));
    private final String community = Intake.staff("community", "370102009001");

    @BeforeEach
    void district() {
        Intake.loadDistrict();
        DATABASE.execute("update report set open = false where type = ?", TYPE);
    }

    @Test
    void candidates_areOfTheTypeNearInPlaceAndTime_likeliestFirst() {
        UUID ticket = file(0, "东门外井盖破损");
        UUID alike = file(0.0003, "东门外的井盖破损了");
        UUID near = file(0.0001, "下水道堵了");
        file(0.0012, "东门外井盖破损");
        UUID old = file(0.0001, "东门外井盖破损");
        DATABASE.execute("update report set filed_at = filed_at - interval '15 days' where id = ?", old);
        Intake.filed(reporter, Intake.body());

        Response answer = Intake.as(community).get(DUPLICATES + "?ticketId=" + ticket);

        answer.then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("state", equalTo("filed"))
                .body("items.ticket.ticketId", contains(alike.toString(), near.toString()))
                .body("items[0].reasons", hasItem("same type"))
                .body("items[0].reasons", hasItem("33.4 m apart"));
        assertThat(answer.jsonPath().getDouble("items[0].score"))
                .isGreaterThan(answer.jsonPath().getDouble("items[1].score"));
        assertThat(answer.jsonPath().getDouble("items[0].textSimilarity")).isBetween(0.7, 0.8);
    }

    @Test
    void pairs_waitForTheCommunity_andArePaged() {
        UUID one = file(0, "井盖破损");
        UUID two = file(0.0001, "井盖破损");
        UUID three = file(0.0002, "井盖破损");

        Response all = pairs(community, "");
        assertThat(ids(all))
                .containsExactly(
                        List.of(three.toString(), two.toString()),
                        List.of(three.toString(), one.toString()),
                        List.of(two.toString(), one.toString()));
        Response first = pairs(community, "&limit=2");
        first.then().body("items", hasSize(2));
        assertThat(ids(Intake.as(community).get(first.<String>path("next"))))
                .containsExactly(List.of(two.toString(), one.toString()));
        Intake.as(Intake.staff("community", "370102009002"))
                .get(DUPLICATES + "/open?community=370102009001")
                .then()
                .statusCode(404);
        Intake.as(community).get(DUPLICATES + "/open").then().statusCode(400);
        Intake.as(community)
                .get(DUPLICATES + "/open?community=370102009")
                .then()
                .statusCode(400)
                .body("errors.field", contains("community"));
        Intake.as(reporter)
                .get(DUPLICATES + "/open?community=370102009001")
                .then()
                .statusCode(403);
    }

    @Test
    void mergedTicket_goesOnInTheOther_andComesBack() {
        UUID into = file(0, "井盖破损");
        UUID merged = file(0.0001, "井盖坏了");
        UUID joined = Intake.filed(reporter, body(0.0001, "还没修").with("joins", merged.toString()));
        try (TopicReader journal = TopicReader.fromNow(Topics.JOURNAL);
                Journal others = Journal.open()) {
            String before = read(into).header("ETag");

            merge(community, merged, 0, into, "同一井盖")
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"1\""))
                    .body("state", equalTo("merged"))
                    .body("mergedInto", equalTo(into.toString()));

            assertThat(journal.await(TicketMerged.class, merged).into()).isEqualTo(into);
            for (UUID report : List.of(merged, joined)) {
                read(report)
                        .then()
                        .body("state", equalTo("merged"))
                        .body("mergedInto", equalTo(into.toString()))
                        .body("mergedState", equalTo("filed"));
            }
            read(into).then().body("joinedReports", equalTo(2));
            assertThat(read(into).header("ETag")).isNotEqualTo(before);
            assertThat(nearby()).containsExactly(into.toString());
            Intake.as(community).get(DUPLICATES + "?ticketId=" + into).then().body("items", empty());
            Intake.file(reporter, body(0, "又来").with("joins", merged.toString()))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:whistle:problem:joined-not-open"));

            // What the street dispatched before it heard of the merge.
            Story story = new Story(merged, Journal.newId(), Journal.newId(), Story.LEAD, Instant.now());
            others.publish(story.ticketDispatched());
            await().untilAsserted(() -> Intake.as(community)
                    .get(DUPLICATES + "?ticketId=" + merged)
                    .then()
                    .header("ETag", equalTo("\"2\""))
                    .body("state", equalTo("merged")));
            await().untilAsserted(() -> read(merged).then().body("timeline.event", contains("merged")));

            Intake.as(community)
                    .header("If-Match", "\"2\"")
                    .body(Map.of("reason", "相邻两个井盖"))
                    .post(TICKETS + merged + "/unmerge")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("filed"))
                    .body("mergedInto", nullValue());
            assertThat(journal.await(TicketUnmerged.class, merged).from()).isEqualTo(into);
            read(joined).then().body("state", equalTo("filed")).body("mergedInto", nullValue());
            read(into).then().body("joinedReports", equalTo(0));
            assertThat(nearby()).containsExactlyInAnyOrder(into.toString(), merged.toString());
            // A person has said that they are two.
            Intake.as(community)
                    .get(DUPLICATES + "?ticketId=" + into)
                    .then()
                    .body("items.ticket.ticketId", not(hasItem(merged.toString())));
        }
    }

    @Test
    void merges_leadToTheLastTicket() {
        UUID first = file(0, "井盖破损");
        UUID second = file(0.0001, "井盖破损");
        UUID third = file(0.0002, "井盖破损");

        merge(community, first, 0, second, "同一井盖").then().statusCode(200);
        merge(community, second, 1, third, "同一井盖").then().statusCode(200);

        read(first).then().body("mergedInto", equalTo(third.toString()));
        read(third).then().body("joinedReports", equalTo(2));
    }

    @Test
    void merge_isRefused_withTheRule() {
        UUID ticket = file(0, "井盖破损");
        UUID other = file(0.0001, "井盖破损");
        UUID elsewhere = Intake.filed(reporter, Intake.body().in(Intake.ELSEWHERE));
        UUID matter = Intake.filed(
                Intake.worker(Intake.someone("worker")), body(0, "井盖松动").with("level", "branch"));

        refused(merge(community, ticket, 0, ticket, "同一"), 422, "merge-into-itself");
        refused(merge(community, ticket, 0, UUID.randomUUID(), "同一"), 422, "merge-target-unknown");
        refused(merge(community, ticket, 0, elsewhere, "同一"), 422, "merge-target-unknown");
        refused(merge(Intake.staff("dispatcher", "370102"), ticket, 0, elsewhere, "同一"), 422, "merge-other-street");
        refused(merge(community, ticket, 0, matter, "同一"), 422, "merge-target-no-ticket");
        refused(merge(community, matter, 0, ticket, "同一"), 409, "not-a-ticket-yet");
        refused(merge(community, ticket, 5, other, "同一"), 412, "stale-version");
        refused(merge(community, UUID.randomUUID(), 0, other, "同一"), 404, "not-found");
        refused(merge(Intake.staff("community", "370102009002"), ticket, 0, other, "同一"), 404, "not-found");
        refused(merge(Intake.worker("worker-1"), ticket, 0, other, "同一"), 403, "forbidden");
        refused(merge(community, ticket, 0, other, " "), 400, "invalid-field");
        Intake.as(community)
                .body(Map.of("into", other.toString(), "reason", "同一"))
                .post(TICKETS + ticket + "/merge")
                .then()
                .statusCode(428);
        Intake.as(community)
                .header("If-Match", "\"0\"")
                .header("Accept-Language", "en")
                .body(Map.of("reason", "不是"))
                .post(TICKETS + ticket + "/unmerge")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:not-merged"));
        merge(community, ticket, 0, other, "同一").then().statusCode(200);
        refused(merge(community, other, 1, ticket, "同一"), 422, "merge-target-merged");
        refused(merge(community, ticket, 1, other, "同一"), 409, "merged-already");
    }

    @Test
    void closedTicket_isNotMerged() {
        UUID ticket = file(0, "井盖破损");
        UUID other = file(0.0001, "井盖破损");
        try (Journal journal = Journal.open()) {
            journal.publish(
                    new Story(ticket, Journal.newId(), Journal.newId(), Story.LEAD, Instant.now()).ticketNotAccepted());
        }
        await().untilAsserted(() -> read(ticket).then().body("state", equalTo("not-accepted")));

        refused(merge(community, ticket, 1, other, "同一"), 409, "merge-not-open");
        refused(merge(community, other, 0, ticket, "同一"), 422, "merge-target-not-open");
    }

    private UUID file(double north, String text) {
        return Intake.filed(reporter, body(north, text));
    }

    private Intake.Body body(double north, String text) {
        return Intake.body()
                .with("type", TYPE)
                .with("condition", "a")
                .with("text", text)
                .at(centre.longitude(), centre.latitude() + north, "wgs84");
    }

    private List<String> nearby() {
        return Intake.as(reporter)
                .get(Intake.BASE + "/reports/nearby?longitude=" + centre.longitude() + "&latitude=" + centre.latitude()
                        + "&datum=wgs84&type=" + TYPE)
                .path("items.ticketId");
    }

    private Response read(UUID id) {
        Response answer = Intake.as(reporter).get(Intake.BASE + "/reports/" + id);
        answer.then().statusCode(200);
        return answer;
    }

    private static Response pairs(String token, String more) {
        Response answer = Intake.as(token).get(DUPLICATES + "/open?community=370102009001" + more);
        answer.then().statusCode(200);
        return answer;
    }

    /** The pairs of this test's type, as ids. */
    private static List<List<String>> ids(Response pairs) {
        List<Map<String, Map<String, Object>>> items = pairs.path("items");
        return items.stream()
                .filter(pair -> TYPE.equals(pair.get("one").get("type")))
                .map(pair -> List.of(
                        String.valueOf(pair.get("one").get("ticketId")),
                        String.valueOf(pair.get("other").get("ticketId"))))
                .toList();
    }

    private static Response merge(String token, UUID ticket, int version, UUID into, String reason) {
        return Intake.as(token)
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("into", into.toString(), "reason", reason))
                .post(TICKETS + ticket + "/merge");
    }

    private static void refused(Response answer, int status, String rule) {
        answer.then().statusCode(status).body("type", equalTo("urn:whistle:problem:" + rule));
    }
}
