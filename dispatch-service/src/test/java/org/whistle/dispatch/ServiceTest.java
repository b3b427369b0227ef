package org.whistle.dispatch;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Topics;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.department.ReturnRequested;
import org.whistle.dispatch.policy.store.Policies;
import org.whistle.district.DistrictArchive;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;

/** What the tests of the running service share: the sample district, a clock that stands, people, and the topics. */
abstract class ServiceTest {

    static final String STREET = "370102009";
    static final Instant MONDAY_NINE = Story.FILED_AT;

    @Inject
    Policies policies;

    @Inject
    TestClock clock;

    Journal journal;
    TopicReader events;

    @BeforeEach
    void open() {
        if (!policies.isReady() || !policies.current().version().equals(Districts.SAMPLE.version())) {
            policies.load(DistrictArchive.zip(Districts.SAMPLE), "test").await().atMost(Duration.ofSeconds(60));
        }
        clock.stopAt(MONDAY_NINE.plusSeconds(1));
        journal = Journal.open();
        events = TopicReader.fromNow(Topics.JOURNAL);
    }

    @AfterEach
    void close() {
        journal.close();
        events.close();
        clock.reset();
    }

    static RequestSpecification as(Tokens person) {
        return given().auth().oauth2(person.sign()).contentType("application/json");
    }

    static Tokens dispatcher() {
        return Tokens.forAccount("dispatcher-009").roles("dispatcher").areas(STREET);
    }

    static Tokens administrator() {
        return Tokens.forAccount("administrator")
                .roles("administrator", "operator")
                .areas("370102");
    }

    /** Waits until the ticket is in a state and answers its version. */
    long awaitState(UUID ticket, String state) {
        Database database = Database.of("dispatch");
        Awaitility.await("ticket " + state)
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.rows("select status from ticket where id = ?", ticket).stream()
                        .anyMatch(row -> state.equals(row.get("status"))));
        return version(ticket);
    }

    long version(UUID ticket) {
        return Database.of("dispatch").number("select version from ticket where id = ?", ticket);
    }

    ValidatableResponse post(Tokens person, String path, long version, Map<String, ?> body) {
        return as(person)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post("/api/dispatch" + path)
                .then();
    }

    /** A department's objection to its assignment. */
    UUID requestReturn(AssignmentIssued assignment, Instant at) {
        UUID returnId = Journal.newId();
        journal.publish(new ReturnRequested(
                assignment.ticketId(),
                assignment.assignmentId(),
                assignment.department(),
                returnId,
                "不属于本单位。",
                "条例第三条",
                List.of(),
                new Actor(assignment.department() + "-1", assignment.department()),
                at));
        return returnId;
    }

    /** The assignment of a department about a ticket. */
    static AssignmentIssued issued(String department, UUID ticket, int round) {
        try (TopicReader reader = TopicReader.fromBeginning(Topics.assigned(department))) {
            return reader.await(
                            "assignment of round " + round,
                            received -> received.is(AssignmentIssued.class, ticket)
                                    && received.as(AssignmentIssued.class).round() == round)
                    .as(AssignmentIssued.class);
        }
    }
}
