package org.whistle.feedback.sla.web;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Period;
import org.whistle.feedback.sla.Span;

/** The query parameters a report and the tickets behind it share. */
public class SlaRequest extends PlaceRequest {

    /** Pieces of time in one report. */
    static final int MAX_PERIODS = 400;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2199-12-31T00:00:00Z");

    @QueryParam("from")
    @Parameter(description = "date or instant; start of this month when absent", example = "2026-03-01")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "date or instant, not included; tomorrow when absent", example = "2026-04-01")
    @Nullable
    String to;

    static @Nullable Period period(@Nullable String word) {
        String known = Params.oneOf("period", word, Period.words());
        return known == null
                ? null
                : Period.valueOf(known.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static Grouping grouping(String name, @Nullable String word) {
        String known = Params.oneOf(name, word, Grouping.words());
        return known == null ? Grouping.TOTAL : Grouping.valueOf(known.toUpperCase(Locale.ROOT));
    }

    /** The time asked for, cut into periods. */
    List<Instant> cuts(@Nullable Period period, Instant now) {
        LocalDate today = now.atZone(Params.ZONE).toLocalDate();
        Instant start = Params.instantOrDay("from", from);
        Instant end = Params.instantOrDay("to", to);
        Instant first = start == null ? instant(today.withDayOfMonth(1)) : start;
        Instant last = end == null ? instant(today.plusDays(1)) : end;
        if (!first.isBefore(last)) {
            throw ProblemException.field("to", "必须晚于 from", "must be later than from");
        }
        if (first.isBefore(EARLIEST) || last.isAfter(LATEST)) {
            throw ProblemException.field(
                    first.isBefore(EARLIEST) ? "from" : "to",
                    "必须在 2000 年到 2199 年之间",
                    "must lie between the years 2000 and 2199");
        }
        return period == null ? List.of(first, last) : cuts(period, first, last);
    }

    /** The last periods, the present one included; from and to have no part in it. */
    List<Instant> lastPeriods(Period period, int count, Instant now) {
        for (String name : List.of("from", "to")) {
            if ((name.equals("from") ? from : to) != null) {
                throw ProblemException.field(
                        name, "趋势以 period 和 count 限定时间", "is not for a trend, which goes by period and count");
            }
        }
        Span span = Span.of(period, now.atZone(Params.ZONE).toLocalDate());
        List<Instant> cuts = new ArrayList<>();
        cuts.add(span.to(Params.ZONE));
        for (int i = 0; i < count; i++) {
            cuts.addFirst(span.from(Params.ZONE));
            span = span.previous();
        }
        return cuts;
    }

    /** The same with the piece before in front: a period, whole months for whole months, else the same length. */
    static List<Instant> withOneBefore(@Nullable Period period, List<Instant> cuts) {
        ZonedDateTime first = cuts.getFirst().atZone(Params.ZONE);
        Instant before;
        if (period != null) {
            before = first.minus(one(period)).toInstant();
        } else {
            ZonedDateTime last = cuts.getLast().atZone(Params.ZONE);
            long months = isMonth(first) && isMonth(last) ? ChronoUnit.MONTHS.between(first, last) : 0;
            before = months > 0
                    ? first.minusMonths(months).toInstant()
                    : cuts.getFirst().minus(Duration.between(cuts.getFirst(), cuts.getLast()));
        }
        List<Instant> all = new ArrayList<>(cuts);
        all.addFirst(before);
        return all;
    }

    private static boolean isMonth(ZonedDateTime at) {
        return at.getDayOfMonth() == 1 && at.equals(at.truncatedTo(ChronoUnit.DAYS));
    }

    private static java.time.Period one(Period period) {
        return switch (period) {
            case DAY -> java.time.Period.ofDays(1);
            case WEEK -> java.time.Period.ofWeeks(1);
            case MONTH -> java.time.Period.ofMonths(1);
            case QUARTER -> java.time.Period.ofMonths(3);
            case HALF_YEAR -> java.time.Period.ofMonths(6);
            case YEAR -> java.time.Period.ofYears(1);
        };
    }

    private static List<Instant> cuts(Period period, Instant first, Instant last) {
        List<Instant> cuts = new ArrayList<>();
        cuts.add(first);
        LocalDate start = period.next(period.startOf(first.atZone(Params.ZONE).toLocalDate()));
        while (instant(start).isBefore(last)) {
            if (cuts.size() >= MAX_PERIODS) {
                throw ProblemException.field(
                        "period",
                        "周期太多，最多 " + MAX_PERIODS + " 个，请缩短时间范围",
                        "makes more than " + MAX_PERIODS + " periods; choose a shorter time or longer periods");
            }
            cuts.add(instant(start));
            start = period.next(start);
        }
        cuts.add(last);
        return cuts;
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(Params.ZONE).toInstant();
    }
}
