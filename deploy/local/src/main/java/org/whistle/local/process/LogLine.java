package org.whistle.local.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Makes lines of logs short enough for a terminal. */
final class LogLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 300;

    private LogLine() {}

    /** A line as it is, cut; of a line of structured logging the level, the message and the innermost cause. */
    static String brief(String line) {
        if (!line.startsWith("{")) {
            return cut(line);
        }
        try {
            JsonNode entry = JSON.readTree(line);
            List<String> causes = entry.path("stackTrace")
                    .asText()
                    .lines()
                    .filter(text -> text.startsWith("Caused by: "))
                    .toList();
            return cut(entry.path("level").asText() + " "
                    + entry.path("message").asText() + (causes.isEmpty() ? "" : "; " + causes.getLast()));
        } catch (JsonProcessingException e) {
            return cut(line);
        }
    }

    private static String cut(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
