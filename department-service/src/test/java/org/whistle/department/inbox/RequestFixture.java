package org.whistle.department.inbox;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.UUID;
import org.whistle.contracts.Actor;
import org.whistle.department.Fixture;
import org.whistle.department.Issues;
import org.whistle.department.People;
import org.whistle.testkit.Database;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;

/** Words of the tests about extensions and suspensions. */
abstract class RequestFixture extends Fixture {

    static final String REQUESTS = "/api/department/requests";
    static final String EXTENSION = "{\"reason\": \"管件需定制。\"}";
    static final Actor HANDLER = new Actor("water-supply-1", Story.LEAD);
    static final Actor MANAGER = new Actor("water-supply-m", Story.LEAD);

    final Database database = Database.of("department");

    Story handled() {
        Story story = now();
        issued(story, Issues.withTerms(story));
        accept(story).statusCode(200).body("availableActions", hasItems("extensions", "suspensions"));
        return story;
    }

    UUID asked(Story story) {
        command(People.handler(), story, "extensions", EXTENSION).statusCode(200);
        return requestOf(story);
    }

    UUID requestOf(Story story) {
        return UUID.fromString(read(story.assignmentId()).extract().path("request.id"));
    }

    ValidatableResponse endorse(RequestSpecification who, Story story, UUID request) {
        return command(who, story, "requests/" + request + "/endorsement", "");
    }

    static JsonPath line(String state, UUID request) {
        return People.manager()
                .get(REQUESTS + "?limit=200&state=" + state)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(request.toString()))
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.id == '" + request + "' }");
    }

    void awaitVersion(Story story, int version) {
        await().untilAsserted(() -> read(story.assignmentId()).header("ETag", "\"" + version + "\""));
    }

    Instant due(Story story) {
        return Instant.parse(read(story.assignmentId()).extract().path("handle.dueAt"));
    }

    static String suspension(Instant until) {
        return "{\"reason\": \"道路整体改造。\", \"until\": \"" + until + "\"}";
    }

    static RequestSpecification managerOf(String department) {
        return People.of(Tokens.forAccount(department + "-m")
                .roles("manager")
                .areas(People.DISTRICT)
                .department(department));
    }
}
