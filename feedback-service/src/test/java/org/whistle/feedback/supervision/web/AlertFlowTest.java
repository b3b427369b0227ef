package org.whistle.feedback.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.contracts.Topics;
import org.whistle.contracts.feedback.TicketChased;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.feedback.TestClock;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** Alerts go to who must act; a person may chase. */
@QuarkusTest
@WithWhistle(service = "feedback")
class AlertFlowTest {

    @Inject
    TestClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** Of a department of its own, so that no other test's alerts are among its. Due at 121, all of it told. */
    private static Given overdue(Journal journal, String department) {
        Given g = Given.ticket(Instant.now().minus(Duration.ofHours(9)));
        journal.publish(g.filed());
        journal.publish(g.dispatched(department, 1, g.chased(g.clock(1, 120), 150, 400)));
        journal.publish(g.accepted(g.lead, department, 2));
        Api.await(
                () -> Api.get(Api.supervisor(), "/loops/" + g.ticketId),
                response -> response.statusCode() == 200
                        && response.<List<String>>path("alerts.kind").contains("bulletin"));
        return g;
    }

    private static List<String> mine(Tokens who, String department) {
        return Api.get(who, "/alerts?audience=mine&stage=handle&limit=200&department=" + department)
                .path("items.kind");
    }

    private static String chasing(Given g) {
        return "/loops/" + g.ticketId + "/chasing";
    }

    @Test
    void everybodyReads_whatIsForThem() {
        try (Journal journal = Journal.open()) {
            overdue(journal, "body-a");

            assertThat(mine(Api.handler("body-a"), "body-a")).containsExactly("warning");
            assertThat(mine(Api.manager("body-a"), "body-a")).containsExactly("chasing", "breach", "warning");
            assertThat(mine(Api.dispatcher(), "body-a")).containsExactly("supervision", "chasing", "breach");
            assertThat(mine(Api.supervisor(), "body-a")).containsExactly("supervision");
            assertThat(mine(Api.leader(), "body-a")).containsExactly("bulletin");
            assertThat(mine(Api.handler("body-z"), "body-a")).isEmpty();
            assertThat(mine(Tokens.forAccount("street-2").roles("dispatcher").areas("370102008"), "body-a"))
                    .isEmpty();

            Response bulletin = Api.get(Api.leader(), "/alerts?kind=bulletin&department=body-a");
            assertThat(bulletin.<List<String>>path("items[0].audience")).containsExactly("leader");
            assertThat(bulletin.<String>path("items[0].level")).isEqualTo("district");
        }
    }

