package org.whistle.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidayCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void eventsAreDaysOff_makeUpEventsAreWorkdays_andTheEndIsTheDayAfter() {
        byte[] file = calendar(
                event("DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20270104", "SUMMARY:元旦 休"),
                event("DTSTART;VALUE=DATE:20270110", "SUMMARY:元旦 补班"));

        assertThat(HolidayCalendar.read(file, 2027, SHANGHAI))
                .containsExactly(
                        new CalendarDay(LocalDate.of(2027, 1, 1), DayKind.OFF, "元旦 休"),
                        new CalendarDay(LocalDate.of(2027, 1, 2), DayKind.OFF, "元旦 休"),
                        new CalendarDay(LocalDate.of(2027, 1, 3), DayKind.OFF, "元旦 休"),
                        new CalendarDay(LocalDate.of(2027, 1, 10), DayKind.WORK, "元旦 补班"));
    }

    @Test
    void timesAreTakenInTheDistrictsZone_andOtherYearsAreLeftOut() {
        byte[] file = calendar(
                event("DTSTART:20261231T160000Z", "DTEND:20270101T160000Z", "SUMMARY:元旦"),
                event("DTSTART;VALUE=DATE:20261001", "SUMMARY:国庆节"));

        assertThat(HolidayCalendar.read(file, 2027, SHANGHAI))
                .extracting(CalendarDay::date)
                .containsExactly(LocalDate.of(2027, 1, 1));
    }

    @Test
    void anythingElseIsRefused_inWords() {
        assertThatThrownBy(() -> HolidayCalendar.read("date,kind\n".getBytes(StandardCharsets.UTF_8), 2027, SHANGHAI))
                .isInstanceOf(DistrictException.class)
                .hasMessageContaining("not an iCalendar file");
        assertThatThrownBy(() -> HolidayCalendar.read(
                        calendar(event("DTSTART;VALUE=DATE:20261001", "SUMMARY:国庆节")), 2027, SHANGHAI))
                .isInstanceOf(DistrictException.class)
                .hasMessageContaining("no day of 2027");
        assertThatThrownBy(() -> HolidayCalendar.read(
                        calendar(event("DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20271231", "SUMMARY:元旦")),
                        2027,
                        SHANGHAI))
                .isInstanceOf(DistrictException.class)
                .hasMessageContaining("longer than 31 days");
    }

    @Test
    void aYearIsReplaced_inTheFile_andABodysOwnDaysStay() {
        byte[] before = """
            date,kind,name,department
            2026-10-01,off,国庆节,
            2027-01-01,off,旧,
            2027-03-08,off,盘库,gas
            """.getBytes(StandardCharsets.UTF_8);

        byte[] after =
                RuleFile.withYear(before, 2027, List.of(new CalendarDay(LocalDate.of(2027, 2, 6), DayKind.OFF, "春节")));

        assertThat(new String(after, StandardCharsets.UTF_8)).isEqualTo("""
            date,kind,name,department
            2026-10-01,off,国庆节,
            2027-03-08,off,盘库,gas
            2027-02-06,off,春节,
            """);
    }

    @Test
    void halfADay_worksItsHalfOfTheHours_andABodysOwnDayComesBeforeEverybodys() {
        byte[] days = """
            date,kind,name,department
            2026-12-31,morning,年末,
            2026-12-30,off,盘点,water-supply
            """.getBytes(StandardCharsets.UTF_8);
        District district = District.sample().with(java.util.Map.of("holidays.csv", days));

        assertThat(district.slots("drainage", LocalDate.of(2026, 12, 31)))
                .containsExactly(new WorkingHours.Slot(8 * 60, 12 * 60));
        assertThat(district.slots("water-supply", LocalDate.of(2026, 12, 30))).isEmpty();
        assertThat(district.slots("drainage", LocalDate.of(2026, 12, 30))).hasSize(2);
        assertThat(district.isWorkday("water-supply", LocalDate.of(2026, 12, 30)))
                .isFalse();
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\nUID:x\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private static byte[] calendar(String... events) {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//whistle//test//ZH\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
