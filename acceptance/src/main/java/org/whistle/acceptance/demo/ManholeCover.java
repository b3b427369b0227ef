package org.whistle.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.whistle.acceptance.client.Answer;
import org.whistle.acceptance.client.Matter;
import org.whistle.acceptance.client.Pictures;
import org.whistle.acceptance.client.User;
import org.whistle.acceptance.client.Whistle;

/**
 * The matter everybody knows: a broken manhole cover in 甸柳街道. The grid worker reports, the system dispatches to
 * the water company, its handler accepts and repairs, the grid worker verifies on site, the reporter is called back,
 * the ticket closes, and the leader's numbers move.
 */
public final class ManholeCover {

    private static final String GRID = "370102009001001";

    private final Whistle whistle;
    private final Steps steps;
    private final Matter matter;

    public ManholeCover(Whistle whistle, Steps steps) {
        this.whistle = whistle;
        this.steps = steps;
        this.matter = new Matter(whistle, GRID);
    }

    /** Runs it; fails with the answer that was not the one hoped for. */
    public Matter run() {
        steps.heading("甸柳街道：上水井盖破损", "A broken manhole cover in Dianliu street");
        report();
        User handler = whistle.as("water-supply-handler");
        Answer assignment = dispatched(handler);
        handle(handler, assignment);
        verify();
        answer(whistle.as("call-agent"));
        history();
        numbers(whistle.as("leader"));
        return matter;
    }

    private void report() {
        User gridWorker = matter.gridWorker();
        steps.step(gridWorker.account(), "网格员上报：井盖断裂，附照片", "The grid worker reports a cracked cover, with a photo");
        Map<String, Object> body = matter.body("C0101", "a");
        body.put("photos", List.of(upload(gridWorker, "intake", Color.DARK_GRAY)));
        body.put("reporter", Map.of("name", "王建国", "phone", "13800000000", "kind", "resident"));
        Answer filed = matter.report(body);
        steps.detail("ticket", filed.field("ticketNo").orElse("?") + "  " + matter.ticket());
        steps.detail("place", filed.json().path("place"));
    }

    private Answer dispatched(User handler) {
        steps.step("system", "系统按问题性质与管理权限分派", "The system dispatches by the nature of the matter and by authority");
        Answer assignment = matter.assignment(handler, "issued");
        steps.detail("department", assignment.field("department").orElse("?"));
        steps.detail("due", assignment.field("handle", "dueAt").orElse("?"));
        Answer why = matter.dispatcher()
                .get("/api/dispatch/tickets/" + matter.ticket() + "/reason")
                .expect(200);
        steps.detail("why this department", why.text());
        return assignment;
    }

    private void handle(User handler, Answer assignment) {
        steps.step(handler.account(), "供水公司承接", "The water company accepts");
        Answer accepted = matter.handle(handler, assignment, "acceptance", Map.of());
        steps.detail("state", accepted.field("state").orElse("?"));
        steps.step(handler.account(), "更换井盖，上传处置照片并办结", "It replaces the cover and confirms, with a photo");
        String photo = upload(handler, "department", Color.GRAY);
        Answer completed = matter.handle(
                handler, accepted, "completion", Map.of("result", "已更换新井盖并压实周边", "photos", List.of(photo)));
        steps.detail("state", completed.field("state").orElse("?"));
    }

    private void verify() {
        User gridWorker = matter.gridWorker();
        steps.step(gridWorker.account(), "网格员现场核查：已修复", "The grid worker verifies on site: fixed");
        Answer verified = matter.verify("fixed", List.of(upload(gridWorker, "feedback", Color.LIGHT_GRAY)));
        steps.detail("state", verified.field("state").orElse("?"));
    }

    private void answer(User callAgent) {
        steps.step(callAgent.account(), "回访：问题已解决，满意；系统结案", "Call-back: solved and satisfied; the ticket closes");
        steps.detail("state", matter.callBack(callAgent, true).field("state").orElse("?"));
    }

    private void history() {
        User dispatcher = matter.dispatcher();
        steps.step(dispatcher.account(), "街道查看工单全过程", "The street office reads the ticket's whole history");
        for (JsonNode entry : matter.ticket(dispatcher, "closed").json().path("history")) {
            steps.line(entry.path("at").asText() + "  " + entry.path("type").asText());
        }
    }

    private void numbers(User leader) {
        steps.step(leader.account(), "领导查看按期处置率等指标", "The leader reads the rates");
        Answer report =
                leader.get("/api/feedback/sla?groupBy=department&period=day").expect(200);
        for (JsonNode row : report.json().path("rows")) {
            JsonNode rates = row.path("rates");
            steps.line("%-12s %s  %s  %s  %s"
                    .formatted(
                            row.path("group").path("name").asText(),
                            rate("处置 handled", rates.path("handled")),
                            rate("按期 on time", rates.path("handled-on-time")),
                            rate("满意 satisfied", rates.path("satisfaction")),
                            rate("返工 rework", rates.path("rework"))));
        }
    }

    private static String rate(String name, JsonNode rate) {
        return name + " " + rate.path("numerator").asInt() + "/"
                + rate.path("denominator").asInt();
    }

    private static String upload(User user, String service, Color cover) {
        return user.upload("/api/" + service + "/photos", "image/jpeg", Pictures.jpeg(cover))
                .expect(201)
                .field("id")
                .orElseThrow();
    }
}