    @Test
    void alert_isAcknowledgedOnce_byWhomItIsFor() {
        try (Journal journal = Journal.open()) {
            overdue(journal, "body-b");
            String id = Api.get(Api.manager("body-b"), "/alerts?kind=breach&stage=handle&department=body-b")
                    .path("items[0].id");
            String path = "/alerts/" + id + "/acknowledgement";

            Response others = Api.post(Api.handler("body-b"), path, "");
            assertThat(others.statusCode()).isEqualTo(403);
            assertThat(others.<String>path("type")).isEqualTo("urn:whistle:problem:alert-not-yours");
            assertThat(Api.post(Api.manager("body-z"), path, "").statusCode()).isEqualTo(404);
            assertThat(Api.post(Api.manager("body-b"), "/alerts/nonsense/acknowledgement", "")
                            .statusCode())
                    .isEqualTo(404);
            Response first = Api.post(Api.manager("body-b"), path, "");
            assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
            assertThat(first.<String>path("acknowledgedBy")).isEqualTo("m-body-b");
            clock.advance(Duration.ofMinutes(1));
            Response again = Api.post(Api.dispatcher(), path, "");
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.<String>path("acknowledgedBy")).isEqualTo("m-body-b");
            assertThat(again.<String>path("acknowledgedAt")).isEqualTo(first.<String>path("acknowledgedAt"));

            assertThat(Api.get(Api.supervisor(), "/alerts?acknowledged=true&department=body-b")
                            .<List<String>>path("items.id"))
                    .containsExactly(id);
            assertThat(Api.get(Api.supervisor(), "/alerts?acknowledged=false&stage=handle&department=body-b")
                            .<List<String>>path("items.kind"))
                    .containsExactly("bulletin", "supervision", "chasing", "warning");
        }
    }

    @Test
    void person_chases_theDepartmentReadsIt_andWaitsAnHourBeforeTheNext() {
        try (Journal journal = Journal.open();
                TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = Given.ticket(Instant.now().minus(Duration.ofMinutes(10)));
            journal.publish(g.filed());
            journal.publish(g.dispatched("body-c", 1));
            Api.awaitState(g.ticketId, "handling");
            String etag = Api.get(Api.supervisor(), "/loops/" + g.ticketId).header("ETag");

            Response chased = Api.post(Api.dispatcher(), chasing(g), "{\"note\": \"请今天办结\"}");
            assertThat(chased.statusCode()).as(chased.asString()).isEqualTo(201);
            assertThat(chased.<String>path("department")).isEqualTo("body-c");
            assertThat(chased.<String>path("stage")).isEqualTo("handle");
            TicketChased event = reader.await(TicketChased.class, g.ticketId);
            assertThat(event.note()).isEqualTo("请今天办结");
            assertThat(event.by().account()).isEqualTo("street-1");
            Response manager = Api.get(Api.manager("body-c"), "/alerts?audience=mine&kind=chasing");
            assertThat(manager.<String>path("items[0].note")).isEqualTo("请今天办结");
            assertThat(manager.<String>path("items[0].raisedBy")).isEqualTo("street-1");
            assertThat(manager.<String>path("items[0].id")).isEqualTo(chased.<String>path("id"));
            assertThat(Api.get(Api.supervisor(), "/loops/" + g.ticketId).header("ETag"))
                    .isEqualTo(etag);

            Response again = Api.post(Api.dispatcher(), chasing(g), "{\"note\": \"再催\"}");
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.<String>path("type")).isEqualTo("urn:whistle:problem:chased-lately");
            assertThat(Api.post(Api.leader(), chasing(g), "{\"note\": \"请办\"}").statusCode())
                    .isEqualTo(201);
            clock.advance(Duration.ofHours(1));
            assertThat(Api.post(Api.dispatcher(), chasing(g), "{\"note\": \"再催\"}")
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void chasing_isRefused_withTheRuleThatSaysSo_inBothLanguages() {
        try (Journal journal = Journal.open()) {
            Given g = Given.ticket(Instant.now().minus(Duration.ofMinutes(10)));
            journal.publish(g.filed());
            journal.publish(g.dispatched("body-d", 1));
            journal.publish(g.suspended(g.lead, "body-d", 5000, 5));
            Api.await(
                    () -> Api.get(Api.supervisor(), "/loops/" + g.ticketId),
                    response -> response.statusCode() == 200 && response.path("legs[0].suspendedUntil") != null);
            String note = "{\"note\": \"催\"}";

            Response suspended = Api.post(Api.dispatcher(), chasing(g), note);
            assertThat(suspended.statusCode()).isEqualTo(409);
            assertThat(suspended.<String>path("type")).isEqualTo("urn:whistle:problem:suspended");
            assertThat(suspended.<String>path("detail")).contains("suspended until 20");
            assertThat(Api.in("zh-CN", Api.dispatcher(), note)
                            .post("/api/feedback" + chasing(g))
                            .<String>path("detail"))
                    .contains("挂账期间不催办");
            String foreign = "{\"note\": \"催\", \"assignmentId\": \"%s\"}".formatted(UUID.randomUUID());
            assertThat(Api.post(Api.dispatcher(), chasing(g), foreign).<String>path("type"))
                    .isEqualTo("urn:whistle:problem:no-such-assignment");
            journal.publish(g.merged(Journal.newId(), 6));
            Api.awaitState(g.ticketId, "merged");
            assertThat(Api.post(Api.dispatcher(), chasing(g), note).<String>path("type"))
                    .isEqualTo("urn:whistle:problem:nothing-to-chase");

            assertThat(Api.post(Api.handler("body-d"), chasing(g), note).statusCode())
                    .isEqualTo(403);
            Tokens elsewhere = Tokens.forAccount("street-2").roles("dispatcher").areas("370102008");
            assertThat(Api.post(elsewhere, chasing(g), note).statusCode()).isEqualTo(404);
            assertThat(Api.post(Api.dispatcher(), "/loops/nonsense/chasing", note)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | note | is required | 必须说明催办内容",
                "{'note': '  '} | note | is required | 必须说明催办内容",
                "{'note': 'a', 'assignmentId': 'x'} | assignmentId | UUID | UUID",
                "{'note': 'LONG'} | note | must not be longer than 2000 characters | 不能超过 2000 个字符",
            })
    void badBody_namesItsField(String body, String field, String en, String zh) {
        String json = body.replace('\'', '"').replace("LONG", "x".repeat(2001));
        String path = "/loops/" + UUID.randomUUID() + "/chasing";

        Response english = Api.post(Api.dispatcher(), path, json);
        Response chinese = Api.in("zh-CN", Api.dispatcher(), json).post("/api/feedback" + path);

        assertThat(english.statusCode()).isEqualTo(400);
        assertThat(english.<String>path("errors[0].field")).isEqualTo(field);
        assertThat(english.asString()).contains(en);
        assertThat(chinese.asString()).contains(zh);
    }

    @Test
    void badFilters_areRefused() {
        for (String query : List.of("kind=red", "stage=x", "audience=all", "acknowledged=maybe", "limit=0")) {
            assertThat(Api.get(Api.supervisor(), "/alerts?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }
}
