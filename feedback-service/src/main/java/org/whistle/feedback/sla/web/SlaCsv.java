package org.whistle.feedback.sla.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.whistle.chassis.problem.Words;
import org.whistle.chassis.web.Language;
import org.whistle.feedback.sla.Rate;

/**
 * The report as CSV (RFC 4180), UTF-8 with a byte order mark, because the spreadsheets people use take it for another
 * encoding without.
 */
final class SlaCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Map<Rate, Words> NAMES = Map.ofEntries(
            Map.entry(Rate.RESPONSE, new Words("响应率", "response")),
            Map.entry(Rate.RESOLUTION, new Words("解决率", "resolution")),
            Map.entry(Rate.SATISFACTION, new Words("满意率", "satisfaction")),
            Map.entry(Rate.HANDLED, new Words("处置率", "handled")),
            Map.entry(Rate.HANDLED_ON_TIME, new Words("按期处置率", "handled on time")),
            Map.entry(Rate.OVERDUE_UNHANDLED, new Words("超期待处置率", "overdue and unhandled")),
            Map.entry(Rate.CLOSED, new Words("结案率", "closed")),
            Map.entry(Rate.CLOSED_ON_TIME, new Words("按期结案率", "closed on time")),
            Map.entry(Rate.REWORK, new Words("返工率", "rework")),
            Map.entry(Rate.RIGHT_FIRST_DISPATCH, new Words("准确派遣率", "right first dispatch")),
            Map.entry(Rate.VALID_REPORT, new Words("有效上报率", "valid report")));

    private SlaCsv() {}

    static String write(SlaReport report, Language language) {
        StringBuilder csv = new StringBuilder().append(BYTE_ORDER_MARK);
        line(csv, header(language));
        for (SlaReport.SlaRow row : report.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.period() == null ? "" : row.period());
            cells.add(row.from().toString());
            cells.add(row.to().toString());
            cells.add(row.group().code());
            cells.add(row.group().name() == null ? "" : row.group().name());
            for (Rate rate : Rate.values()) {
                SlaReport.SlaNumber number = row.rates().get(rate.word());
                cells.add(String.valueOf(number.numerator()));
                cells.add(String.valueOf(number.denominator()));
                cells.add(number.value() == null ? "" : String.valueOf(number.value()));
            }
            line(csv, cells);
        }
        return csv.toString();
    }

    private static List<String> header(Language language) {
        List<String> cells = new ArrayList<>();
        for (Words words : List.of(
                new Words("周期", "period"),
                new Words("起", "from"),
                new Words("止（不含）", "to (not included)"),
                new Words("代码", "code"),
                new Words("名称", "name"))) {
            cells.add(words.in(language));
        }
        for (Rate rate : Rate.values()) {
            String name = NAMES.get(rate).in(language);
            cells.add(name + new Words(" 分子", " numerator").in(language));
            cells.add(name + new Words(" 分母", " denominator").in(language));
            cells.add(name);
        }
        return cells;
    }

    private static void line(StringBuilder csv, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            csv.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        csv.append("\r\n");
    }

    /** Quoted where needed; a leading = + - @ is disarmed, since spreadsheets would run it as a formula. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
