package org.whistle.district;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.ICalDate;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A year's official days off and make-up workdays out of an iCalendar file (RFC 5545), as calendars of the State Council's
 * notices are published. An event whose summary or category speaks of work (班, 补班, 调休上班, work) makes its days
 * workdays; every other event makes them days off. An event without an end is one day; its end is the first day after it.
 */
public final class HolidayCalendar {

    private static final String FILE = DistrictFiles.HOLIDAYS;
    private static final Pattern WORKED = Pattern.compile("班|(?i:\\bwork)");
    /** Longer than any holiday; a longer event is a mistake and not a holiday of years. */
    private static final int MOST_DAYS = 31;

    private HolidayCalendar() {}

    /**
     * The days of one year, in order.
     *
     * @param zone the district's, for events that state times instead of dates
     * @throws DistrictException when it is no iCalendar file, has no event in that year, or an event makes no sense
     */
    public static List<CalendarDay> read(byte[] content, int year, ZoneId zone) {
        ICalendar calendar =
                Biweekly.parse(new String(content, StandardCharsets.UTF_8)).first();
        if (calendar == null) {
            throw refused("不是iCalendar文件", "not an iCalendar file");
        }
        Map<LocalDate, CalendarDay> days = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        int number = 0;
        for (VEvent event : calendar.getEvents()) {
            number++;
            take(event, number, year, zone, days, problems);
        }
        if (!problems.isEmpty()) {
            throw new DistrictException(problems);
        }
        if (days.isEmpty()) {
            throw refused("文件中没有" + year + "年的日期", "the file has no day of " + year);
        }
        return days.values().stream()
                .sorted(Comparator.comparing(CalendarDay::date))
                .toList();
    }

    private static void take(
            VEvent event, int number, int year, ZoneId zone, Map<LocalDate, CalendarDay> days, List<Problem> problems) {
        DateStart start = event.getDateStart();
        if (start == null || start.getValue() == null) {
            problems.add(new Problem(FILE, number, "DTSTART", "事件没有开始日期", "the event has no start"));
            return;
        }
        LocalDate first = day(start.getValue(), zone);
        DateEnd end = event.getDateEnd();
        LocalDate after = end == null || end.getValue() == null ? first.plusDays(1) : day(end.getValue(), zone);
        if (!after.isAfter(first)) {
            after = first.plusDays(1);
        }
        if (first.plusDays(MOST_DAYS).isBefore(after)) {
            problems.add(new Problem(
                    FILE,
                    number,
                    "DTEND",
                    "事件超过" + MOST_DAYS + "天",
                    "the event is longer than " + MOST_DAYS + " days"));
            return;
        }
        String summary =
                event.getSummary() == null ? "" : event.getSummary().getValue().strip();
        boolean worked = WORKED.matcher(summary).find()
                || event.getCategories().stream()
                        .flatMap(list -> list.getValues().stream())
                        .anyMatch(category -> WORKED.matcher(category).find());
        String name = summary.isEmpty() ? worked ? "调休" : "休" : summary;
        first.datesUntil(after)
                .filter(date -> date.getYear() == year)
                .forEach(date -> days.put(date, new CalendarDay(date, worked ? DayKind.WORK : DayKind.OFF, name)));
    }

    private static LocalDate day(ICalDate date, ZoneId zone) {
        if (date.hasTime()) {
            return date.toInstant().atZone(zone).toLocalDate();
        }
        var raw = date.getRawComponents();
        return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
    }

    private static DistrictException refused(String zh, String en) {
        return new DistrictException(List.of(new Problem(FILE, 0, "", zh, en)));
    }
}
