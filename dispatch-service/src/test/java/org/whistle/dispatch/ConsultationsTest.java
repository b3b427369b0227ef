package org.whistle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Actor;
import org.whistle.contracts.Topics;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.dispatch.ConsultationConcluded;
import org.whistle.contracts.dispatch.ConsultationOpened;
import org.whistle.contracts.dispatch.ReturnApproved;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.intake.TicketMerged;
import org.whistle.contracts.intake.TicketUnmerged;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** Consultations and merges over REST, the journal and the departments' topics. */
@QuarkusTest
@WithWhistle(service = "dispatch")
class ConsultationsTest extends ServiceTest {

    @Test
    void disputedTicket_goesThroughAConsultation_whoseDecisionBinds() {
        Story story = Story.begin();
        long version = returnedTwice(story);
        String ticket = "/tickets/" + story.ticketId();
        String second = as(dispatcher())
                .get("/api/dispatch" + ticket)
                .then()
                .statusCode(200)
                .body("consultationRequired", equalTo(true))
                .body("availableActions", hasItem("consultations"))
                .extract()
                .path("returns[1].id");
        post(dispatcher(), ticket + "/returns/" + second + "/approval", version, Map.of("reason", "再改派", "lead", "gas"))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:consultation-required"))
                .body("detail", containsString("会商"));
        post(dispatcher(), ticket + "/consultations", version, call(List.of("water-supply", "drainage")))
                .statusCode(200)
                .header("ETag", "\"" + (version + 1) + "\"");
        ConsultationOpened opened = events.await(ConsultationOpened.class, story.ticketId());
        assertThat(opened.venue()).isEqualTo("二楼会议室");
        String conclusion = ticket + "/consultations/" + opened.consultationId() + "/conclusion";
        as(dispatcher())
                .get("/api/dispatch" + ticket)
                .then()
                .body("consultations[0].state", equalTo("open"))
                .body("consultations[0].departments", contains("water-supply", "drainage"))
                .body("availableActions", hasItem("consultations/" + opened.consultationId() + "/conclusion"));
        clock.stopAt(story.minute(60));
        post(
                        dispatcher(),
                        conclusion,
                        version + 1,
                        Map.of(
                                "minutes", "由燃气公司负责。",
                                "legalBasis", "条例第九条",
                                "lead", "gas",
                                "cooperating", List.of("power")))
                .statusCode(200)
                .body("lead", equalTo("gas"))
                .body("round", equalTo(3));
        assertThat(events.await(ConsultationConcluded.class, story.ticketId()).legalBasis())
                .isEqualTo("条例第九条");
        AssignmentIssued assignment = issued("gas", story.ticketId(), 3);
        assertThat(assignment.returnsLeft()).isZero();
        assertThat(assignment.handle().startedAt()).isEqualTo(story.minute(60));
        assertThat(issued("power", story.ticketId(), 3).returnsLeft()).isZero();
        requestReturn(assignment, story.minute(61));
        assertThat(events.await(ReturnRefused.class, story.ticketId()).reason())
                .contains("What a consultation decided binds");
        awaitState(story.ticketId(), "dispatched");
        as(dispatcher())
                .get("/api/dispatch" + ticket)
                .then()
                .body("consultations[0].state", equalTo("concluded"))
                .body("consultations[0].minutes", equalTo("由燃气公司负责。"))
                .body("consultationRequired", equalTo(false))
                .body(
                        "history.type",
                        hasItems(
                                "whistle.dispatch.consultation-opened.v1",
                                "whistle.dispatch.consultation-concluded.v1"));
    }

