package org.whistle.district;

import java.time.LocalDate;

/**
 * One day that departs from the plain week.
 *
 * @param date the day, in the district's time zone
 * @param kind off or worked
 * @param name the holiday, or 调休
 */
public record CalendarDay(LocalDate date, DayKind kind, String name) {}
