package org.whistle.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.whistle.acceptance.client.Answer;
import org.whistle.acceptance.client.User;
import org.whistle.acceptance.client.Whistle;
import org.whistle.district.Coordinates;
import org.whistle.district.District;
import org.whistle.district.Place;
import org.whistle.district.PlaceIndex;
import org.whistle.district.replay.ReplayMapping;
import org.whistle.district.replay.ReplayRequest;

/**
 * Files the service requests of another city's public 311 data through the public API and shows what became of each.
 * Types are carried over by a mapping file; a request that fits no type is filed unclassified and waits in the
 * street's queue. A position is moved into the sample district by the linear map of the requests' bounding box onto
 * the district's; where that meets a gap at the edge, it is drawn towards the middle until it lies in a grid.
 */
final class Replay {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_TEXT = 2000;
    private static final int PULLS = 40;

    private final Whistle whistle;
    private final Steps steps;
    private final ReplayMapping mapping = ReplayMapping.bundled();
    private final District district = District.sample();
    private final PlaceIndex grids = district.index();

    Replay(Whistle whistle, Steps steps) {
        this.whistle = whistle;
        this.steps = steps;
    }

    /** Replays a CSV file with the columns of NYC Open Data's 311 service requests. */
    void run(Path file) {
        List<ReplayRequest> requests = read(file);
        steps.heading("重放另一城市的 " + requests.size() + " 件真实诉求", requests.size() + " real requests of another city");
        Envelope box = new Envelope();
        requests.forEach(request -> request.position()
                .ifPresent(position -> box.expandToInclude(position.longitude(), position.latitude())));
        User hotline = whistle.as("call-agent");
        User observer = whistle.as("supervisor");
        Map<String, ReplayRequest> filed = new LinkedHashMap<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (ReplayRequest request : requests) {
            if (request.position().isEmpty()) {
                steps.line(row(request, "–", "无位置，未上报 · has no position, not filed"));
                continue;
            }
            Answer answer = file(hotline, request, request.position().get(), box);
            if (answer.field("state").orElse("").equals("opened")) {
                // Put to the residents before it is anybody's ticket.
                String level = answer.field("level").orElseThrow();
                steps.line(row(request, answer.field("type").orElse("–"), "→ " + level));
                outcomes.merge("opened → " + level, 1, Integer::sum);
            } else if (answer.succeeded()) {
                filed.put(answer.field("id").orElseThrow(), request);
            } else {
                steps.line(row(request, "–", "被拒绝 · refused: " + answer.text()));
            }
        }
        filed.forEach((ticket, request) -> outcomes.merge(show(observer, ticket, request), 1, Integer::sum));
        steps.heading("结果", "What became of them");
        outcomes.forEach(steps::detail);
    }

    private Answer file(User hotline, ReplayRequest request, Coordinates position, Envelope box) {
        double[] point = moved(position, box);
        Map<String, Object> body = new HashMap<>();
        body.put("clientId", "nyc311-" + request.key());
        body.put("text", text(request));
        body.put("position", Map.of("longitude", point[0], "latitude", point[1], "datum", "wgs84"));
        if (!request.address().isBlank()) {
            body.put("address", request.address());
        }
        body.put("reporter", Map.of("kind", "hotline"));
        Optional<ReplayMapping.Target> mapped = mapping.target(request.complaintType(), request.descriptor());
        body.put("matter", mapped.map(ReplayMapping.Target::matter).orElse("coordination"));
        mapped.ifPresent(entry -> {
            body.put("type", entry.type());
            body.put("condition", entry.condition());
        });
        return hotline.post("/api/intake/reports", body);
    }

    private String show(User observer, String ticket, ReplayRequest request) {
        Answer answer = observer.await("/api/dispatch/tickets/" + ticket, PATIENCE, found -> found.status() == 200);
        JsonNode json = answer.json();
        String state = json.path("state").asText();
        String lead = json.path("lead").asText("");
        String outcome = lead.isEmpty() || lead.equals("null") ? state : state + " → " + lead;
        steps.line(row(request, json.path("type").asText("–"), outcome));
        return outcome;
    }

    private static String row(ReplayRequest request, String type, String outcome) {
        return "%-10s %-34.34s %-8s %s".formatted(request.key(), request.complaintType(), type, outcome);
    }

    private double[] moved(Coordinates position, Envelope from) {
        Envelope to = district.place(district.info().code())
                .map(Place::area)
                .orElseThrow()
                .getEnvelopeInternal();
        double x = scale(position.longitude(), from.getMinX(), from.getMaxX(), to.getMinX(), to.getMaxX());
        double y = scale(position.latitude(), from.getMinY(), from.getMaxY(), to.getMinY(), to.getMaxY());
        for (int i = 0; i < PULLS && grids.gridAt(x, y).isEmpty(); i++) {
            x += (to.centre().x - x) / 10;
            y += (to.centre().y - y) / 10;
        }
        return new double[] {x, y};
    }

    private static double scale(double value, double fromMin, double fromMax, double toMin, double toMax) {
        return fromMax == fromMin
                ? (toMin + toMax) / 2
                : toMin + (value - fromMin) / (fromMax - fromMin) * (toMax - toMin);
    }

    private static List<ReplayRequest> read(Path file) {
        try {
            return ReplayRequest.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static String text(ReplayRequest request) {
        String text = request.complaintType() + ": " + request.descriptor();
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}
