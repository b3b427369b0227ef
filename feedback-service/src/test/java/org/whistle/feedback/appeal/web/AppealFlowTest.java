package org.whistle.feedback.appeal.web;

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
import org.whistle.contracts.Topics;
import org.whistle.contracts.feedback.AppealDecided;
import org.whistle.contracts.feedback.AppealFiled;
import org.whistle.feedback.Api;
import org.whistle.feedback.Given;
import org.whistle.feedback.TestClock;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Tokens;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

@QuarkusTest
@WithWhistle(service = "feedback")
class AppealFlowTest {

    private static final Tokens MANAGER = Api.manager("water");

    @Inject
    TestClock clock;

    private final Database database = Database.of("feedback");

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** Due at minute 121, confirmed at 130. */
    private static Given overdue() {
        Given g = Given.ticket(Instant.now().minus(Duration.ofHours(5)));
        try (Journal journal = Journal.open()) {
            journal.publish(g.filed());
            journal.publish(g.dispatched("water", 1));
            journal.publish(g.completed(g.lead, "water", 130));
        }
        Api.awaitState(g.ticketId, "awaiting-verification");
        return g;
    }

    private static Given closed() {
        Given g = overdue();
        Api.close(g.ticketId);
        return g;
    }

    private static String appeals(Given g) {
        return "/loops/" + g.ticketId + "/appeals";
    }

    private static String filing(UUID assignment) {
        return "{\"assignmentId\": \"%s\", \"reason\": \"等待设备入场\"}".formatted(assignment);
    }

    private static String verdict(boolean excused) {
        return "{\"excused\": %s, \"reason\": \"经核实\"}".formatted(excused);
    }

    private static String type(Response response) {
        return response.path("type");
    }

    private boolean excused(UUID assignment) {
        return database.number("select count(*) from leg where assignment_id = ? and excused", assignment) == 1;
    }

    @Test
    void appeal_goesOverTwoLevels_andExcusesTheStatistics_butNotTheFact() {
        try (TopicReader reader = TopicReader.fromNow(Topics.JOURNAL)) {
            Given g = closed();
            Response filed = Api.post(MANAGER, appeals(g), filing(g.lead));
            assertThat(filed.statusCode()).as(filed.asString()).isEqualTo(201);
            assertThat(filed.<String>path("state")).isEqualTo("open");
            assertThat(filed.<Integer>path("level")).isEqualTo(1);
            String path = appeals(g) + "/" + filed.path("id");
            AppealFiled event = reader.await(AppealFiled.class, g.ticketId);
            assertThat(event.level()).isEqualTo(1);
            assertThat(event.department()).isEqualTo("water");

            Response first = Api.post(Api.dispatcher(), path + "/decision", filed.header("ETag"), verdict(false));
            assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
            assertThat(first.<String>path("state")).isEqualTo("refused");
            assertThat(excused(g.lead)).isFalse();
            Response goesOn = Api.post(MANAGER, path + "/second-level", first.header("ETag"), "{\"reason\": \"补充合同\"}");
            assertThat(goesOn.statusCode()).as(goesOn.asString()).isEqualTo(200);
            assertThat(goesOn.<Integer>path("level")).isEqualTo(2);
            assertThat(Api.get(Api.supervisor(), "/appeals?state=open&level=2&limit=200")
                            .<List<String>>path("items.id"))
                    .contains(filed.<String>path("id"));
            Response second = Api.post(Api.supervisor(), path + "/decision", goesOn.header("ETag"), verdict(true));
            assertThat(second.<String>path("state")).as(second.asString()).isEqualTo("excused");

            AppealDecided decided = reader.await(AppealDecided.class, g.ticketId);
            assertThat(decided.level()).isEqualTo(1);
            assertThat(decided.excused()).isFalse();
            assertThat(excused(g.lead)).isTrue();
            Response loop = Api.get(Api.supervisor(), "/loops/" + g.ticketId);
            assertThat(loop.<Boolean>path("legs[0].excused")).isTrue();
            assertThat(Instant.parse(loop.path("legs[0].completedAt")))
                    .isAfter(Instant.parse(loop.path("legs[0].dueAt")));
            Response read = Api.get(MANAGER, path);
            assertThat(read.header("ETag")).isEqualTo(second.header("ETag"));
            assertThat(read.<List<String>>path("hearings.reason")).containsExactly("等待设备入场", "补充合同");
            assertThat(read.<List<String>>path("hearings.decidedBy")).containsExactly("street-1", "supervisor-1");
            assertThat(read.<String>path("ticketNo")).isNotBlank();
        }
    }

