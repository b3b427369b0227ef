package org.whistle.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whistle.contracts.Topics;
import org.whistle.contracts.Urgency;
import org.whistle.contracts.assignment.AssignmentContinued;
import org.whistle.contracts.assignment.AssignmentIssued;
import org.whistle.contracts.assignment.AssignmentRecalled;
import org.whistle.contracts.assignment.AssignmentReworked;
import org.whistle.contracts.assignment.AssignmentSettled;
import org.whistle.contracts.dispatch.HandlingPaused;
import org.whistle.contracts.dispatch.ReturnRefused;
import org.whistle.contracts.dispatch.ReworkAssigned;
import org.whistle.contracts.dispatch.TicketDispatched;
import org.whistle.contracts.dispatch.TicketNotAccepted;
import org.whistle.contracts.dispatch.TicketQueued;
import org.whistle.contracts.dispatch.Why;
import org.whistle.contracts.feedback.TicketClosed;
import org.whistle.testkit.Database;
import org.whistle.testkit.Journal;
import org.whistle.testkit.Story;
import org.whistle.testkit.TopicReader;
import org.whistle.testkit.WithWhistle;

/** A ticket's life on the real broker and the real database. */
@QuarkusTest
@WithWhistle(service = "dispatch")
class TicketLifeTest extends ServiceTest {

    @Test
    void report_becomesADispatchedTicket_andAnAssignment() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        TicketDispatched dispatched = events.await(TicketDispatched.class, story.ticketId());
        assertThat(dispatched.lead().department()).isEqualTo("water-supply");
        assertThat(dispatched.lead().handle().dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
        AssignmentIssued issued = issued("water-supply", story.ticketId(), 1);
        assertThat(issued.assignmentId()).isEqualTo(dispatched.lead().assignmentId());
        assertThat(issued.returnsLeft()).isEqualTo(1);
        assertThat(issued.returnBy()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        as(dispatcher())
                .get("/api/dispatch/tickets/" + story.ticketId())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("dispatched"))
                .body("legs", hasSize(1))
                .body("legs[0].department", equalTo("water-supply"))
                .body("availableActions", contains("dispatch", "whistles", "identification"));
        as(dispatcher())
                .header("Accept-Language", "en")
                .get("/api/dispatch/tickets/" + story.ticketId() + "/reason")
                .then()
                .statusCode(200)
                .body("rule", equalTo("R-C0101-a"))
                .body("policyVersion", equalTo(Districts.SAMPLE.version()))
                .body("facts.type", equalTo("C0101"))
                .body("text", containsString("Water supply company leads"));
    }

