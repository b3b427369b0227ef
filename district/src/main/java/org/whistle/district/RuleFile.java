package org.whistle.district;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Changes single rows of a district's CSV files and leaves the others as they stand. */
public final class RuleFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    private static final String[] HOLIDAY_COLUMNS = {"date", "kind", "name", "department"};

    private RuleFile() {}

    /** {@code rules.csv} with a rule added behind the others; a rule with the same id gives way to it. */
    public static byte[] withRule(byte[] rules, RoutingRule rule) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", rule.id());
        row.put("type", rule.type());
        row.put("condition", orBlank(rule.condition()));
        row.put("place", orBlank(rule.place()));
        row.put("asset_owner", orBlank(rule.assetOwner()));
        row.put("lead", rule.lead());
        row.put("cooperating", String.join(";", rule.cooperating()));
        row.put("joint", rule.joint() ? "yes" : "no");
        row.put("priority", Integer.toString(rule.priority()));
        row.put("note_zh", rule.note().zh());
        row.put("note_en", rule.note().en());
        return changed(
                rules,
                old -> !rule.id().equals(old.get("id")),
                List.of(row),
                row.keySet().toArray(String[]::new));
    }

    /** {@code rules.csv} without a rule; empty when there is none with that id. */
    public static Optional<byte[]> withoutRule(byte[] rules, String id) {
        boolean[] found = new boolean[1];
        byte[] changed = changed(
                rules,
                row -> {
                    boolean it = id.equals(row.get("id"));
                    found[0] |= it;
                    return !it;
                },
                List.of(),
                new String[0]);
        return found[0] ? Optional.of(changed) : Optional.empty();
    }

    /** {@code holidays.csv} with a year's days that hold for everybody replaced by these. */
    public static byte[] withYear(byte[] holidays, int year, List<CalendarDay> days) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (CalendarDay day : days) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("date", day.date().toString());
            row.put("kind", day.kind().code());
            row.put("name", day.name());
            row.put("department", orBlank(day.department()));
            rows.add(row);
        }
        return changed(
                holidays,
                row -> LocalDate.parse(row.get("date")).getYear() != year || ofOneBody(row),
                rows,
                HOLIDAY_COLUMNS);
    }

    private static boolean ofOneBody(CSVRecord row) {
        return row.isMapped("department") && !row.get("department").isBlank();
    }

    /** The file's columns stay, in their order; columns it does not have yet come behind them. */
    private static byte[] changed(
            byte[] content, Predicate<CSVRecord> kept, List<Map<String, String>> added, String[] columns) {
        String text = CsvTable.text(content).orElseThrow();
        StringBuilder out = new StringBuilder();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<String> header = new ArrayList<>(parser.getHeaderNames());
            if (!added.isEmpty()) {
                List.of(columns).stream()
                        .filter(column -> !header.contains(column))
                        .forEach(header::add);
            }
            CSVFormat format =
                    CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
            format.printRecord(out, header.toArray());
            for (CSVRecord row : parser) {
                if (kept.test(row)) {
                    format.printRecord(
                            out,
                            header.stream()
                                    .map(c -> row.isMapped(c) ? row.get(c) : "")
                                    .toArray());
                }
            }
            for (Map<String, String> row : added) {
                format.printRecord(
                        out,
                        header.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String orBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
