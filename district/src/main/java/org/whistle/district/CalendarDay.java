package org.whistle.district;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whistle.district.WorkingHours.Slot;

/**
 * One day that departs from the plain week.
 *
 * @param date the day, in the district's time zone
 * @param kind off, worked, or worked for half a day
 * @param name the holiday, or 调休
 * @param department the body it holds for; null = everybody without an entry of its own for that day
 */
public record CalendarDay(
        LocalDate date, DayKind kind, String name, @Nullable String department) {

    /** The minute of the day at which a morning ends and an afternoon begins, 13:00: inside everybody's midday break. */
    public static final int NOON = 13 * 60;

    /** A day that departs for everybody. */
    public CalendarDay(LocalDate date, DayKind kind, String name) {
        this(date, kind, name, null);
    }

    /** What is worked on this day of the hours a body has. */
    List<Slot> of(List<Slot> hours) {
        return switch (kind) {
            case OFF -> List.of();
            case WORK -> hours;
            case MORNING -> clipped(hours, 0, NOON);
            case AFTERNOON -> clipped(hours, NOON, Slot.DAY);
        };
    }

    private static List<Slot> clipped(List<Slot> hours, int from, int to) {
        return hours.stream()
                .filter(slot -> slot.start() < to && slot.end() > from)
                .map(slot -> new Slot(Math.max(slot.start(), from), Math.min(slot.end(), to)))
                .toList();
    }
}
