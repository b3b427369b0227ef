package org.whistle.department.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.department.Fixture;
import org.whistle.department.People;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply", "whistle.assigned.desk-a"})
class DeskTest extends Fixture {

    private static final String DEPARTMENT = "desk-a";

    @Test
    void pages_followEachOther_inTheOrderOfTheirLimits() {
        String street = "370102003";
        List<Story> stories = IntStream.range(0, 5)
                .mapToObj(i -> {
                    Story story = now().ledBy(DEPARTMENT);
                    return issued(
                            story,
                            story.assignment()
                                    .grid(street + "001001")
                                    .handling(Duration.ofHours(10 - i))
                                    .build());
                })
                .toList();

        List<String> seen = new ArrayList<>();
        String next = ASSIGNMENTS + "?limit=2";
        while (next != null) {
            var page = People.of(Tokens.forAccount("d")
                            .roles("handler")
                            .areas(street)
                            .department(DEPARTMENT))
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        }

        assertThat(seen)
                .containsExactlyElementsOf(stories.reversed().stream()
                        .map(story -> story.assignmentId().toString())
                        .toList());
    }

    @Test
    void reader_missesNothing_whenReadingOnBehindTheLast() {
        String street = "370102004";
        long last = tail(street, "latest").getLong("last");
        Story first = inStreet(street);
        Story second = inStreet(street);

        var page = tail(street, String.valueOf(last));
        assertThat(page.<String>getList("items.id"))
                .containsExactly(
                        first.assignmentId().toString(), second.assignmentId().toString());
        assertThat(page.getString("items[0].receivedAt")).isNotBlank();
        last = page.getLong("last");
        assertThat(tail(street, String.valueOf(last)).getList("items")).isEmpty();
        assertThat(tail(street, String.valueOf(last)).getLong("last")).isEqualTo(last);
    }

    @Test
    void newest_comesFirst_whenAskedFor() {
        String street = "370102005";
        Story first = inStreet(street);
        Story second = inStreet(street);

        People.supervisor(street)
                .get(ASSIGNMENTS + "?order=newest")
                .then()
                .body(
                        "items.id",
                        contains(
                                second.assignmentId().toString(),
                                first.assignmentId().toString()));
    }

    @Test
    void filters_narrowTheDesk() {
        String street = "370102006";
        Story open = inStreet(street);
        Story late = now().ledBy(DEPARTMENT);
        issued(
                late,
                late.assignment()
                        .grid(street + "001001")
                        .cooperating()
                        .issuedAt(late.filedAt().minus(Duration.ofHours(5)))
                        .build());

        desk(street, "overdue=true")
                .body("items.id", contains(late.assignmentId().toString()));
        desk(street, "role=lead").body("items.id", contains(open.assignmentId().toString()));
        desk(street, "role=cooperating&state=open&urgency=U0")
                .body("items.id", contains(late.assignmentId().toString()));
        desk(street, "urgency=U3").body("items", empty());
        desk(street, "state=completed").body("items", empty());
        desk(street, "department=gas").body("items", empty());
        desk(street.substring(0, 6), "area=" + street + "001001")
                .body(
                        "items.id",
                        contains(
                                late.assignmentId().toString(),
                                open.assignmentId().toString()));
        desk(street, "area=" + street + "002").body("items", empty());
        desk(street, "ticket=" + open.ticketId())
                .body("items.id", contains(open.assignmentId().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=lost",
                "role=boss",
                "urgency=U9",
                "ticket=x",
                "order=random",
                "order=due&state=completed",
                "after=-1&order=received",
                "after=1&order=due",
                "overdue=maybe",
                "area=37010",
                "area=3701020%25",
                "limit=0",
                "limit=201",
                "cursor=x"
            })
    void badQuery_isRefused(String query) {
        People.handler().get(ASSIGNMENTS + "?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void lateness_staysAfterTheTicketIsClosed() {
        String street = "370102012";
        Story late = now().ledBy(DEPARTMENT);
        issued(
                late,
                late.assignment()
                        .grid(street + "001001")
                        .issuedAt(late.filedAt().minus(Duration.ofHours(5)))
                        .build());
        Story early = inStreet(street);
        for (Story story : List.of(late, early)) {
            command(People.handlerOf(DEPARTMENT), story, "acceptance", "{}").statusCode(200);
            command(People.handlerOf(DEPARTMENT), story, "completion", "{\"result\": \"已更换。\"}")
                    .statusCode(200)
                    .body("photosNeeded", equalTo(0));
            topics.publish(story.settled());
            awaitState(story.assignmentId(), "settled");
        }

        desk(street, "state=settled&overdue=true")
                .body("items.id", contains(late.assignmentId().toString()))
                .body("items[0].overdue", equalTo(true));
        read(early.assignmentId()).body("overdue", equalTo(false));
    }

    @Test
    void area_limitsWhatASupervisorSees() {
        Story story = inStreet("370102007");

        People.supervisor("370102007")
                .get(ASSIGNMENTS)
                .then()
                .body("items.id", hasItem(story.assignmentId().toString()));
        People.supervisor("370102008").get(ASSIGNMENTS).then().body("items", empty());
        People.supervisor("370102007001002")
                .get(ASSIGNMENT, story.assignmentId())
                .then()
                .statusCode(404);
    }

    @Test
    void load_isCounted_byHandler() {
        String street = "370102010";
        inStreet(street);
        Story taken = inStreet(street);
        var handler = People.of(
                Tokens.forAccount("busy").roles("handler").areas(street).department(DEPARTMENT));
        command(handler, taken, "acceptance", "{}").statusCode(200);

        await().untilAsserted(() -> People.of(
                        Tokens.forAccount("m").roles("manager").areas(street).department(DEPARTMENT))
                .get("/api/department/load")
                .then()
                .statusCode(200)
                .body("items.find { it.handler == 'busy' }.open", equalTo(1))
                .body("items.find { it.handler == null }.open", equalTo(1)));
        handler.get("/api/department/load").then().statusCode(403);
    }

    private Story inStreet(String street) {
        Story story = now().ledBy(DEPARTMENT);
        return issued(story, story.assignment().grid(street + "001001").build());
    }

    private static io.restassured.response.ValidatableResponse desk(String street, String query) {
        return People.supervisor(street).get(ASSIGNMENTS + "?" + query).then().statusCode(200);
    }

    private static io.restassured.path.json.JsonPath tail(String street, String after) {
        return People.supervisor(street)
                .get(ASSIGNMENTS + "?order=received&after=" + after)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
