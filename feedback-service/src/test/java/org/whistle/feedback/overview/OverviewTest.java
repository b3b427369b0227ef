package org.whistle.feedback.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class OverviewTest {

    private static final String STREET = "370102752";
    private static final Tokens LEADER =
            Tokens.forAccount("leader-752").roles("leader").areas(STREET);

    private static Given ticket(Duration ago) {
        return Given.ticket(Instant.now().minus(ago), STREET + "001001", "resident-1");
    }

    @Test
    void stages_tellWhatWaits_whatIsLate_andWhatWasDone() {
        try (Journal journal = Journal.open()) {
            Given reported = ticket(Duration.ofMinutes(1));
            journal.publish(reported.filed());
            // Its two hours are over for days.
            Given late = ticket(Duration.ofDays(5));
            journal.publish(late.filed());
            journal.publish(late.dispatched("water", 1));
            Given inTime = ticket(Duration.ofMinutes(2));
            journal.publish(inTime.filed());
            journal.publish(inTime.dispatched("gas", 0));
            Given done = ticket(Duration.ofDays(2));
            journal.publish(done.filed());
            journal.publish(done.dispatched("gas", 1));
            journal.publish(done.completed(done.lead, "gas", 10));

            Given justDone = ticket(Duration.ofMinutes(2));
            journal.publish(justDone.filed());
            journal.publish(justDone.dispatched("heating", 0));
            journal.publish(justDone.completed(justDone.lead, "heating", 1));

            Api.awaitState(done.ticketId, "awaiting-verification");
            Api.awaitState(justDone.ticketId, "awaiting-verification");
            Api.awaitState(reported.ticketId, "reported");
            Response overview =
                    Api.await(() -> Api.get(LEADER, "/overview"), answer -> answer.<List<Integer>>path("stages.waiting")
                            .equals(List.of(0, 1, 0, 2, 2)));
            assertThat(overview.<List<String>>path("stages.stage"))
                    .containsExactly("collect", "discover", "dispatch", "handle", "feedback");
            assertThat(overview.<Integer>path("stages[3].overdue")).isEqualTo(1);
            assertThat(overview.<Integer>path("stages[4].overdue")).isEqualTo(1);
            assertThat(overview.<Integer>path("stages[1].overdue")).isZero();

            everyNumberOpensToAsManyTickets(overview);
            assertThat(Api.get(LEADER, "/overview/tickets?stage=handle&part=overdue")
                            .<List<String>>path("items.ticketId"))
                    .containsExactly(late.ticketId.toString());
            assertThat(Api.get(LEADER, "/overview/tickets?stage=feedback&part=waiting")
                            .<List<String>>path("items.ticketId"))
                    .containsExactly(done.ticketId.toString(), justDone.ticketId.toString());
            assertThat(Api.get(LEADER, "/overview/tickets?stage=feedback&part=waiting&department=heating")
                            .<List<String>>path("items.ticketId"))
                    .containsExactly(justDone.ticketId.toString());

            Response gas = Api.get(LEADER, "/overview?department=gas");
            assertThat(gas.<List<Integer>>path("stages.waiting")).containsExactly(0, 0, 0, 1, 1);
            Response own = Api.get(Api.manager("water"), "/overview?street=" + STREET);
            assertThat(own.<List<Integer>>path("stages.waiting")).containsExactly(0, 0, 0, 1, 0);
        }
    }

    private static void everyNumberOpensToAsManyTickets(Response overview) {
        for (Map<String, Object> stage : overview.<List<Map<String, Object>>>path("stages")) {
            for (String part : List.of("waiting", "overdue", "done")) {
                assertThat(Api.get(LEADER, "/overview/tickets?stage=" + stage.get("stage") + "&part=" + part)
                                .<List<Object>>path("items"))
                        .as("%s of %s", part, stage.get("stage"))
                        .hasSize((Integer) stage.get(part));
            }
        }
    }

    @Test
    void strangersSeeNothing_andResidentsMayNotAsk() {
        assertThat(Api.get(Tokens.forAccount("l").roles("leader").areas("110101"), "/overview")
                        .<List<Integer>>path("stages.waiting"))
                .containsOnly(0);
        assertThat(Api.get(Tokens.forAccount("r").roles("resident"), "/overview")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Api.get(
                                Tokens.forAccount("l").roles("leader").areas("110101"),
                                "/overview/tickets?stage=handle&part=waiting")
                        .<List<Object>>path("items"))
                .isEmpty();
        assertThat(Api.get(LEADER, "/overview/tickets?stage=closing&part=waiting")
                        .<String>path("errors[0].field"))
                .isEqualTo("stage");
        assertThat(Api.get(LEADER, "/overview/tickets?stage=handle").<String>path("errors[0].field"))
                .isEqualTo("part");
        assertThat(Api.get(LEADER, "/overview?street=1").<String>path("errors[0].field"))
                .isEqualTo("street");
    }
}
