package org.whistle.district;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of working hours: for whom, in which season, which hours, on which days.
 *
 * @param department code of the body it holds for; null = every body without a row of its own
 * @param from first day of the season; null = all year
 * @param to last day of the season, inclusive; null = all year; before {@code from} the season runs over New Year
 * @param slots hours of work, in order, not overlapping
 * @param everyDay whether days off are worked too (a round-the-clock service)
 */
public record WorkingHours(
        @Nullable String department,
        @Nullable MonthDay from,
        @Nullable MonthDay to,
        List<Slot> slots,
        boolean everyDay) {

    public WorkingHours {
        slots = List.copyOf(slots);
    }

    /** Whether the row has a season, which makes it stronger than a row for all year. */
    public boolean isSeasonal() {
        return from != null && to != null;
    }

    /** Whether {@code date} lies in the season. */
    public boolean includes(LocalDate date) {
        if (from == null || to == null) {
            return true;
        }
        MonthDay day = MonthDay.from(date);
        if (from.isAfter(to)) {
            return !day.isBefore(from) || !day.isAfter(to);
        }
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Working minutes of one day. */
    public int minutesPerDay() {
        return slots.stream().mapToInt(Slot::minutes).sum();
    }

    /**
     * One stretch of working time within a day. Minutes, because a day may end at 24:00.
     *
     * @param start first minute of the day, 0 to 1439
     * @param end minute of the day it ends before, {@code start} + 1 to 1440
     */
    public record Slot(int start, int end) {

        /** Minutes of a day. */
        public static final int DAY = 1_440;

        /**
         * @throws IllegalArgumentException when the slot is empty or leaves the day
         */
        public Slot {
            if (start < 0 || end > DAY || start >= end) {
                throw new IllegalArgumentException("a slot lies inside one day, not " + start + " to " + end);
            }
        }

        /** Length in minutes. */
        public int minutes() {
            return end - start;
        }
    }
}
