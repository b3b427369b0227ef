package org.whistle.feedback.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.JournalEvent;
import org.whistle.contracts.Topics;
import org.whistle.contracts.dispatch.LegRated;
import org.whistle.contracts.dispatch.LegRole;
import org.whistle.contracts.feedback.ReporterAnswered.Satisfaction;
import org.whistle.contracts.feedback.ReworkOrdered;
import org.whistle.contracts.feedback.TicketReopened;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.feedback.TestClock;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** What is kept is held against the journal while the service runs on, and put right; twice in a row finds nothing. */
@QuarkusTest
@WithWhistle(service = "feedback")
class RebuildFlowTest {

    private static final String STREET = "370102741";
    private static final Instant MORNING = Instant.parse("2026-05-11T01:00:00Z");
    private static final Tokens OPERATOR = Tokens.forAccount("operator-1").roles("operator");
    private static final Tokens LEADER =
            Tokens.forAccount("leader-741").roles("leader").areas(STREET);

    /** What counts of a ticket, without what a repair changes knowingly. */
    private static final String FACTS = """
            select l.state, l.lead_department, l.returns, l.reworks, l.close_due_at, l.closed_at, l.whistled,
                   (select string_agg(f.department || f.role || f.due_at || coalesce(f.completed_at::text, '-')
                        || coalesce(f.ended_at::text, '-') || f.extensions, ',' order by f.assignment_id)
                    from leg f where f.ticket_id = l.ticket_id) as legs,
                   (select string_agg(c.due_at || coalesce(c.contacted_at::text, '-') || coalesce(c.satisfaction, '-'),
                        ',' order by c.cycle) from callback c where c.ticket_id = l.ticket_id) as calls,
                   (select string_agg(r.rating, ',') from leg_rating r where r.ticket_id = l.ticket_id) as ratings
            from loop l where l.ticket_id = ?""";

    private final Database database = Database.of("feedback");

    @Inject
    TestClock clock;

    @BeforeEach
    void nothingRuns() {
        await(() -> database.number("select count(*) from rebuild where state = 'running'") == 0);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
    }

    /** Sent back, answered unsolved, dispatched anew, answered solved. */
    private Given full(Journal journal) {
        Given g = Given.ticket(MORNING, STREET + "001001", "resident-1");
        journal.publish(g.filed());
        journal.publish(g.whistled("water", "gas", 1, null));
        journal.publish(g.completed(g.second, "gas", 30));
        journal.publish(g.completed(g.lead, "water", 60));
        // What follows on the service's own events stands behind them in the journal, as it does when others answer
        // them.
        inJournal(ReworkOrdered.class, g, () -> verify(g, Api.notFixed(Given.SITE), 70));
        journal.publish(g.reworkAssigned(g.lead, "water", g.clock(70, 60), 71));
        journal.publish(g.completed(g.lead, "water", 90));
        verify(g, Api.fixed(Given.SITE), 95);
        inJournal(TicketReopened.class, g, () -> answer(g, false, "unsatisfied", 100));
        UUID again = Journal.newId();
        journal.publish(g.dispatched(2, 110, g.leg(again, "power", LegRole.LEAD, 110, 120)));
        journal.publish(g.completed(again, "power", 130));
        verify(g, Api.fixed(Given.SITE), 140);
        answer(g, true, "satisfied", 150);
        journal.publish(new LegRated(g.ticketId, g.lead, "water", Satisfaction.FAIR, null, Given.STREET, g.at(160)));
        Api.awaitState(g.ticketId, "closed");
        await(() -> database.number("select count(*) from leg_rating where ticket_id = ?", g.ticketId) == 1);
        return g;
    }

    private static void inJournal(Class<? extends JournalEvent> told, Given g, Runnable step) {
        try (TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            step.run();
            reader.await(told, g.ticketId);
        }
    }

    private Given open(Journal journal) {
        Given g = Given.ticket(MORNING, STREET + "002001", "resident-1");
        journal.publish(g.filed());
        journal.publish(g.dispatched("heat", 1));
        Api.awaitState(g.ticketId, "handling");
        return g;
    }

