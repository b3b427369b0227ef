package org.whistle.feedback.sla.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.problem.Words;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.place.Names;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Period;
import org.whistle.feedback.sla.Rate;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.feedback.sla.store.SlaQueries;

/** Gives counts the form of a report, with a link behind every number. */
@ApplicationScoped
class SlaReports {

    /** Rows of one report at most; more would be an answer nobody reads. */
    static final int MAX_ROWS = 10_000;

    private final Districts districts;

    SlaReports(Districts districts) {
        this.districts = districts;
    }

    SlaReport form(
            Grouping grouping,
            @Nullable Period period,
            SlaFilter filter,
            Instant now,
            Map<SlaQueries.Key, Map<Rate, SlaQueries.Count>> counts,
            Language language) {
        if (counts.size() > MAX_ROWS) {
            throw ProblemException.field(
                    "groupBy",
                    "结果超过 " + MAX_ROWS + " 行，请缩小范围",
                    "makes more than " + MAX_ROWS + " rows; narrow the report");
        }
        Map<String, String> formulas = new LinkedHashMap<>();
        for (Rate rate : Rate.values()) {
            formulas.put(rate.word(), rate.formula().in(language));
        }
        List<SlaReport.SlaRow> rows = new ArrayList<>();
        counts.forEach((key, numbers) -> rows.add(row(grouping, period, filter, key, numbers, language)));
        return new SlaReport(
                grouping.word(),
                period == null ? null : period.word(),
                local(filter.from()),
                local(filter.to()),
                now,
                formulas,
                rows);
    }

    private SlaReport.SlaRow row(
            Grouping grouping,
            @Nullable Period period,
            SlaFilter filter,
            SlaQueries.Key key,
            Map<Rate, SlaQueries.Count> counts,
            Language language) {
        Instant from = filter.cuts().get(key.period());
        Instant to = filter.cuts().get(key.period() + 1);
        Map<String, SlaReport.SlaNumber> rates = new LinkedHashMap<>();
        for (Rate rate : Rate.values()) {
            SlaQueries.Count count = counts.getOrDefault(rate, SlaQueries.Count.ZERO);
            rates.put(
                    rate.word(),
                    new SlaReport.SlaNumber(
                            count.numerator(),
                            count.denominator(),
                            value(count),
                            behind(grouping, filter, key.group(), rate, from, to)));
        }
        return new SlaReport.SlaRow(
                period == null
                        ? null
                        : period.label(period.startOf(from.atZone(Params.ZONE).toLocalDate())),
                local(from),
                local(to),
                new Named(key.group(), name(grouping, key.group(), language)),
                rates);
    }

    private @Nullable String name(Grouping grouping, String group, Language language) {
        Names names = districts.names();
        if (group.equals(Grouping.NONE)) {
            return new Words("（无）", "(none)").in(language);
        }
        return switch (grouping) {
            case TOTAL -> new Words("合计", "Total").in(language);
            case DEPARTMENT -> Named.nameOf(group, names.departments(), language);
            case STREET, COMMUNITY, GRID -> Named.nameOf(group, names.places(), language);
            case TYPE -> Named.nameOf(group, names.types(), language);
        };
    }

    private static @Nullable Double value(SlaQueries.Count count) {
        return count.denominator() == 0
                ? null
                : Math.round(10_000.0 * count.numerator() / count.denominator()) / 10_000.0;
    }

    private static SlaReport.Behind behind(
            Grouping grouping, SlaFilter filter, String group, Rate rate, Instant from, Instant to) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("rate", rate.word());
        query.put("from", from.toString());
        query.put("to", to.toString());
        if (filter.place() != null) {
            query.put("street", filter.place());
        }
        if (filter.department() != null) {
            query.put("department", filter.department());
        }
        if (filter.type() != null) {
            query.put("type", filter.type());
        }
        switch (grouping) {
            case TOTAL -> {}
            case DEPARTMENT -> query.put("department", group);
            // The narrower of the place asked for and the group.
            case STREET, COMMUNITY, GRID -> {
                if (filter.place() == null || filter.place().length() < group.length()) {
                    query.put("street", group);
                }
            }
            case TYPE -> query.put("type", group);
        }
        return new SlaReport.Behind(link(query, "numerator"), link(query, "denominator"));
    }

    private static String link(Map<String, String> query, String part) {
        StringBuilder link = new StringBuilder("/api/feedback/sla/tickets?part=").append(part);
        query.forEach((name, value) ->
                link.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return link.toString();
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(Params.ZONE).toOffsetDateTime();
    }
}
