package org.whistle.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.whistle.district.District;

/**
 * One matter in one grid, as its users carry it along: each step is a call by the account given, and waits first for
 * what the step needs another service to have heard.
 */
public final class Matter {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Whistle whistle;
    private final String grid;
    private final Map<String, Object> position;
    private String ticket = "";

    /** @param grid 15-digit code of the grid it lies in */
    public Matter(Whistle whistle, String grid) {
        this.whistle = whistle;
        this.grid = grid;
        this.position = pointIn(grid);
    }

    /** The ticket's id, once reported. */
    public String ticket() {
        return ticket;
    }

    /** The grid worker of its grid. */
    public User gridWorker() {
        return whistle.as("grid-" + grid);
    }

    /** The dispatcher of its street. */
    public User dispatcher() {
        return whistle.as("dispatcher-" + grid.substring(6, 9));
    }

    /** A point within its grid, WGS 84. */
    public Map<String, Object> position() {
        return position;
    }

    /** Reading the district takes a while, so once for all reports. */
    private static Map<String, Object> pointIn(String grid) {
        Coordinate point = District.sample()
                .place(grid)
                .orElseThrow()
                .area()
                .getInteriorPoint()
                .getCoordinate();
        return Map.of("longitude", point.x, "latitude", point.y, "datum", "wgs84");
    }

    /** The branch of its residential area. */
    public User branch() {
        return whistle.as("branch-" + grid.substring(0, 12));
    }

    /** Its community. */
    public User community() {
        return whistle.as("community-" + grid.substring(0, 12));
    }

    /** A report's body as a grid worker sends it. */
    public Map<String, Object> body(String type, String condition) {
        Map<String, Object> body = new HashMap<>();
        body.put("clientId", UUID.randomUUID().toString());
        body.put("type", type);
        body.put("condition", condition);
        body.put("matter", "coordination");
        body.put("text", "人行道上井盖断裂，行人有跌落危险");
        body.put("position", position());
        body.put("address", "甸柳新村一区 3 号楼东侧");
        return body;
    }

    /** The grid worker reports it. */
    public Answer report(Map<String, Object> body) {
        Answer filed = gridWorker().post("/api/intake/reports", body).expect(201);
        ticket = filed.field("id").orElseThrow();
        return filed;
    }

    /** A level of the chain passes it up. @param version how often it was changed before */
    public Answer passUp(User level, int version) {
        String path = "/api/intake/matters/" + ticket;
        return level.decide(path, "\"" + version + "\"", path + "/passing-up", Map.of("reason", "现场协调未能解决，须由产权单位处置"))
                .expectSuccess();
    }

    /** Waits until a department has an assignment in a state, and reads it. */
    public Answer assignment(User handler, String state) {
        Answer list = handler.await(
                "/api/department/assignments?ticket=" + ticket, PATIENCE, answer -> find(answer, state) != null);
        JsonNode item = Objects.requireNonNull(find(list, state));
        return handler.get("/api/department/assignments/" + item.path("id").asText())
                .expect(200);
    }

    private static @Nullable JsonNode find(Answer list, String state) {
        for (JsonNode item : list.json().path("items")) {
            if (item.path("state").asText().equals(state)) {
                return item;
            }
        }
        return null;
    }

    /** A command on an assignment as it was read. */
    public Answer handle(User handler, Answer assignment, String command, Map<String, Object> body) {
        String path = "/api/department/assignments/" + assignment.field("id").orElseThrow();
        return handler.decide(path, assignment.version(), path + "/" + command, body)
                .expectSuccess();
    }

    /** The department accepts and confirms that it is handled. */
    public Answer acceptAndComplete(User handler) {
        Answer accepted = handle(handler, assignment(handler, "issued"), "acceptance", Map.of());
        return complete(handler, accepted);
    }

    /** The department confirms that it is handled. */
    public Answer complete(User handler, Answer accepted) {
        return handle(handler, accepted, "completion", Map.of("result", "已更换新井盖并压实周边", "photos", List.of()));
    }

    /** Waits until the supervision side has the loop in a state, and reads it. */
    public Answer loop(User reader, String state) {
        return reader.await("/api/feedback/loops/" + ticket, PATIENCE, answer -> answer.field("loop", "state")
                .orElse("")
                .equals(state));
    }

    /** The grid worker verifies on site. */
    public Answer verify(String outcome, List<String> photos) {
        Answer loop = loop(gridWorker(), "awaiting-verification");
        String path = "/api/feedback/loops/" + ticket;
        return gridWorker()
                .decide(
                        path,
                        loop.version(),
                        path + "/verification",
                        Map.of("outcome", outcome, "note", "现场查看", "position", position(), "photos", photos))
                .expectSuccess();
    }

    /** The reporter is called back. */
    public Answer callBack(User callAgent, boolean solved) {
        Answer loop = loop(callAgent, "awaiting-answer");
        String path = "/api/feedback/loops/" + ticket;
        return callAgent
                .decide(
                        path,
                        loop.version(),
                        path + "/callback",
                        Map.of(
                                "channel",
                                "phone",
                                "contacted",
                                true,
                                "solved",
                                solved,
                                "satisfaction",
                                solved ? "satisfied" : "unsatisfied",
                                "comment",
                                solved ? "修得很快" : "第二天又松了"))
                .expectSuccess();
    }

    /** Waits until the street sees the ticket in a state, and reads it. */
    public Answer ticket(User reader, String state) {
        return reader.await("/api/dispatch/tickets/" + ticket, PATIENCE, answer -> answer.field("state")
                .orElse("")
                .equals(state));
    }
}