    private void verify(Given g, String body, long minute) {
        String etag = Api.awaitState(g.ticketId, "awaiting-verification");
        clock.stopAt(g.at(minute));
        Response response = Api.post(
                Tokens.forAccount("grid-7").roles("grid-worker").areas(STREET),
                "/loops/" + g.ticketId + "/verification",
                etag,
                body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        clock.reset();
    }

    private void answer(Given g, boolean solved, String satisfaction, long minute) {
        String etag = Api.awaitState(g.ticketId, "awaiting-answer");
        clock.stopAt(g.at(minute));
        Response response =
                Api.post(Api.callAgent(), "/loops/" + g.ticketId + "/callback", etag, Api.answer(solved, satisfaction));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        clock.reset();
    }

    private Response rebuild(boolean repair) {
        Response begun =
                Api.post(OPERATOR, "/sla/rebuild", "{\"repair\": " + repair + ", \"street\": \"" + STREET + "\"}");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        return ended(begun.path("id"));
    }

    private static Response ended(String id) {
        Response[] last = new Response[1];
        await(() -> {
            last[0] = Api.get(OPERATOR, "/sla/rebuild/" + id);
            return !"running".equals(last[0].path("state"));
        });
        assertThat(last[0].<String>path("state")).as(last[0].asString()).isEqualTo("done");
        return last[0];
    }

    private Map<String, Object> facts(Given g) {
        return database.rows(FACTS, g.ticketId).getFirst();
    }

    private static String numbers() {
        return Api.get(LEADER, "/sla?from=2026-05-11&to=2026-05-20&groupBy=department")
                .jsonPath()
                .getString("rows.rates");
    }

    @Test
    void damage_isFound_andPutRight_withItsNumbers() {
        Given closed;
        Given lost;
        Given kept;
        try (Journal journal = Journal.open()) {
            closed = full(journal);
            lost = full(journal);
            kept = open(journal);
        }
        Map<String, Object> before = facts(closed);
        Map<String, Object> lostBefore = facts(lost);
        String numbers = numbers();
        assertThat(rebuild(false).<Boolean>path("consistent")).isTrue();

        database.execute(
                "update leg set completed_at = due_at + interval '1 day' where ticket_id = ?", closed.ticketId);
        database.execute("update callback set satisfaction = 'fair' where ticket_id = ?", closed.ticketId);
        database.execute("delete from leg_rating where ticket_id = ?", closed.ticketId);
        for (String table : List.of("verification", "callback", "leg", "leg_rating", "stage_clock", "loop")) {
            database.execute("delete from " + table + " where ticket_id = ?", lost.ticketId);
        }
        UUID unheard = Journal.newId();
        database.execute(
                "insert into loop (ticket_id, version, state, ticket_no, matter, grid, longitude, latitude, filed_by,"
                        + " filed_at, journal_partition, round, reopened, reworks, returns, attempts, since) select ?,"
                        + " 1, 'reported', 'unheard', matter, grid, longitude, latitude, filed_by, filed_at, 0, 0, 0, 0,"
                        + " 0, 0, since from loop where ticket_id = ?",
                unheard,
                kept.ticketId);
        assertThat(numbers()).isNotEqualTo(numbers);

        Response told = rebuild(false);
        assertThat(told.<Boolean>path("consistent")).isFalse();
        assertThat(told.<Integer>path("facts.found")).isPositive();
        assertThat(told.<List<String>>path("facts.first.ticketId"))
                .contains(closed.ticketId.toString(), lost.ticketId.toString())
                .doesNotContain(kept.ticketId.toString(), unheard.toString());
        assertThat(told.<List<String>>path("tickets.notOnJournal.first.ticketId"))
                .contains(unheard.toString());
        assertThat(facts(closed)).as("looking changes nothing").isNotEqualTo(before);

        Response repaired = rebuild(true);
        assertThat(repaired.<Integer>path("facts.repaired")).isEqualTo(told.<Integer>path("facts.found"));
        assertThat(facts(closed)).isEqualTo(before);
        assertThat(facts(lost)).isEqualTo(lostBefore);
        assertThat(database.number("select count(*) from loop where ticket_id = ?", unheard))
                .as("what the journal does not know stays")
                .isEqualTo(1);
        database.execute("delete from loop where ticket_id = ?", unheard);
        assertThat(numbers()).isEqualTo(numbers);
        assertThat(rebuild(true).<Boolean>path("consistent")).isTrue();
    }

    @Test
    void rebuildOfAnInstanceThatDied_isTakenUp_andOneRunsAtATime() {
        UUID id = Journal.newId();
        database.execute(
                "insert into rebuild (id, state, phase, repair, place, requested_by, requested_at, runner, leased_until,"
                        + " positions) values (?, 'running', 'settling', false, '" + STREET + "', 'operator-1', now(),"
                        + " gen_random_uuid(), now() + interval '2 seconds', '{\"0\": {\"begin\": 0, \"read\": 1}}')",
                id);
        Response second = Api.post(OPERATOR, "/sla/rebuild", "{}");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.<String>path("type")).endsWith("rebuild-running");

        Response done = ended(id.toString());
        assertThat(((Number) done.path("journal.read")).longValue()).isPositive();
        assertThat(done.<Integer>path("tickets.rebuilt")).isNotNegative();
        assertThat(Api.get(OPERATOR, "/sla/rebuild").<List<String>>path("id")).contains(id.toString());
    }

    @Test
    void wrongRequests_areRefused() {
        assertThat(Api.post(LEADER, "/sla/rebuild", "{}").statusCode()).isEqualTo(403);
        assertThat(Api.post(OPERATOR, "/sla/rebuild", "{\"street\": \"x\"}").<String>path("errors[0].field"))
                .isEqualTo("street");
        assertThat(Api.get(OPERATOR, "/sla/rebuild/" + Journal.newId()).statusCode())
                .isEqualTo(404);
    }
}