    @Test
    void appeal_isRefused_withTheRuleThatSaysSo() {
        Given g = overdue();
        Response open = Api.post(MANAGER, appeals(g), filing(g.lead));
        assertThat(open.statusCode()).isEqualTo(409);
        assertThat(type(open)).isEqualTo("urn:whistle:problem:not-closed-yet");
        assertThat(Api.in("zh-CN", MANAGER, filing(g.lead))
                        .post("/api/feedback" + appeals(g))
                        .<String>path("detail"))
                .contains("结案后方可申诉");
        Api.close(g.ticketId);

        assertThat(type(Api.post(MANAGER, appeals(g), filing(UUID.randomUUID()))))
                .isEqualTo("urn:whistle:problem:not-your-assignment");
        assertThat(Api.post(Api.manager("gas"), appeals(g), filing(g.lead)).statusCode())
                .isEqualTo(404);
        assertThat(Api.post(Api.handler("water"), appeals(g), filing(g.lead)).statusCode())
                .isEqualTo(403);
        assertThat(Api.post(MANAGER, appeals(g), filing(g.lead)).statusCode()).isEqualTo(201);
        assertThat(type(Api.post(MANAGER, appeals(g), filing(g.lead))))
                .isEqualTo("urn:whistle:problem:appealed-already");

        Given late = closed();
        clock.advance(Duration.ofDays(15));
        Response tooLate = Api.post(MANAGER, appeals(late), filing(late.lead));
        assertThat(type(tooLate)).isEqualTo("urn:whistle:problem:too-late-to-appeal");
        assertThat(tooLate.<String>path("detail")).containsPattern("20\\d\\d-\\d\\d-\\d\\d 00:00");
    }

    @Test
    void onlyTheRightLevel_decides_andOnlyOnWhatWasRead() {
        Given g = closed();
        Response filed = Api.post(MANAGER, appeals(g), filing(g.lead));
        String decision = appeals(g) + "/" + filed.path("id") + "/decision";
        String etag = filed.header("ETag");
        Tokens own = Tokens.forAccount("m-water")
                .roles("manager", "dispatcher")
                .areas(Api.STREET)
                .department("water");
        Tokens elsewhere = Tokens.forAccount("street-2").roles("dispatcher").areas("370102008");

        assertThat(type(Api.post(own, decision, etag, verdict(true)))).isEqualTo("urn:whistle:problem:own-appeal");
        assertThat(type(Api.post(Api.supervisor(), decision, etag, verdict(true))))
                .isEqualTo("urn:whistle:problem:not-your-level");
        assertThat(Api.post(elsewhere, decision, etag, verdict(true)).statusCode())
                .isEqualTo(404);
        assertThat(Api.post(MANAGER, decision, etag, verdict(true)).statusCode())
                .isEqualTo(403);
        assertThat(Api.post(Api.dispatcher(), decision, verdict(true)).statusCode())
                .isEqualTo(428);
        Response stale = Api.post(Api.dispatcher(), decision, "\"7\"", verdict(true));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo(etag);
        assertThat(type(Api.post(
                        MANAGER, appeals(g) + "/" + filed.path("id") + "/second-level", etag, "{\"reason\": \"x\"}")))
                .isEqualTo("urn:whistle:problem:no-refusal-to-appeal");
        assertThat(Api.get(Api.dispatcher(), appeals(g) + "/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        assertThat(excused(g.lead)).isFalse();
    }

    @Test
    void badBodies_nameTheirFields_inBothLanguages() {
        Given g = closed();
        Response filed = Api.post(MANAGER, appeals(g), filing(g.lead));
        String decision = appeals(g) + "/" + filed.path("id") + "/decision";

        Response nothing = Api.post(MANAGER, appeals(g), "{}");
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.<List<String>>path("errors.field")).containsExactly("assignmentId", "reason");
        assertThat(Api.in("zh-CN", MANAGER, "{}")
                        .post("/api/feedback" + appeals(g))
                        .asString())
                .contains("必须指明超期的任务", "必须说明理由");
        Response silent = Api.post(Api.dispatcher(), decision, filed.header("ETag"), "{\"reason\": \"x\"}");
        assertThat(silent.<List<String>>path("errors.field")).containsExactly("excused");
        assertThat(Api.post(
                                Api.dispatcher(),
                                decision,
                                filed.header("ETag"),
                                "{\"excused\": true, \"reason\": \"" + "x".repeat(2001) + "\"}")
                        .<List<String>>path("errors.field"))
                .containsExactly("reason");
        for (String query : List.of("state=x", "level=3", "level=one", "limit=0", "cursor=zzz")) {
            assertThat(Api.get(Api.supervisor(), "/appeals?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void list_pagesOn_andShowsADepartmentItsOwn() {
        Given one = closed();
        Given two = closed();
        Api.post(MANAGER, appeals(one), filing(one.lead));
        Api.post(MANAGER, appeals(two), filing(two.lead));

        Response page = Api.get(Api.supervisor(), "/appeals?limit=1");
        assertThat(page.<List<Object>>path("items")).hasSize(1);
        Response next = Api.get(Api.supervisor(), page.<String>path("next").substring("/api/feedback".length()));
        assertThat(next.<String>path("items[0].id")).isNotEqualTo(page.<String>path("items[0].id"));
        assertThat(Api.get(MANAGER, "/appeals?limit=200").<List<String>>path("items.ticketId"))
                .contains(one.ticketId.toString(), two.ticketId.toString());
        assertThat(Api.get(Api.manager("gas"), "/appeals?limit=200").<List<String>>path("items.ticketId"))
                .isEmpty();
    }
}
