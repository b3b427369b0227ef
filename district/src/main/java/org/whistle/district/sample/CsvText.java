package org.whistle.district.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes CSV as RFC 4180 has it, with line feeds. */
final class CsvText {

    private final List<String> lines = new ArrayList<>();

    CsvText(String... columns) {
        row(columns);
    }

    void row(String... fields) {
        lines.add(Arrays.stream(fields).map(CsvText::quoted).collect(Collectors.joining(",")));
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
