package org.whistle.district;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code holidays.csv} and {@code working-hours.csv}. */
final class TimeReader {

    private static final Pattern SLOT = Pattern.compile("(\\d{2}):(\\d{2})-(\\d{2}):(\\d{2})");

    /** A leap year, so that 29 February is compared too. */
    private static final LocalDate SOME_YEAR = LocalDate.of(2024, 1, 1);

    private final DistrictFiles files;
    private final Problems problems;

    TimeReader(DistrictFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    List<CalendarDay> days(Codes departmentCodes) {
        List<CalendarDay> days = new ArrayList<>();
        Codes dates = new Codes();
        for (CsvRow row : CsvTable.read(files, DistrictFiles.HOLIDAYS, List.of("date", "kind", "name"), problems)
                .orElse(List.of())) {
            LocalDate date = row.parsed("date", LocalDate::parse, LocalDate.EPOCH, "日期应为年-月-日", "not a date");
            CalendarDay day = new CalendarDay(
                    date,
                    row.choice("kind", DayKind.class),
                    row.text("name"),
                    row.knownOrBlank("department", departmentCodes, "未知部门", "unknown department"));
            if (!row.failed() && !dates.declare(date + "/" + day.department())) {
                row.fail("date", "日期重复：" + date, "the date is there twice: " + date);
            }
            if (!row.failed()) {
                days.add(day);
            }
        }
        return days;
    }

    List<WorkingHours> workingHours(Codes departmentCodes) {
        List<String> columns = List.of("department", "from", "to", "hours", "days");
        Optional<List<CsvRow>> rows = CsvTable.read(files, DistrictFiles.WORKING_HOURS, columns, problems);
        List<WorkingHours> all = new ArrayList<>();
        for (CsvRow row : rows.orElse(List.of())) {
            WorkingHours hours = new WorkingHours(
                    row.knownOrBlank("department", departmentCodes, "未知部门", "unknown department"),
                    monthDay(row, "from"),
                    monthDay(row, "to"),
                    row.parsed(
                            "hours", TimeReader::slots, List.of(), "应如08:00-12:00;14:00-18:00", "not hours of a day"),
                    everyDay(row));
            if (row.optional("from") == null != (row.optional("to") == null)) {
                row.fail("from", "季节须同时有起止日期，或都为空", "a season has both ends or none");
            }
            if (!row.failed() && all.stream().anyMatch(other -> clash(hours, other))) {
                row.fail("from", "与前面的行重叠", "the row overlaps an earlier one of the same department");
            }
            if (!row.failed()) {
                all.add(hours);
            }
        }
        boolean hasDefault = all.stream().anyMatch(hours -> hours.department() == null && !hours.isSeasonal());
        if (rows.isPresent() && !hasDefault) {
            problems.add(
                    DistrictFiles.WORKING_HOURS,
                    0,
                    "department",
                    "缺少所有部门全年适用的默认行",
                    "the default row for every department and all year is missing");
        }
        return all;
    }

    private static @Nullable MonthDay monthDay(CsvRow row, String column) {
        if (row.optional(column) == null) {
            return null;
        }
        return row.parsed(
                column, text -> MonthDay.parse("--" + text), MonthDay.of(1, 1), "应为月-日，如05-01", "not a month and day");
    }

    private static boolean everyDay(CsvRow row) {
        String days = row.matching("days", "workdays|every-day", "应为workdays或every-day", "not workdays or every-day");
        return days.equals("every-day");
    }

    private static List<WorkingHours.Slot> slots(String text) {
        List<WorkingHours.Slot> slots = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            Matcher matcher = SLOT.matcher(part.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(part);
            }
            slots.add(new WorkingHours.Slot(minute(matcher, 1), minute(matcher, 3)));
        }
        slots.sort(Comparator.comparingInt(WorkingHours.Slot::start));
        for (int i = 1; i < slots.size(); i++) {
            if (slots.get(i).start() < slots.get(i - 1).end()) {
                throw new IllegalArgumentException("slots overlap");
            }
        }
        return slots;
    }

    private static int minute(Matcher matcher, int group) {
        int minutes = Integer.parseInt(matcher.group(group + 1));
        if (minutes >= 60) {
            throw new IllegalArgumentException("an hour has 60 minutes");
        }
        return Integer.parseInt(matcher.group(group)) * 60 + minutes;
    }

    /** Whether two rows of equal strength hold on the same day, so that neither could win. */
    private static boolean clash(WorkingHours one, WorkingHours other) {
        return Objects.equals(one.department(), other.department())
                && one.isSeasonal() == other.isSeasonal()
                && SOME_YEAR
                        .datesUntil(SOME_YEAR.plusYears(1))
                        .anyMatch(date -> one.includes(date) && other.includes(date));
    }
}
