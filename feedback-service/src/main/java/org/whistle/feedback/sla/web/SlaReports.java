package org.whistle.feedback.sla.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.problem.Words;
import org.whistle.chassis.web.Language;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.loop.web.Named;
import org.whistle.feedback.place.Names;
import org.whistle.feedback.place.store.Districts;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Measure;
import org.whistle.feedback.sla.Period;
import org.whistle.feedback.sla.Rate;
import org.whistle.feedback.sla.Share;
import org.whistle.feedback.sla.SlaFilter;
import org.whistle.feedback.sla.store.Counting;

/** Gives counts the form of a report, with the way to the tickets behind every number. */
@ApplicationScoped
public class SlaReports {

    /** Rows of one report at most; more would be an answer nobody reads. */
    static final int MAX_ROWS = 10_000;

    private final Districts districts;

    SlaReports(Districts districts) {
        this.districts = districts;
    }

    /**
     * A report.
     *
     * @param rates what each row has, in the order of their definition
     * @param filter with one more piece in front, for comparison
     */
    SlaReport form(
            Set<Rate> rates,
            Grouping grouping,
            @Nullable Period period,
            SlaFilter filter,
            Instant now,
            Map<Counting.Key, Map<Measure, Long>> counts,
            Language language) {
        Map<String, String> formulas = new LinkedHashMap<>();
        for (Rate rate : rates) {
            formulas.put(rate.word(), rate.formula().in(language));
        }
        List<SlaReport.SlaRow> rows = new ArrayList<>();
        counts.forEach((key, numbers) -> {
            if (key.period() > 0) {
                Map<Measure, Long> before =
                        counts.getOrDefault(new Counting.Key(key.period() - 1, key.group()), Map.of());
                rows.add(row(rates, grouping, period, filter, key, numbers, before, language));
            }
        });
        if (rows.size() > MAX_ROWS) {
            throw ProblemException.field(
                    "groupBy",
                    "结果超过 " + MAX_ROWS + " 行，请缩小范围",
                    "makes more than " + MAX_ROWS + " rows; narrow the report");
        }
        return new SlaReport(
                grouping.word(),
                period == null ? null : period.word(),
                local(filter.cuts().get(1)),
                local(filter.to()),
                now,
                formulas,
                rows);
    }

    private SlaReport.SlaRow row(
            Set<Rate> rates,
            Grouping grouping,
            @Nullable Period period,
            SlaFilter filter,
            Counting.Key key,
            Map<Measure, Long> counts,
            Map<Measure, Long> before,
            Language language) {
        Instant from = filter.cuts().get(key.period());
        Instant to = filter.cuts().get(key.period() + 1);
        return new SlaReport.SlaRow(
                period == null
                        ? null
                        : period.label(period.startOf(from.atZone(Params.ZONE).toLocalDate())),
                local(from),
                local(to),
                new Named(key.group(), name(grouping, key.group(), language)),
                TicketsTemplate.ofRow(grouping, filter, key.group(), from, to),
                numbers(rates, counts, before));
    }

    /** Every rate, compared with counts before it. */
    public static Map<String, SlaReport.SlaNumber> numbers(Map<Measure, Long> counts, Map<Measure, Long> before) {
        return numbers(EnumSet.allOf(Rate.class), counts, before);
    }

    private static Map<String, SlaReport.SlaNumber> numbers(
            Set<Rate> rates, Map<Measure, Long> counts, Map<Measure, Long> before) {
        Map<String, SlaReport.SlaNumber> numbers = new LinkedHashMap<>();
        for (Rate rate : rates) {
            Share share = Share.of(rate, counts);
            Double value = share.value();
            Double previous = Share.of(rate, before).value();
            numbers.put(
                    rate.word(),
                    new SlaReport.SlaNumber(
                            share.numerator(),
                            share.denominator(),
                            value,
                            previous,
                            value == null || previous == null ? null : Share.rounded(value - previous)));
        }
        return numbers;
    }

    /** One rate over time; a group that has anything in any period has all of them. */
    Trend trend(
            Rate rate,
            Grouping grouping,
            Period period,
            SlaFilter filter,
            Instant now,
            Map<Counting.Key, Map<Measure, Long>> counts,
            Language language) {
        Set<String> groups = new TreeSet<>();
        counts.keySet().forEach(key -> groups.add(key.group()));
        int pieces = filter.cuts().size() - 1;
        if ((long) groups.size() * pieces > MAX_ROWS) {
            throw ProblemException.field(
                    "group",
                    "结果超过 " + MAX_ROWS + " 个点，请缩小范围",
                    "makes more than " + MAX_ROWS + " points; narrow the trend");
        }
        List<Trend.Stretch> periods = new ArrayList<>();
        for (int piece = 0; piece < pieces; piece++) {
            Instant from = filter.cuts().get(piece);
            periods.add(new Trend.Stretch(
                    period.label(from.atZone(Params.ZONE).toLocalDate()),
                    local(from),
                    local(filter.cuts().get(piece + 1))));
        }
        List<Trend.Series> series = new ArrayList<>();
        for (String group : groups) {
            List<Trend.Point> points = new ArrayList<>();
            for (int piece = 0; piece < pieces; piece++) {
                Share share = Share.of(rate, counts.getOrDefault(new Counting.Key(piece, group), Map.of()));
                points.add(new Trend.Point(
                        periods.get(piece).period(), share.numerator(), share.denominator(), share.value()));
            }
            series.add(new Trend.Series(
                    new Named(group, name(grouping, group, language)),
                    TicketsTemplate.ofSeries(grouping, filter, group, rate),
                    points));
        }
        return new Trend(
                rate.word(),
                rate.title().in(language),
                rate.formula().in(language),
                grouping.word(),
                period.word(),
                now,
                periods,
                series);
    }

    /** The name of a group in a language; null when the district does not know its code. */
    public @Nullable String name(Grouping grouping, String group, Language language) {
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

    /** An instant where this system runs. */
    public static OffsetDateTime local(Instant instant) {
        return instant.atZone(Params.ZONE).toOffsetDateTime();
    }
}
