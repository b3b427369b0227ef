package org.whistle.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingHoursTest {

    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);
    private static final LocalDate WINTER = LocalDate.of(2026, 1, 15);
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);

    @TempDir
    private Path directory;

    @Test
    void sample_worksEightHoursInTwoSlots() {
        WorkingHours hours = District.sample().workingHours(null, SUMMER);
        assertThat(hours.slots()).containsExactly(new WorkingHours.Slot(480, 720), new WorkingHours.Slot(840, 1_080));
        assertThat(hours.minutesPerDay()).isEqualTo(480);
        assertThat(hours.everyDay()).isFalse();
    }

    @Test
    void strongestRow_counts_ownSeasonBeforeOwnYearBeforeEverybody() throws IOException {
        District district = SampleFolder.in(directory)
                .append("working-hours.csv", ",05-01,09-30,08:30-12:00;14:30-18:30,workdays")
                .append("working-hours.csv", "gas,,,00:00-24:00,every-day")
                .append("working-hours.csv", "heating,11-15,03-15,06:00-22:00,every-day")
                .read();
        assertThat(first(district, "street", WINTER)).isEqualTo(480);
        assertThat(first(district, "street", SUMMER)).isEqualTo(510);
        assertThat(district.workingHours("gas", SUMMER).slots()).isEqualTo(List.of(new WorkingHours.Slot(0, 1_440)));
        assertThat(first(district, "heating", WINTER)).isEqualTo(360);
        assertThat(first(district, "heating", LocalDate.of(2026, 12, 31))).isEqualTo(360);
        assertThat(first(district, "heating", SUMMER)).isEqualTo(510);
        assertThat(district.isWorkday("gas", NATIONAL_DAY)).isTrue();
        assertThat(district.isWorkday("heating", NATIONAL_DAY)).isFalse();
        assertThat(district.isWorkday(null, NATIONAL_DAY)).isFalse();
    }

    @Test
    void bodyWithHoursOrDaysOfItsOwn_isToldFromTheOthers() {
        byte[] hours = "department,from,to,hours,days\n,,,08:00-16:00,workdays\ngas,,,00:00-24:00,every-day\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] days = "date,kind,name,department\n2026-07-06,off,社区日,community\n".getBytes(StandardCharsets.UTF_8);
        District district = District.sample().with(Map.of("working-hours.csv", hours, "holidays.csv", days));
        assertThat(district.departments().stream().map(Department::code).filter(district::hasOwnHours))
                .containsExactlyInAnyOrder("gas", "community");
        assertThat(District.sample().departments())
                .noneMatch(body -> District.sample().hasOwnHours(body.code()));
    }

    @Test
    void makeUpWorkday_isWorked_andAnOrdinaryWeekendIsNot() {
        assertThat(District.sample().isWorkday("gas", LocalDate.of(2026, 2, 14)))
                .isTrue();
        assertThat(District.sample().isWorkday("gas", LocalDate.of(2026, 3, 14)))
                .isFalse();
    }

    @Test
    void slotAndLimitOutOfBounds_areRefused() {
        assertThatThrownBy(() -> new WorkingHours.Slot(600, 600)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingHours.Slot(600, 1_441)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limit(0, LimitUnit.WD)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int first(District district, String department, LocalDate date) {
        return district.workingHours(department, date).slots().getFirst().start();
    }
}
