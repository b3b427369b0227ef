package org.whistle.feedback.sla.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.Words;
import org.whistle.chassis.web.Language;
import org.whistle.feedback.Csv;
import org.whistle.feedback.sla.Rate;

/** The report as CSV: one line for each row, five cells for each rate. */
final class SlaCsv {

    private SlaCsv() {}

    static String write(SlaReport report, Set<Rate> rates, Language language) {
        Csv csv = new Csv().line(header(rates, language));
        for (SlaReport.SlaRow row : report.rows()) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(row.period());
            cells.add(row.from());
            cells.add(row.to());
            cells.add(row.group().code());
            cells.add(row.group().name());
            for (Rate rate : rates) {
                SlaReport.SlaNumber number = row.rates().get(rate.word());
                cells.add(number.numerator());
                cells.add(number.denominator());
                cells.add(number.value());
                cells.add(number.previous());
                cells.add(number.difference());
            }
            csv.line(cells);
        }
        return csv.toString();
    }

    private static List<String> header(Set<Rate> rates, Language language) {
        List<String> cells = new ArrayList<>();
        for (Words words : List.of(
                new Words("周期", "period"),
                new Words("起", "from"),
                new Words("止（不含）", "to (not included)"),
                new Words("代码", "code"),
                new Words("名称", "name"))) {
            cells.add(words.in(language));
        }
        for (Rate rate : rates) {
            String name = rate.title().in(language);
            cells.add(name + new Words(" 分子", " numerator").in(language));
            cells.add(name + new Words(" 分母", " denominator").in(language));
            cells.add(name);
            cells.add(name + new Words(" 上期", " previous").in(language));
            cells.add(name + new Words(" 增减", " difference").in(language));
        }
        return cells;
    }
}
