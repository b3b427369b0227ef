package org.whistle.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180), UTF-8 with a byte order mark, because the spreadsheets people use take it for another
 * encoding without.
 */
public final class Csv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);

    /** Adds a line; null is an empty cell. */
    public Csv line(List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            text.append(i == 0 ? "" : ",").append(cell == null ? "" : cell(cell));
        }
        text.append("\r\n");
        return this;
    }

    /**
     * Quoted where needed; a leading = + - @ of a text, also a full-width one, is disarmed, since spreadsheets would run
     * it as a formula. Numbers keep their sign.
     */
    private static String cell(Object value) {
        String text = value.toString();
        if (value instanceof Number) {
            return text;
        }
        String safe = !text.isEmpty() && "=+-@＝＋－＠\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
