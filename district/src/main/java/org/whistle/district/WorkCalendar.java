package org.whistle.district;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which days are workdays: Monday to Friday, except the days off and with the make-up workdays of the calendar file. */
public final class WorkCalendar {

    private final List<CalendarDay> days;
    private final Map<LocalDate, CalendarDay> byDate;

    /** A calendar of these exceptions; of two entries for one day the later counts. */
    public WorkCalendar(List<CalendarDay> days) {
        this.days = List.copyOf(days);
        Map<LocalDate, CalendarDay> map = new TreeMap<>();
        for (CalendarDay day : days) {
            map.put(day.date(), day);
        }
        this.byDate = Map.copyOf(map);
    }

    /** The exceptions, in the order of the file. */
    public List<CalendarDay> days() {
        return days;
    }

    /** Whether {@code date} is a workday. A year without entries counts by the plain week, see {@link #covers}. */
    public boolean isWorkday(LocalDate date) {
        CalendarDay day = byDate.get(date);
        if (day != null) {
            return day.kind() == DayKind.WORK;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether the file has any entry for {@code year}; without one its holidays are simply not known yet. */
    public boolean covers(int year) {
        return byDate.keySet().stream().anyMatch(date -> date.getYear() == year);
    }

    /** Number of workdays of a year. */
    public int workdaysOf(int year) {
        return (int) LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(this::isWorkday)
                .count();
    }
}
