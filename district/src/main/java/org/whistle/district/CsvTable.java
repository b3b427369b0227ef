package org.whistle.district;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One CSV file (RFC 4180, UTF-8, a header line) as rows; what is wrong with its shape is reported once. */
final class CsvTable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private CsvTable() {}

    /**
     * The rows of a file; empty when it is missing or its shape is wrong, which is then among the problems.
     *
     * @param columns columns it must have; others are ignored
     */
    static Optional<List<CsvRow>> read(DistrictFiles files, String file, List<String> columns, Problems problems) {
        byte[] content = files.content(file);
        if (content == null) {
            problems.add(file, 0, "", "缺少文件", "the file is missing");
            return Optional.empty();
        }
        Optional<String> text = text(content);
        if (text.isEmpty()) {
            problems.add(file, 0, "", "文件不是UTF-8编码（Excel请另存为“CSV UTF-8”）", "the file is not UTF-8");
            return Optional.empty();
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text.get()), FORMAT)) {
            Set<String> missing = new HashSet<>(columns);
            missing.removeAll(parser.getHeaderNames());
            if (!missing.isEmpty()) {
                columns.stream()
                        .filter(missing::contains)
                        .forEach(column -> problems.add(file, 1, column, "缺少列", "the column is missing"));
                return Optional.empty();
            }
            return Optional.of(rows(parser, file, problems));
        } catch (UncheckedIOException | IOException | IllegalArgumentException | IllegalStateException e) {
            // The parser reports a doubled header and an open quote by these.
            String reason = e.getCause() instanceof CSVException cause ? cause.getMessage() : e.getMessage();
            problems.add(file, 0, "", "CSV格式错误", "not well-formed CSV: " + reason);
            return Optional.empty();
        }
    }

    private static List<CsvRow> rows(CSVParser parser, String file, Problems problems) {
        List<CsvRow> rows = new ArrayList<>();
        for (CSVRecord csv : parser) {
            long breaks = csv.stream()
                    .mapToLong(value -> value.chars().filter(c -> c == '\n').count())
                    .sum();
            int line = (int) (parser.getCurrentLineNumber() - breaks);
            if (csv.isConsistent()) {
                rows.add(new CsvRow(csv, file, line, problems));
            } else {
                int expected = parser.getHeaderNames().size();
                problems.add(
                        file,
                        line,
                        "",
                        "应有" + expected + "列，实有" + csv.size() + "列",
                        "the row has " + csv.size() + " fields instead of " + expected);
            }
        }
        return rows;
    }

    /** The content as text without byte order mark; empty when it is not UTF-8. */
    static Optional<String> text(byte[] content) {
        int start = DistrictFiles.startOfText(content);
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, start, content.length - start))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
