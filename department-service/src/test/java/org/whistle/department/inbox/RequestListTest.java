package org.whistle.department.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whistle.department.People;
import org.whistle.testkit.Story;
import org.whistle.testkit.WithWhistle;

/** Who sees which requests, page by page. */
@QuarkusTest
@WithWhistle(
        service = "department",
        topics = {"whistle.assigned.water-supply", "whistle.reply.water-supply"})
class RequestListTest extends RequestFixture {

    @Test
    void requests_areSeen_byTheirDepartmentsManagers_andTheAreasSupervisors() {
        Story story = handled();
        UUID request = asked(story);

        managerOf("gas")
                .get(REQUESTS + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(request.toString())));
        People.supervisor(People.DISTRICT)
                .get(REQUESTS + "?limit=200&department=water-supply")
                .then()
                .body("items.id", hasItem(request.toString()));
        People.supervisor("370103").get(REQUESTS).then().statusCode(200).body("items.size()", equalTo(0));
        People.handler().get(REQUESTS).then().statusCode(403);
    }

    @Test
    void requests_arePaged() {
        asked(handled());
        asked(handled());

        JsonPath page = People.manager()
                .get(REQUESTS + "?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(page.getList("items")).hasSize(1);
        JsonPath next = People.manager()
                .urlEncodingEnabled(false)
                .get(page.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(Instant.parse(next.getString("items[0].askedAt")))
                .isAfterOrEqualTo(Instant.parse(page.getString("items[0].askedAt")));
        assertThat(next.getString("items[0].id")).isNotEqualTo(page.getString("items[0].id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=lost", "limit=0", "cursor=x"})
    void badQuery_isRefused(String query) {
        People.manager().get(REQUESTS + "?" + query).then().statusCode(400).contentType("application/problem+json");
    }
}
