package org.whistle.feedback.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whistle.district.Limit;
import org.whistle.district.LimitUnit;
import org.whistle.district.WorkCalendar;

class AppealLimitTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Instant at(String local) {
        return ZonedDateTime.parse(local + ":00+08:00").toInstant();
    }

    @Test
    void workingDays_endWithTheLastOfThem() {
        // A Thursday; five workdays later is the next Thursday.
        assertThat(AppealLimit.DEFAULT.endsAt(at("2026-03-05T16:00"))).isEqualTo(at("2026-03-13T00:00"));
        assertThat(AppealLimit.DEFAULT.endsAt(at("2026-03-07T10:00"))).isEqualTo(at("2026-03-14T00:00"));
    }

    @Test
    void workingHours_areRoundedUpToWorkdays_andContinuousLimitsAreKept() {
        WorkCalendar plain = new WorkCalendar(List.of());
        Instant start = at("2026-03-05T16:00");

        assertThat(new AppealLimit(new Limit(9, LimitUnit.WH), plain, ZONE).endsAt(start))
                .isEqualTo(at("2026-03-10T00:00"));
        assertThat(new AppealLimit(new Limit(72, LimitUnit.UH), plain, ZONE).endsAt(start))
                .isEqualTo(start.plus(Duration.ofHours(72)));
    }
}