    @Test
    void unclassifiedReport_waitsInTheQueue_andAPersonDispatchesIt() {
        Story story = Story.begin();
        journal.publish(story.report().unclassified().build());
        TicketQueued queued = events.await(TicketQueued.class, story.ticketId());
        assertThat(queued.reason()).isEqualTo(TicketQueued.Reason.UNCLASSIFIED);
        as(dispatcher())
                .get("/api/dispatch/queue?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(story.ticketId().toString()))
                .body("items.find { it.id == '" + story.ticketId() + "' }.dispatchSecondsLeft", lessThanOrEqualTo(900));
        long version = version(story.ticketId());
        String path = "/tickets/" + story.ticketId() + "/dispatch";
        post(dispatcher(), path, version, Map.of("lead", "power", "reason", "看起来是电力井盖"))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:whistle:problem:classification-required"));
        post(
                        dispatcher(),
                        path,
                        version,
                        Map.of(
                                "lead", "power",
                                "cooperating", List.of("urban-management"),
                                "type", "C0105",
                                "condition", "a",
                                "reason", "看起来是电力井盖"))
                .statusCode(200)
                .header("ETag", "\"" + (version + 1) + "\"")
                .body("lead", equalTo("power"));
        TicketDispatched dispatched = events.await(TicketDispatched.class, story.ticketId());
        assertThat(dispatched.why().basis()).isEqualTo(Why.Basis.MANUAL);
        assertThat(dispatched.why().decidedBy().account()).isEqualTo("dispatcher-009");
        assertThat(issued("urban-management", story.ticketId(), 1).otherDepartments())
                .containsExactly("power");
        post(dispatcher(), path, version, Map.of("lead", "gas", "reason", "x")).statusCode(412);
    }

    @Test
    void matterOfAnotherChannel_isNotAccepted() {
        Story story = Story.begin();
        journal.publish(story.report().unclassified().build());
        long version = awaitState(story.ticketId(), "queued");
        post(
                        dispatcher(),
                        "/tickets/" + story.ticketId() + "/non-acceptance",
                        version,
                        Map.of("channel", "人民法院", "explanation", "此事已进入诉讼。"))
                .statusCode(200)
                .body("state", equalTo("not-accepted"));
        assertThat(events.await(TicketNotAccepted.class, story.ticketId()).channel())
                .isEqualTo("人民法院");
    }

    @Test
    void returnApproved_goesToAnotherBody_withAFreshClock() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        AssignmentIssued first = issued("water-supply", story.ticketId(), 1);
        UUID returnId = requestReturn(first, story.minute(20));
        assertThat(events.await(HandlingPaused.class, story.ticketId()).pausedAt())
                .isEqualTo(story.minute(20));
        long version = awaitState(story.ticketId(), "return-pending");
        as(dispatcher())
                .get("/api/dispatch/returns?state=pending&limit=200")
                .then()
                .statusCode(200)
                .body("items.request.id", hasItem(returnId.toString()));
        clock.stopAt(story.minute(30));
        String returns = "/tickets/" + story.ticketId() + "/returns/" + returnId;
        post(dispatcher(), returns + "/approval", version, Map.of("reason", "是污水井盖", "lead", "drainage"))
                .statusCode(200)
                .body("round", equalTo(2));
        AssignmentIssued second = issued("drainage", story.ticketId(), 2);
        assertThat(second.handle().startedAt()).isEqualTo(story.minute(30));
        assertThat(second.handle().dueAt()).isEqualTo(story.minute(150));
        try (TopicReader assigned = TopicReader.fromBeginning(Topics.assigned("water-supply"))) {
            assertThat(assigned.await(AssignmentRecalled.class, story.ticketId())
                            .cause())
                    .isEqualTo(AssignmentRecalled.Cause.RETURN_APPROVED);
        }
        post(dispatcher(), returns + "/refusal", version, Map.of("reason", "x")).statusCode(412);
        post(dispatcher(), returns + "/refusal", version + 1, Map.of("reason", "x"))
                .statusCode(409);
    }

