package org.whistle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.whistle.acceptance.client.Answer;
import org.whistle.acceptance.client.Matter;
import org.whistle.acceptance.client.User;
import org.whistle.acceptance.client.Whistle;
import org.whistle.acceptance.demo.ManholeCover;
import org.whistle.acceptance.demo.Steps;

/** The loop of DOMAIN §1 as its users go through it, on the packaged services. */
@Order(1)
class LoopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String GRID = "370102009001002";

    private final Whistle whistle = Running.whistle();
    private final Matter matter = new Matter(whistle, GRID);
    private final User water = whistle.as("water-supply-handler");
    private final User callAgent = whistle.as("call-agent");

    @Test
    void brokenManholeCover_goesThroughTheWholeLoop_eachStepByItsOwnRole() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Matter cover = new ManholeCover(whistle, new Steps(new PrintStream(told, true, StandardCharsets.UTF_8))).run();

        assertThat(types(cover.ticket(cover.dispatcher(), "closed")))
                .containsSubsequence(
                        "whistle.intake.report-filed.v1",
                        "whistle.dispatch.ticket-dispatched.v1",
                        "whistle.department.assignment-accepted.v1",
                        "whistle.department.assignment-completed.v1",
                        "whistle.feedback.verification-passed.v1",
                        "whistle.feedback.reporter-answered.v1",
                        "whistle.feedback.ticket-closed.v1");
        assertThat(told.toString(StandardCharsets.UTF_8)).doesNotContain("王建国").doesNotContain("13800000000");
    }

    @Test
    void reporter_seesWhatBecameOfTheReport() {
        matter.report(matter.body("C0101", "a"));
        matter.acceptAndComplete(water);
        matter.verify("fixed", List.of());
        matter.callBack(callAgent, true);

        Answer fate = matter.gridWorker()
                .await("/api/intake/reports/" + matter.ticket(), PATIENCE, answer -> answer.field("state")
                        .orElse("")
                        .equals("closed"));
        assertThat(fate.text()).contains("water-supply");
    }

    @Test
    void approvedReturn_sendsTheTicketToTheOtherDepartment_withAFreshClock() {
        matter.report(matter.body("C0101", "a"));
        Answer issued = matter.assignment(water, "issued");
        matter.handle(
                water,
                issued,
                "returns",
                Map.of("reason", "该井为雨水井，不归我公司管理", "legalBasis", "市政设施权属登记", "photos", List.of()));
        Answer ticket = matter.ticket(matter.dispatcher(), "return-pending");
        JsonNode pending = first(ticket.json().path("returns"), "state", "pending");
        Answer decided = matter.dispatcher()
                .decide(
                        ticketPath(),
                        ticket.version(),
                        ticketPath() + "/returns/" + pending.path("id").asText() + "/approval",
                        Map.of("reason", "经核实属排水公司", "lead", "drainage"))
                .expectSuccess();

        assertThat(decided.field("state")).contains("dispatched");
        User drainage = whistle.as("drainage-handler");
        Answer other = matter.assignment(drainage, "issued");
        assertThat(Instant.now().until(dueOf(other), ChronoUnit.MINUTES)).isCloseTo(120L, within(2L));
        assertThat(matter.assignment(water, "recalled").status()).isEqualTo(200);
    }

    @Test
    void refusedReturn_leavesTheDepartmentResponsible() {
        matter.report(matter.body("C0101", "a"));
        Answer issued = matter.assignment(water, "issued");
        matter.handle(
                water, issued, "returns", Map.of("reason", "不是我公司的井", "legalBasis", "市政设施权属登记", "photos", List.of()));
        Answer ticket = matter.ticket(matter.dispatcher(), "return-pending");
        JsonNode pending = first(ticket.json().path("returns"), "state", "pending");
        String path = ticketPath() + "/returns/" + pending.path("id").asText() + "/refusal";
        matter.dispatcher()
                .decide(ticketPath(), ticket.version(), path, Map.of("reason", "登记在册，属供水公司"))
                .expectSuccess();

        // Who decides on what was read before somebody else decided is told so.
        assertThat(matter.dispatcher()
                        .post(path, ticket.version(), Map.of("reason", "再次退回"))
                        .status())
                .isEqualTo(412);
        matter.acceptAndComplete(water);
    }

    @Test
    void failedVerification_bringsTheTicketBackToTheSameDepartment_onTheSameClock() {
        matter.report(matter.body("C0101", "a"));
        Instant due = dueOf(matter.assignment(water, "issued"));
        matter.acceptAndComplete(water);
        matter.verify("not-fixed", List.of());

        Answer again = matter.assignment(water, "accepted");
        assertThat(dueOf(again)).isAfterOrEqualTo(due).isCloseTo(due, within(2, ChronoUnit.MINUTES));
        matter.complete(water, again);
        matter.verify("fixed", List.of());
        assertThat(matter.callBack(callAgent, true).field("state")).contains("closed");
    }

    @Test
    void unsolvedAnswer_reopensTheSameTicket() {
        matter.report(matter.body("C0101", "a"));
        matter.acceptAndComplete(water);
        matter.verify("fixed", List.of());
        matter.callBack(callAgent, false);

        Answer again = matter.assignment(water, "issued");
        assertThat(again.json().path("round").asInt()).isEqualTo(2);
        matter.acceptAndComplete(water);
        matter.verify("fixed", List.of());
        assertThat(matter.callBack(callAgent, true).field("state")).contains("closed");
    }

    @Test
    void unclassifiedReport_waitsInTheStreetsQueue_untilAPersonDecides() {
        Map<String, Object> body = matter.body("C0101", "a");
        body.remove("type");
        body.remove("condition");
        matter.report(body);

        Answer queued = matter.ticket(matter.dispatcher(), "queued");
        Answer queue = matter.dispatcher().get("/api/dispatch/queue?limit=200").expect(200);
        assertThat(queue.text()).contains(matter.ticket());
        matter.dispatcher()
                .decide(
                        ticketPath(),
                        queued.version(),
                        ticketPath() + "/dispatch",
                        Map.of(
                                "lead", "water-supply",
                                "cooperating", List.of(),
                                "type", "C0101",
                                "condition", "a",
                                "reason", "现场照片可见供水标识"))
                .expectSuccess();
        assertThat(matter.assignment(water, "issued").field("department")).contains("water-supply");
        assertThat(matter.dispatcher()
                        .get("/api/dispatch/tickets/" + matter.ticket() + "/reason")
                        .text())
                .contains("现场照片可见供水标识");
    }

    private static List<String> types(Answer ticket) {
        return StreamSupport.stream(ticket.json().path("history").spliterator(), false)
                .map(entry -> entry.path("type").asText())
                .toList();
    }

    private static JsonNode first(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("none is " + value + " in " + list));
    }

    private static Instant dueOf(Answer assignment) {
        return OffsetDateTime.parse(assignment.field("handle", "dueAt").orElseThrow())
                .toInstant();
    }

    private String ticketPath() {
        return "/api/dispatch/tickets/" + matter.ticket();
    }
}
