package org.whistle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.whistle.acceptance.client.Answer;
import org.whistle.acceptance.client.Matter;
import org.whistle.acceptance.client.User;
import org.whistle.acceptance.client.Whistle;

/** Matters that several bodies must handle together (DOMAIN.md §3, whistles), on the packaged services. */
class WhistleScenariosTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String[] ASKED = {
        "drainage", "power", "telecom", "gas", "heating", "traffic-police", "urban-management"
    };

    private final Whistle whistle = Running.whistle();
    private final User callAgent = whistle.as("call-agent");
    private final User supervisor = whistle.as("supervisor");

    @Test
    void manholeCoverThatNobodyKnows_isFencedOff_andGoesToWhoClaimsIt_forGood() {
        Matter cover = new Matter(whistle, "370102009002003");
        cover.report(cover.body("C0123", "a"));
        Answer queued = cover.ticket(cover.dispatcher(), "queued");
        assertThat(queued.json().at("/queue/identification/candidates")).hasSize(8);
        command(
                cover,
                queued,
                "identification",
                Map.of("subject", "井盖标识不清，无法辨认权属", "venue", "甸新东路路口", "reason", "登记簿中查不到"));

        User enforcement = whistle.as("law-enforcement-handler");
        Answer fence = cover.assignment(enforcement, "issued");
        assertThat(fence.field("task")).contains("make-safe");
        assertThat(hoursFrom(fence, "/handle/startedAt", "/handle/dueAt")).isEqualTo(2);
        cover.complete(enforcement, cover.handle(enforcement, fence, "acceptance", Map.of()));
        for (String body : ASKED) {
            User asked = whistle.as(body + "-handler");
            Answer question = cover.assignment(asked, "issued");
            assertThat(question.field("task")).contains("identify");
            assertThat(hoursFrom(question, "/handle/startedAt", "/handle/dueAt"))
                    .isEqualTo(24);
            cover.handle(asked, question, "ownership", Map.of("mine", false, "basis", "管网图上无此井"));
        }
        User water = whistle.as("water-supply-handler");
        cover.handle(water, cover.assignment(water, "issued"), "ownership", Map.of("mine", true, "basis", "井内为供水阀门"));

        Answer repair = cover.assignment(water, "issued");
        assertThat(repair.json().path("round").asInt()).isEqualTo(2);
        assertThat(repair.field("task")).isEmpty();
        cover.acceptAndComplete(water);
        User street = whistle.as("street-009");
        cover.acceptAndComplete(street);
        cover.verify("fixed", List.of());
        assertThat(cover.callBack(callAgent, true).field("state")).contains("closed");

        // The district has learnt whose it is: the next report from there asks nobody.
        Matter again = new Matter(whistle, "370102009002003");
        again.report(again.body("C0123", "a"));
        Answer direct = again.ticket(again.dispatcher(), "dispatched");
        assertThat(direct.json().at("/legs/0/department").asText()).isEqualTo("water-supply");
    }

    @Test
    void blockedFireLane_isWhistledFor_eachBodySignsChecksInReportsAndIsRated_andOneReturnLeavesTheOthersAlone() {
        Matter lane = new Matter(whistle, "370102009003001");
        lane.report(lane.body("E0496x", "a"));
        Answer dispatched = lane.ticket(lane.dispatcher(), "dispatched");
        Instant now = Instant.now();
        Answer refused = lane.dispatcher()
                .decide(
                        ticket(lane),
                        dispatched.version(),
                        path(lane, "whistles"),
                        whistle(lane, "emergency", now.minus(2, ChronoUnit.HOURS), "fire", List.of("police")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field("type")).contains("urn:whistle:problem:whistle-past");
        command(
                lane,
                dispatched,
                "whistles",
                whistle(lane, "emergency", now.plusSeconds(60), "fire", List.of("traffic-police", "law-enforcement")));

        User fire = whistle.as("fire-handler");
        User traffic = whistle.as("traffic-police-handler");
        User enforcement = whistle.as("law-enforcement-handler");
        Answer fireLeg = lane.assignment(fire, "issued");
        assertThat(fireLeg.json().at("/whistle/kind").asText()).isEqualTo("emergency");
        assertThat(lane.dispatcher()
                        .get("/api/dispatch/whistles?street=370102009")
                        .expect(200)
                        .text())
                .contains(lane.ticket());

        Answer signed = lane.handle(fire, fireLeg, "acceptance", Map.of());
        Answer far = fire.decide(
                assignment(signed),
                signed.version(),
                assignment(signed, "check-in"),
                Map.of("position", Map.of("longitude", 117.09, "latitude", 36.68, "datum", "wgs84")));
        assertThat(far.status()).as("two kilometres away").isIn(409, 422);
        assertThat(far.text()).contains("500");
        Answer there = lane.handle(fire, signed, "check-in", Map.of("position", lane.position()));
        lane.complete(fire, there);

        Answer trafficLeg = lane.assignment(traffic, "issued");
        lane.handle(
                traffic,
                trafficLeg,
                "returns",
                Map.of("reason", "小区内部道路", "legalBasis", "道路交通安全法第二条", "photos", List.of()));
        Answer pending = lane.ticket(lane.dispatcher(), "return-pending");
        command(
                lane,
                pending,
                "returns/" + pending.json().at("/returns/0/id").asText() + "/approval",
                Map.of("reason", "小区内部道路不属交警"));
        Answer enforcementLeg =
                lane.handle(enforcement, lane.assignment(enforcement, "issued"), "acceptance", Map.of());
        lane.complete(
                enforcement, lane.handle(enforcement, enforcementLeg, "check-in", Map.of("position", lane.position())));

        Answer completed = lane.ticket(lane.dispatcher(), "completed");
        String leg = fireLeg.field("id").orElseThrow();
        Answer rated =
                command(lane, completed, "legs/" + leg + "/rating", Map.of("rating", "satisfied", "comment", "到场及时"));
        assertThat(lane.dispatcher()
                        .decide(
                                ticket(lane),
                                rated.version(),
                                path(lane, "legs/" + leg + "/rating"),
                                Map.of("rating", "fair"))
                        .status())
                .isEqualTo(409);
        lane.verify("fixed", List.of());
        assertThat(lane.callBack(callAgent, true).field("state")).contains("closed");
    }

    @Test
    void burstMain_inAHolidayWeek_alarmsThreeLevels_andIsTrackedUntilSafe_onAClockThatKnowsNoHolidays() {
        Matter main = new Matter(whistle, "370102009001002");
        Map<String, Object> body = main.body("C0101", "a");
        body.put("matter", "emergency");
        body.put("text", "主管道爆裂，路面塌陷，多户停水");
        main.report(body);
        String alarm = "/api/intake/alarms/" + main.ticket();
        User community = whistle.as("community-370102009001");
        Answer raised = main.dispatcher().get(alarm).expect(200);
        Answer one = main.dispatcher()
                .decide(alarm, raised.version(), alarm + "/acknowledgement", Map.of())
                .expectSuccess();
        Answer two = community
                .decide(alarm, one.version(), alarm + "/acknowledgement", Map.of())
                .expectSuccess();
        assertThat(community
                        .decide(alarm, two.version(), alarm + "/acknowledgement", Map.of())
                        .status())
                .isIn(409, 422);
        Answer three = supervisor
                .decide(alarm, two.version(), alarm + "/acknowledgement", Map.of())
                .expectSuccess();
        main.dispatcher()
                .decide(alarm, three.version(), alarm + "/safe", Map.of("note", "已关阀、围挡，无人员受伤"))
                .expectSuccess();

        User water = whistle.as("water-supply-handler");
        assertThat(hoursFrom(main.assignment(water, "issued"), "/handle/startedAt", "/handle/dueAt"))
                .isEqualTo(2);
        // The same clock, asked for the week of National Day: working time stands still, urgent time does not.
        assertThat(due(main, "1wd")).isEqualTo(Instant.parse("2025-10-09T08:00:00Z"));
        assertThat(due(main, "2uh")).isEqualTo(Instant.parse("2025-09-30T10:00:00Z"));
        main.acceptAndComplete(water);
        main.verify("fixed", List.of());
        assertThat(main.callBack(callAgent, true).field("state")).contains("closed");
    }

    @Test
    void wageDispute_returnedTwice_isSettledByAConsultation_whoseDecisionBinds() {
        Matter wages = new Matter(whistle, "370102009004001");
        wages.report(wages.body("S02", "a"));
        User labour = whistle.as("labour-handler");
        User housing = whistle.as("housing-handler");
        returned(wages, labour, "属建设领域欠薪");
        Answer first = wages.ticket(wages.dispatcher(), "return-pending");
        command(
                wages,
                first,
                "returns/" + pendingReturn(first) + "/approval",
                Map.of("reason", "工程项目欠薪由住建部门牵头", "lead", "housing"));
        returned(wages, housing, "属劳动监察职责");
        Answer second = wages.ticket(wages.dispatcher(), "return-pending");
        Answer refused = wages.dispatcher()
                .decide(
                        ticket(wages),
                        second.version(),
                        path(wages, "returns/" + pendingReturn(second) + "/approval"),
                        Map.of("reason", "再改派", "lead", "police"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.field("type")).contains("urn:whistle:problem:consultation-required");

        Answer called = command(
                wages,
                second,
                "consultations",
                Map.of(
                        "departments",
                        List.of("labour", "housing"),
                        "subject",
                        "欠薪由谁牵头",
                        "venue",
                        "街道办事处二楼会议室",
                        "meetAt",
                        Instant.now().plusSeconds(3600).toString()));
        Answer open = wages.dispatcher()
                .get("/api/dispatch/tickets/" + wages.ticket())
                .expect(200);
        String consultation = open.json().at("/consultations/0/id").asText();
        command(
                wages,
                called,
                "consultations/" + consultation + "/conclusion",
                Map.of("minutes", "由人社部门牵头，住建配合", "lead", "labour", "cooperating", List.of("housing")));

        Answer binding = wages.assignment(labour, "issued");
        Answer again = labour.decide(
                assignment(binding),
                binding.version(),
                assignment(binding, "returns"),
                Map.of("reason", "再次退回", "legalBasis", "无", "photos", List.of()));
        assertThat(again.status()).as("the decision binds").isIn(409, 422);
        wages.acceptAndComplete(labour);
        wages.acceptAndComplete(housing);
        wages.verify("fixed", List.of());
        assertThat(wages.callBack(callAgent, true).field("state")).contains("closed");
    }

    @Test
    void extensionAndSuspension_goThroughTheManagerToTheStreet_andMoveTheClock() {
        Matter matter = new Matter(whistle, "370102009005001");
        matter.report(matter.body("C0123", "c"));
        Answer queued = matter.ticket(matter.dispatcher(), "queued");
        command(matter, queued, "dispatch", Map.of("lead", "heating", "reason", "热力井"));
        User handler = whistle.as("heating-handler");
        User manager = whistle.as("heating-manager");
        Answer accepted = matter.handle(handler, matter.assignment(handler, "issued"), "acceptance", Map.of());
        Instant due = Instant.parse(accepted.json().at("/handle/dueAt").asText());
        Answer asked = matter.handle(handler, accepted, "extensions", Map.of("reason", "备件周三到货"));
        String request = asked.json().at("/request/id").asText();
        Answer endorsed = matter.handle(manager, asked, "requests/" + request + "/endorsement", Map.of());
        Answer listed = matter.dispatcher()
                .await("/api/dispatch/requests?kind=extension&state=pending", PATIENCE, answer -> answer.text()
                        .contains(matter.ticket()));
        assertThat(listed.text()).contains("备件周三到货");
        Answer ticket = matter.dispatcher()
                .get("/api/dispatch/tickets/" + matter.ticket())
                .expect(200);
        command(matter, ticket, "requests/" + request + "/approval", Map.of("reason", "同意"));

        Answer extended = handler.await(
                "/api/department/assignments/" + endorsed.field("id").orElseThrow(), PATIENCE, answer -> Instant.parse(
                                answer.json().at("/handle/dueAt").asText())
                        .isAfter(due));
        Answer rest = matter.handle(
                manager,
                extended,
                "suspensions",
                Map.of(
                        "reason",
                        "待管网改造",
                        "until",
                        Instant.now().plus(30, ChronoUnit.DAYS).toString()));
        String second = rest.json().at("/request/id").asText();
        Answer pending = matter.dispatcher()
                .await("/api/dispatch/tickets/" + matter.ticket(), PATIENCE, answer -> answer.text()
                        .contains(second));
        command(matter, pending, "requests/" + second + "/approval", Map.of("reason", "同意挂账"));
        Answer suspended = matter.assignment(handler, "suspended");
        assertThat(handler.decide(
                                assignment(suspended),
                                suspended.version(),
                                assignment(suspended, "completion"),
                                Map.of("result", "x", "photos", List.of()))
                        .status())
                .as("nobody handles meanwhile")
                .isEqualTo(409);
        Answer standing = matter.dispatcher()
                .get("/api/dispatch/tickets/" + matter.ticket())
                .expect(200);
        command(matter, standing, "suspensions/" + second + "/end", Map.of("reason", "提前具备条件"));
        matter.complete(handler, matter.assignment(handler, "accepted"));
        matter.verify("fixed", List.of());
        assertThat(matter.callBack(callAgent, true).field("state")).contains("closed");
    }

    private void returned(Matter matter, User department, String reason) {
        matter.handle(
                department,
                matter.assignment(department, "issued"),
                "returns",
                Map.of("reason", reason, "legalBasis", "三定方案", "photos", List.of()));
    }

    private static String pendingReturn(Answer ticket) {
        for (JsonNode each : ticket.json().path("returns")) {
            if (each.path("state").asText().equals("pending")) {
                return each.path("id").asText();
            }
        }
        throw new AssertionError("no return waits in " + ticket);
    }

    private static Instant due(Matter matter, String limit) {
        Answer answer = matter.dispatcher()
                .get("/api/dispatch/worktime/due?start=2025-09-30T16:00:00%2B08:00&limit=" + limit)
                .expect(200);
        return Instant.parse(answer.field("dueAt").orElseThrow());
    }

    private static Map<String, Object> whistle(
            Matter matter, String kind, Instant meetAt, String lead, List<String> invitees) {
        return Map.of(
                "kind",
                kind,
                "subject",
                "消防通道被占用，须同时到场处置",
                "venue",
                "小区南门",
                "position",
                Map.of(
                        "longitude", matter.position().get("longitude"),
                        "latitude", matter.position().get("latitude")),
                "meetAt",
                meetAt.truncatedTo(ChronoUnit.SECONDS).toString(),
                "lead",
                lead,
                "invitees",
                invitees,
                "reason",
                "涉及多个部门");
    }

    private static Answer command(Matter matter, Answer read, String command, Map<String, Object> body) {
        return matter.dispatcher()
                .decide(ticket(matter), read.version(), path(matter, command), body)
                .expectSuccess();
    }

    private static String path(Matter matter, String command) {
        return ticket(matter) + "/" + command;
    }

    private static String ticket(Matter matter) {
        return "/api/dispatch/tickets/" + matter.ticket();
    }

    private static String assignment(Answer assignment, String command) {
        return assignment(assignment) + "/" + command;
    }

    private static String assignment(Answer assignment) {
        return "/api/department/assignments/" + assignment.field("id").orElseThrow();
    }

    private static long hoursFrom(Answer answer, String from, String to) {
        return Duration.between(
                        Instant.parse(answer.json().at(from).asText()),
                        Instant.parse(answer.json().at(to).asText()))
                .toHours();
    }
}