    @Test
    void returnApprovedWithoutALead_goesToTheQueue() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        UUID returnId = requestReturn(issued("water-supply", story.ticketId(), 1), story.minute(20));
        long version = awaitState(story.ticketId(), "return-pending");
        post(
                        dispatcher(),
                        "/tickets/" + story.ticketId() + "/returns/" + returnId + "/approval",
                        version,
                        Map.of("reason", "是污水井盖"))
                .statusCode(200)
                .body("state", equalTo("queued"));
        assertThat(events.await(TicketQueued.class, story.ticketId()).reason()).isEqualTo(TicketQueued.Reason.RETURNED);
    }

    @Test
    void returnRefused_letsTheClockGoOnWhereItStopped() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        AssignmentIssued first = issued("water-supply", story.ticketId(), 1);
        UUID returnId = requestReturn(first, story.minute(20));
        long version = awaitState(story.ticketId(), "return-pending");
        clock.stopAt(story.minute(50));
        post(
                        dispatcher(),
                        "/tickets/" + story.ticketId() + "/returns/" + returnId + "/refusal",
                        version,
                        Map.of("reason", "有供水标识"))
                .statusCode(200)
                .body("state", equalTo("dispatched"));
        Instant due = first.handle().dueAt().plus(Duration.ofMinutes(30));
        assertThat(events.await(ReturnRefused.class, story.ticketId()).handle().dueAt())
                .isEqualTo(due);
        try (TopicReader assigned = TopicReader.fromBeginning(Topics.assigned("water-supply"))) {
            assertThat(assigned.await(AssignmentContinued.class, story.ticketId())
                            .handle()
                            .dueAt())
                    .isEqualTo(due);
        }
    }

    @Test
    void rework_goesOnWithWhatWasLeft_andReopeningStartsAfresh_andClosingSettles() {
        Story begun = Story.begin();
        journal.publish(begun.reportFiled());
        AssignmentIssued first = issued("water-supply", begun.ticketId(), 1);
        Story story = new Story(
                begun.ticketId(), first.assignmentId(), begun.returnId(), begun.department(), begun.filedAt());
        journal.publish(story.accepted());
        journal.publish(story.completed());
        awaitState(story.ticketId(), "completed");
        clock.stopAt(story.minute(100));
        journal.publish(story.reworkOrdered());
        ReworkAssigned rework = events.await(ReworkAssigned.class, story.ticketId());
        assertThat(rework.handle().dueAt()).isEqualTo(first.handle().dueAt().plus(Duration.ofMinutes(20)));
        try (TopicReader assigned = TopicReader.fromBeginning(Topics.assigned("water-supply"))) {
            assertThat(assigned.await(AssignmentReworked.class, story.ticketId())
                            .handle())
                    .isEqualTo(rework.handle());
            journal.publish(story.completed());
            awaitState(story.ticketId(), "completed");
            clock.stopAt(story.minute(200));
            journal.publish(story.ticketReopened(1));
            AssignmentIssued second = issued("water-supply", story.ticketId(), 2);
            assertThat(second.handle().dueAt()).isEqualTo(story.minute(320));
            assertThat(second.assignmentId()).isNotEqualTo(first.assignmentId());
            journal.publish(story.ticketClosed(TicketClosed.Outcome.SOLVED));
            assigned.awaitAll("settled", 2, received -> received.is(AssignmentSettled.class, story.ticketId()));
        }
        awaitState(story.ticketId(), "closed");
        as(dispatcher())
                .get("/api/dispatch/tickets/" + story.ticketId())
                .then()
                .body("state", equalTo("closed"))
                .body("history.type", hasItem("whistle.dispatch.rework-assigned.v1"))
                .body("history[0].type", equalTo("whistle.intake.report-filed.v1"))
                .body("history[0].data.ticketNo", equalTo(story.reportFiled().ticketNo()));
    }

    @Test
    void sameEventTwice_changesNothing_andGarbageHoldsNothingUp() {
        Story story = Story.begin();
        UUID id = Journal.newId();
        journal.publish(Topics.JOURNAL, id, story.reportFiled());
        journal.publish(Topics.JOURNAL, id, story.reportFiled());
        UUID broken = Journal.newId();
        journal.publishGarbage(Topics.JOURNAL, story.ticketId().toString(), new byte[] {1, 2, 3});
        journal.publishBroken(Topics.JOURNAL, "whistle.intake.report-filed.v1", broken, "{\"ticketId\":7}");
        Story next = Story.begin();
        journal.publish(next.report()
                .classified("C0102", "a", Urgency.U0)
                .asset(null, null)
                .build());
        assertThat(events.await(TicketDispatched.class, next.ticketId()).lead().department())
                .isEqualTo("drainage");
        events.await(TicketDispatched.class, story.ticketId());
        assertThat(events.allAbout(story.ticketId()).stream()
                        .filter(received -> received.is(TicketDispatched.class, story.ticketId())))
                .hasSize(1);
        assertThat(version(story.ticketId())).isEqualTo(1);
        assertThat(Database.of("dispatch")
                        .number("select count(*) from dead_letter where record_key = ?", broken.toString()))
                .isEqualTo(1);
        as(administrator())
                .get("/api/dispatch/dead-letters?limit=200")
                .then()
                .statusCode(200)
                .body("items.key", hasItem(broken.toString()));
    }

    @Test
    void manyEventsOfOneTicket_inOneGo_areTakenInOrder() {
        Story story = Story.begin();
        journal.publish(story.reportFiled());
        journal.publish(story.ticketClosed(TicketClosed.Outcome.UNREACHABLE));
        awaitState(story.ticketId(), "closed");
        events.await(TicketDispatched.class, story.ticketId());
    }
}
