package org.whistle.district;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which days are workdays: Monday to Friday, except the days off and with the make-up workdays of the calendar file. A
 * body's own entry for a day comes before everybody's.
 */
public final class WorkCalendar {

    private final List<CalendarDay> days;
    private final Map<Key, CalendarDay> byDate;

    /** A calendar of these exceptions; of two entries for one day the later counts. */
    public WorkCalendar(List<CalendarDay> days) {
        this.days = List.copyOf(days);
        Map<Key, CalendarDay> map = new HashMap<>();
        for (CalendarDay day : days) {
            map.put(new Key(day.department(), day.date()), day);
        }
        this.byDate = Map.copyOf(map);
    }

    /** The exceptions, in the order of the file. */
    public List<CalendarDay> days() {
        return days;
    }

    /** Whether {@code date} is a workday. A year without entries counts by the plain week, see {@link #covers}. */
    public boolean isWorkday(LocalDate date) {
        return isWorkday(null, date);
    }

    /** Whether {@code date} is a workday of a body; null asks for everybody. Half a day counts as one. */
    public boolean isWorkday(@Nullable String department, LocalDate date) {
        return entry(department, date)
                .map(day -> day.kind() != DayKind.OFF)
                .orElseGet(() -> date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    /** How a day departs from the plain week for a body; empty when it does not. */
    public Optional<CalendarDay> entry(@Nullable String department, LocalDate date) {
        CalendarDay own = department == null ? null : byDate.get(new Key(department, date));
        return Optional.ofNullable(own == null ? byDate.get(new Key(null, date)) : own);
    }

    /** Whether the file has any entry for {@code year}; without one its holidays are simply not known yet. */
    public boolean covers(int year) {
        return days.stream().anyMatch(day -> day.date().getYear() == year);
    }

    /** Number of workdays of a year, for everybody. */
    public int workdaysOf(int year) {
        return (int) LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(this::isWorkday)
                .count();
    }

    private record Key(@Nullable String department, LocalDate date) {}
}
