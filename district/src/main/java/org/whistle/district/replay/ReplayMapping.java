package org.whistle.district.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.whistle.district.DistrictException;
import org.whistle.district.Problem;

/** What another city's complaint types mean in this catalogue. Complaints without a row are to be filed unclassified. */
public final class ReplayMapping {

    private static final String BUNDLED = "nyc311-mapping.csv";
    private static final Set<String> MATTERS = Set.of("routine", "coordination", "prominent", "emergency");

    private final Map<Complaint, Target> targets;

    private ReplayMapping(Map<Complaint, Target> targets) {
        this.targets = Collections.unmodifiableMap(targets);
    }

    /**
     * What a row is for.
     *
     * @param complaintType the other city's complaint type
     * @param descriptor its finer descriptor; empty = any without a row of its own
     */
    public record Complaint(String complaintType, String descriptor) {}

    /**
     * What a row says.
     *
     * @param type code of the issue type
     * @param condition letter of the condition
     * @param matter {@code routine}, {@code coordination}, {@code prominent} or {@code emergency}
     */
    public record Target(String type, String condition, String matter) {}

    /** The mapping that comes with the software, for New York's 311 requests. */
    public static ReplayMapping bundled() {
        return ReplayFiles.bundled(BUNDLED, rows -> read(BUNDLED, rows));
    }

    /**
     * A mapping file: {@code complaint_type,descriptor,type,condition,matter}.
     *
     * @throws DistrictException with every row that is wrong
     * @throws IOException when the file cannot be read
     */
    public static ReplayMapping read(Path file) throws IOException {
        return ReplayFiles.read(file, rows -> read(file.getFileName().toString(), rows));
    }

    /** What a complaint means here: the row of its descriptor, else that of its type; empty when it fits no type. */
    public Optional<Target> target(String complaintType, String descriptor) {
        Target exact = targets.get(new Complaint(complaintType, descriptor));
        return Optional.ofNullable(exact != null ? exact : targets.get(new Complaint(complaintType, "")));
    }

    /** Every row, in the order of the file. */
    public Map<Complaint, Target> targets() {
        return targets;
    }

    private static ReplayMapping read(String file, Iterable<CSVRecord> rows) {
        Map<Complaint, Target> targets = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        int line = 1;
        for (CSVRecord row : rows) {
            line++;
            Complaint complaint = new Complaint(row.get("complaint_type"), row.get("descriptor"));
            Target target = new Target(row.get("type"), row.get("condition"), row.get("matter"));
            if (!MATTERS.contains(target.matter())) {
                problems.add(new Problem(file, line, "matter", "未知事项类别", "unknown matter: " + target.matter()));
            }
            if (targets.put(complaint, target) != null) {
                problems.add(new Problem(file, line, "descriptor", "重复的行", "the row is there twice"));
            }
        }
        if (!problems.isEmpty()) {
            throw new DistrictException(problems);
        }
        return new ReplayMapping(targets);
    }
}
