package org.whistle.feedback.sla.web;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.whistle.chassis.identity.AreaScope;
import org.whistle.chassis.problem.ProblemException;
import org.whistle.chassis.web.Params;
import org.whistle.feedback.sla.Grouping;
import org.whistle.feedback.sla.Period;
import org.whistle.feedback.sla.SlaFilter;

/** The query parameters a report and the tickets behind it share. */
public class SlaRequest {

    /** Pieces of time in one report. */
    static final int MAX_PERIODS = 400;

    private static final int MAX_CODE = 64;

    @QueryParam("from")
    @Parameter(description = "date or instant; start of this month when absent", example = "2026-03-01")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "date or instant, not included; tomorrow when absent", example = "2026-04-01")
    @Nullable
    String to;

    @QueryParam("street")
    @Parameter(description = "code of a street, community or grid")
    @Nullable
    String street;

    @QueryParam("community")
    @Nullable
    String community;

    @QueryParam("grid")
    @Nullable
    String grid;

    @QueryParam("department")
    @Parameter(description = "code of a body; none for what no body has")
    @Nullable
    String department;

    @QueryParam("type")
    @Parameter(description = "code of an issue type; none for what has none")
    @Nullable
    String type;

    static @Nullable Period period(@Nullable String word) {
        String known = Params.oneOf("period", word, Period.words());
        return known == null
                ? null
                : Period.valueOf(known.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static Grouping grouping(@Nullable String word) {
        String known = Params.oneOf("groupBy", word, Grouping.words());
        return known == null ? Grouping.TOTAL : Grouping.valueOf(known.toUpperCase(Locale.ROOT));
    }

    SlaFilter filter(@Nullable Period period, AreaScope scope, Instant now) {
        LocalDate today = now.atZone(Params.ZONE).toLocalDate();
        Instant start = Params.instantOrDay("from", from);
        Instant end = Params.instantOrDay("to", to);
        Instant first = start == null ? instant(today.withDayOfMonth(1)) : start;
        Instant last = end == null ? instant(today.plusDays(1)) : end;
        if (!first.isBefore(last)) {
            throw ProblemException.field("to", "必须晚于 from", "must be later than from");
        }
        return new SlaFilter(
                period == null ? List.of(first, last) : cuts(period, first, last),
                place(),
                Params.text("department", department, MAX_CODE),
                Params.text("type", type, MAX_CODE),
                scope);
    }

    private @Nullable String place() {
        String narrowest = null;
        for (String place : new String[] {
            Params.place("street", street), Params.place("community", community), Params.place("grid", grid)
        }) {
            if (place == null) {
                continue;
            }
            if (narrowest != null && !place.startsWith(narrowest)) {
                throw ProblemException.field(
                        "street", "street、community、grid 互相不包含", "street, community and grid do not lie in each other");
            }
            narrowest = place;
        }
        return narrowest;
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