    @Test
    void badInput_isRefused_inWords() {
        Story story = Story.begin();
        long version = returnedTwice(story);
        String consultations = "/tickets/" + story.ticketId() + "/consultations";
        post(dispatcher(), consultations, version, Map.of())
                .statusCode(400)
                .body("errors.field", hasItems("departments", "subject", "venue", "meetAt"));
        post(dispatcher(), consultations, version, call(List.of("drainage")))
                .statusCode(400)
                .body("errors.field", hasItem("departments"));
        post(dispatcher(), consultations, version, call(List.of("gas", "water-supply")))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:side-not-heard"))
                .body("detail", containsString("drainage"));
        post(dispatcher(), consultations, version, call(List.of("drainage", "nobody")))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:unknown-department"));
        post(
                        dispatcher(),
                        consultations,
                        version,
                        Map.of(
                                "departments",
                                List.of("drainage", "water-supply"),
                                "subject",
                                "归属",
                                "venue",
                                "二楼会议室",
                                "meetAt",
                                clock.instant().minusSeconds(3600).toString()))
                .statusCode(422)
                .body("type", equalTo("urn:whistle:problem:meeting-past"));
        post(
                        dispatcher(),
                        consultations,
                        version,
                        Map.of(
                                "departments", List.of("drainage", "water-supply"),
                                "subject", "归属",
                                "venue", "二楼会议室",
                                "meetAt", "明天下午"))
                .statusCode(400);
        post(
                        dispatcher(),
                        consultations + "/" + Journal.newId() + "/conclusion",
                        version,
                        Map.of("minutes", "x", "lead", "gas"))
                .statusCode(404)
                .body("type", equalTo("urn:whistle:problem:consultation-unknown"));
        post(
                        dispatcher(),
                        consultations + "/" + Journal.newId() + "/conclusion",
                        version,
                        Map.of("minutes", "x".repeat(4001)))
                .statusCode(400)
                .body("errors.field", hasItems("minutes", "lead"));
        post(dispatcher(), consultations, version, call(List.of("drainage", "water-supply")))
                .statusCode(200);
        post(dispatcher(), consultations, version + 1, call(List.of("drainage", "water-supply")))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:consultation-open"));
        post(dispatcher(), consultations, version, call(List.of("drainage", "water-supply")))
                .statusCode(412);
    }

    @Test
    void mergedTicket_isRecalled_takesNoCommand_andIsRoutedAnewWhenUnmerged() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        AssignmentIssued first = issued("water-supply", story.ticketId(), 1);
        UUID into = Journal.newId();
        Actor community = new Actor("community-1", null);
        journal.publish(new TicketMerged(story.ticketId(), into, "同一井盖", community, story.minute(5)));
        long version = awaitState(story.ticketId(), "merged");
        try (TopicReader assigned = TopicReader.fromBeginning(Topics.assigned("water-supply"))) {
            assertThat(assigned.await(AssignmentRecalled.class, story.ticketId())
                            .assignmentId())
                    .isEqualTo(first.assignmentId());
        }
        String ticket = "/tickets/" + story.ticketId();
        post(dispatcher(), ticket + "/dispatch", version, Map.of("lead", "gas", "reason", "x"))
                .statusCode(409)
                .body("type", equalTo("urn:whistle:problem:ticket-merged"))
                .body("detail", containsString(into.toString()));
        as(dispatcher())
                .get("/api/dispatch" + ticket)
                .then()
                .body("state", equalTo("merged"))
                .body("mergedInto", equalTo(into.toString()))
                .body("availableActions", equalTo(List.of()));
        as(dispatcher())
                .header("Accept-Language", "en")
                .get("/api/dispatch" + ticket + "/reason")
                .then()
                .statusCode(200)
                .body("text", containsString("goes on in that one"));
        as(dispatcher())
                .get("/api/dispatch/tickets?state=merged&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(story.ticketId().toString()));
        clock.stopAt(story.minute(100));
        journal.publish(new TicketUnmerged(story.ticketId(), into, "不是同一井盖", community, story.minute(99)));
        assertThat(issued("water-supply", story.ticketId(), 2).handle().dueAt()).isEqualTo(story.minute(220));
        awaitState(story.ticketId(), "dispatched");
        as(dispatcher())
                .get("/api/dispatch" + ticket)
                .then()
                .body("mergedInto", equalTo(null))
                .body("round", equalTo(2))
                .body("availableActions", not(hasItem("consultations")));
        TicketDispatched again = events.await(TicketDispatched.class, story.ticketId());
        assertThat(again.ticketId()).isEqualTo(story.ticketId());
    }

    /** Water returns it, drainage gets it and returns it too; that one is undecided. */
    private long returnedTwice(Story story) {
        journal.publish(story.reportFiled());
        UUID first = requestReturn(issued("water-supply", story.ticketId(), 1), story.minute(10));
        long version = awaitState(story.ticketId(), "return-pending");
        clock.stopAt(story.minute(11));
        post(
                        dispatcher(),
                        "/tickets/" + story.ticketId() + "/returns/" + first + "/approval",
                        version,
                        Map.of("reason", "是污水井盖", "lead", "drainage"))
                .statusCode(200);
        assertThat(events.await(ReturnApproved.class, story.ticketId()).department())
                .isEqualTo("water-supply");
        AssignmentIssued second = issued("drainage", story.ticketId(), 2);
        requestReturn(second, story.minute(12));
        return awaitState(story.ticketId(), "return-pending");
    }

    private Map<String, ?> call(List<String> departments) {
        Instant meetAt = clock.instant().plusSeconds(3600);
        return Map.of("departments", departments, "subject", "井盖归属", "venue", "二楼会议室", "meetAt", meetAt.toString());
    }
}
