package org.whistle.dispatch.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.whistle.district.WorkingHours.Slot;

/**
 * The working hours of one body as one long line: how much working time has passed since the first day covered, for any
 * instant, and back. Every day is indexed once, so that a question costs one binary search at most.
 *
 * <p>Working time is counted by the wall clock of the zone. Where a zone changes its offset inside working hours, that
 * day still counts the hours its clocks show.
 */
final class Hours {

    private static final long MINUTE = 60_000_000_000L;
    private static final int[] NONE = {};

    private final ZoneId zone;
    private final long firstDay;
    /** Working minutes before each day; one entry more than there are days. */
    private final int[] before;
    /** Starts and ends of each day's slots in turn, in minutes of the day; days of one kind share an array. */
    private final int[][] slots;

    /**
     * Indexes the days from {@code first} to {@code last}, both included.
     *
     * @param slotsOf the slots worked on a day, in order; none on a day off
     */
    Hours(ZoneId zone, LocalDate first, LocalDate last, Function<LocalDate, List<Slot>> slotsOf) {
        this.zone = zone;
        this.firstDay = first.toEpochDay();
        int days = (int) (last.toEpochDay() - firstDay) + 1;
        this.before = new int[days + 1];
        this.slots = new int[days][];
        Map<List<Slot>, int[]> shared = new HashMap<>();
        for (int i = 0; i < days; i++) {
            int[] day = shared.computeIfAbsent(slotsOf.apply(first.plusDays(i)), Hours::flat);
            slots[i] = day;
            before[i + 1] = before[i] + minutes(day);
        }
    }

    /**
     * Working nanoseconds from the first day covered to an instant.
     *
     * @throws OutsideCalendar when the instant lies on a day that is not covered
     */
    long passedAt(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        int day = index(local.toLocalDate().toEpochDay(), instant);
        long time = local.toLocalTime().toNanoOfDay();
        long passed = before[day] * MINUTE;
        int[] today = slots[day];
        for (int i = 0; i < today.length; i += 2) {
            long start = today[i] * MINUTE;
            if (time <= start) {
                break;
            }
            passed += Math.min(time, today[i + 1] * MINUTE) - start;
        }
        return passed;
    }

    /**
     * The first instant by which so much working time has passed. A limit used up exactly at the end of a slot is
     * therefore due at that end and not at the start of the next.
     *
     * @param passed working nanoseconds from the first day covered, more than 0
     * @throws OutsideCalendar when that is later than the last day covered
     */
    Instant reaching(long passed) {
        int wholeMinutes = (int) Math.min(Integer.MAX_VALUE, (passed + MINUTE - 1) / MINUTE);
        // The day before whose end at least so many minutes have passed, and before whose start fewer have.
        int found = Arrays.binarySearch(before, wholeMinutes);
        int day = (found >= 0 ? firstOf(found) : -found - 1) - 1;
        if (day < 0 || day >= slots.length) {
            throw new OutsideCalendar("a limit leads beyond the calendar, which ends with "
                    + LocalDate.ofEpochDay(firstDay + slots.length - 1));
        }
        long rest = passed - before[day] * MINUTE;
        int[] today = slots[day];
        for (int i = 0; i < today.length; i += 2) {
            long length = (today[i + 1] - today[i]) * MINUTE;
            if (rest <= length) {
                return at(firstDay + day, today[i] * MINUTE + rest);
            }
            rest -= length;
        }
        throw new IllegalStateException("the day's slots are shorter than its minutes");
    }

    private Instant at(long epochDay, long nanoOfDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        boolean midnight = nanoOfDay == 1_440 * MINUTE;
        LocalDateTime local =
                midnight ? date.plusDays(1).atStartOfDay() : LocalDateTime.of(date, LocalTime.ofNanoOfDay(nanoOfDay));
        return local.atZone(zone).toInstant();
    }

    /** Of equal entries (days off) the first. */
    private int firstOf(int found) {
        int first = found;
        while (first > 0 && before[first - 1] == before[found]) {
            first--;
        }
        return first;
    }

    private int index(long epochDay, Instant instant) {
        long index = epochDay - firstDay;
        if (index < 0 || index >= slots.length) {
            throw new OutsideCalendar(instant + " lies outside the calendar, which covers "
                    + LocalDate.ofEpochDay(firstDay) + " to " + LocalDate.ofEpochDay(firstDay + slots.length - 1));
        }
        return (int) index;
    }

    private static int[] flat(List<Slot> slots) {
        if (slots.isEmpty()) {
            return NONE;
        }
        int[] flat = new int[slots.size() * 2];
        for (int i = 0; i < slots.size(); i++) {
            flat[2 * i] = slots.get(i).start();
            flat[2 * i + 1] = slots.get(i).end();
        }
        return flat;
    }

    private static int minutes(int[] day) {
        int minutes = 0;
        for (int i = 0; i < day.length; i += 2) {
            minutes += day[i + 1] - day[i];
        }
        return minutes;
    }
}
