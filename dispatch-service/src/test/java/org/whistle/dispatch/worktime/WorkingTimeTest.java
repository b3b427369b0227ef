package org.whistle.dispatch.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.contracts.Clock;
import org.whistle.dispatch.Districts;
import org.whistle.district.Limit;
import org.whistle.district.LimitUnit;

class WorkingTimeTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WorkingTime SAMPLE = new WorkingTime(Districts.SAMPLE);
    private static final WorkingTime SEASONAL =
            new WorkingTime(Districts.with("working-hours.csv", rows -> rows + """
                ,05-01,09-30,08:00-12:00;15:00-19:00,workdays
                fire,,,00:00-24:00,every-day
                heating,11-15,03-15,06:00-22:00,every-day
                """));

    @ParameterizedTest
    @CsvSource({
        "2026-02-13T17:00, 4wh, 2026-02-14T11:00",
        "2025-09-30T16:00, 1wd, 2025-10-09T16:00",
        "2026-02-14T15:00, 2wd, 2026-02-25T15:00",
        "2026-09-24T17:30, 1wd, 2026-09-28T17:30",
        "2025-04-26T09:00, 4wh, 2025-04-27T12:00",
    })
    void checkValues_ofTheDomain(String start, String limit, String due) {
        assertThat(plus(SAMPLE, start, limit, null)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // A start outside working time counts from the next slot.
        "2026-03-02T06:30, 1wh, 2026-03-02T09:00",
        "2026-03-02T13:00, 1wh, 2026-03-02T15:00",
        "2026-03-02T12:00, 1wh, 2026-03-02T15:00",
        "2026-03-02T18:00, 1wh, 2026-03-03T09:00",
        "2026-03-06T20:00, 1wh, 2026-03-09T09:00",
        "2026-02-16T09:00, 1wh, 2026-02-24T09:00",
        // A limit used up exactly at the end of a slot is due there.
        "2026-03-02T08:00, 4wh, 2026-03-02T12:00",
        "2026-03-02T08:00, 1wd, 2026-03-02T18:00",
        "2026-03-02T14:00, 1wd, 2026-03-03T12:00",
        "2026-03-06T14:00, 1wd, 2026-03-09T12:00",
        // Continuous units never stop, calendar days keep the time of day.
        "2026-03-06T23:50, 15um, 2026-03-07T00:05",
        "2026-03-06T23:00, 2uh, 2026-03-07T01:00",
        "2026-03-06T23:00, 3ud, 2026-03-09T23:00",
        "2026-01-31T23:00, 30cd, 2026-03-02T23:00",
    })
    void limit_isDue(String start, String limit, String due) {
        assertThat(plus(SAMPLE, start, limit, null)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // Summer hours begin on 1 May (a day off, so in fact on the 6th).
        "2026-04-30T17:00, 2wh, , 2026-05-06T09:00",
        "2026-05-06T11:00, 2wh, , 2026-05-06T16:00",
        "2026-09-30T18:00, 2wh, , 2026-10-08T09:00",
        // Round the clock, also on days off; a working day is eight hours all the same.
        "2026-02-16T23:00, 2wh, fire, 2026-02-17T01:00",
        "2026-02-16T20:00, 1wd, fire, 2026-02-17T04:00",
        "2026-02-16T16:00, 1wd, fire, 2026-02-17T00:00",
        // A season that runs over New Year, then everybody's hours.
        "2025-12-31T21:00, 2wh, heating, 2026-01-01T07:00",
        "2026-03-15T21:00, 2wh, heating, 2026-03-16T09:00",
        // A body without hours of its own has everybody's.
        "2026-03-02T13:00, 1wh, parks, 2026-03-02T15:00",
    })
    void hours_differBySeasonAndBody(String start, String limit, @Nullable String department, String due) {
        assertThat(plus(SEASONAL, start, limit, department)).isEqualTo(due);
    }

    @Test
    void years_have248WorkingDays() {
        assertThat(SAMPLE.between(at("2025-01-01T00:00"), at("2026-01-01T00:00"), null))
                .isEqualTo(Duration.ofHours(8 * 248));
        assertThat(SAMPLE.between(at("2026-01-01T00:00"), at("2027-01-01T00:00"), null))
                .isEqualTo(Duration.ofHours(8 * 248));
    }

    @Test
    void weekdays_areWorked_beyondTheCalendarsLastYear() {
        assertThat(plus(SAMPLE, "2031-05-02T17:00", "2wh", null)).isEqualTo("2031-05-05T09:00");
    }

    @Test
    void instantsFarOutside_areRefused() {
        Limit limit = new Limit(1, LimitUnit.WH);
        assertThatThrownBy(() -> SAMPLE.plus(at("1970-01-01T00:00"), limit, null))
                .isInstanceOf(OutsideCalendar.class);
        assertThatThrownBy(() -> SAMPLE.plus(at("2900-01-01T00:00"), limit, null))
                .isInstanceOf(OutsideCalendar.class);
        assertThatThrownBy(() -> SAMPLE.plus(at("2060-01-04T00:00"), new Limit(9999, LimitUnit.WD), null))
                .isInstanceOf(OutsideCalendar.class);
    }

    @Test
    void thresholds_areSharesInTheLimitsOwnMeasure() {
        Clock clock = SAMPLE.clock(at("2026-03-02T09:00"), new Limit(4, LimitUnit.WH), null);
        assertThat(local(clock.warnAt())).isEqualTo("2026-03-02T14:12");
        assertThat(local(clock.dueAt())).isEqualTo("2026-03-02T15:00");
        assertThat(local(clock.superviseAt())).isEqualTo("2026-03-02T17:00");
    }

    @Test
    void thresholds_ofAContinuousLimit_neverStop() {
        Clock clock = SAMPLE.clock(at("2026-03-06T23:00"), new Limit(10, LimitUnit.CD), null);
        assertThat(local(clock.warnAt())).isEqualTo("2026-03-14T23:00");
        assertThat(local(clock.superviseAt())).isEqualTo("2026-03-21T23:00");
    }

    @Test
    void resumedClock_hasWhatWasLeft() {
        Limit limit = new Limit(4, LimitUnit.WH);
        Clock clock = SAMPLE.clock(at("2026-03-02T09:00"), limit, null);
        Clock resumed = SAMPLE.resume(clock, at("2026-03-02T11:00"), at("2026-03-03T08:00"), limit, null);
        assertThat(resumed.startedAt()).isEqualTo(clock.startedAt());
        assertThat(local(resumed.warnAt())).isEqualTo("2026-03-03T09:12");
        assertThat(local(resumed.dueAt())).isEqualTo("2026-03-03T10:00");
        assertThat(local(resumed.superviseAt())).isEqualTo("2026-03-03T12:00");
    }

    @Test
    void thresholdPassedBeforeThePause_staysWhereItWas() {
        Limit limit = new Limit(4, LimitUnit.WH);
        Clock clock = SAMPLE.clock(at("2026-03-02T09:00"), limit, null);
        Clock resumed = SAMPLE.resume(clock, at("2026-03-02T16:00"), at("2026-03-03T08:00"), limit, null);
        assertThat(resumed.dueAt()).isEqualTo(clock.dueAt());
        assertThat(local(resumed.superviseAt())).isEqualTo("2026-03-03T09:00");
    }

    @Test
    void clockResumedBeforeItsPause_isUnchanged() {
        Limit limit = new Limit(4, LimitUnit.WH);
        Clock clock = SAMPLE.handling(at("2026-03-02T09:00"), limit, null);
        assertThat(SAMPLE.resume(clock, at("2026-03-02T10:00"), at("2026-03-02T09:30"), limit, null))
                .isEqualTo(clock);
    }

    private static String plus(WorkingTime time, String start, String limit, @Nullable String department) {
        return local(time.plus(at(start), limit(limit), department));
    }

    private static Limit limit(String text) {
        int split = text.length() - 2;
        return new Limit(
                Integer.parseInt(text.substring(0, split)),
                LimitUnit.valueOf(text.substring(split).toUpperCase(java.util.Locale.ROOT)));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE).toString();
    }
}
