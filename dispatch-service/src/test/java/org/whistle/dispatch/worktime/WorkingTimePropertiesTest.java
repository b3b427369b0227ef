package org.whistle.dispatch.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.dispatch.Districts;
import org.whistle.district.District;
import org.whistle.district.Limit;
import org.whistle.district.LimitUnit;
import org.whistle.district.WorkingHours;

class WorkingTimePropertiesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final District DISTRICT = Districts.with("working-hours.csv", rows -> rows + """
                    ,06-01,09-30,08:30-12:00;15:00-19:00,workdays
                    fire,,,00:00-24:00,every-day
                    parks,,,06:15-11:45,workdays
                    """);
    private static final WorkingTime TIME = new WorkingTime(DISTRICT);
    private static final long TWO_YEARS = Duration.ofDays(730).toSeconds();
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

    @Property(tries = 2000)
    void due_isMonotoneInTheStart(
            @ForAll("bodies") String body,
            @ForAll("limits") Limit limit,
            @ForAll("starts") Instant a,
            @ForAll("starts") Instant b) {
        Instant earlier = a.isBefore(b) ? a : b;
        Instant later = a.isBefore(b) ? b : a;
        assertThat(due(later, limit, body)).isAfterOrEqualTo(due(earlier, limit, body));
    }

    @Property(tries = 2000)
    void due_growsWithTheLimit(
            @ForAll("bodies") String body,
            @ForAll("units") LimitUnit unit,
            @ForAll @IntRange(min = 1, max = 200) int value,
            @ForAll("starts") Instant start) {
        assertThat(due(start, new Limit(value + 1, unit), body)).isAfter(due(start, new Limit(value, unit), body));
    }

    @Property(tries = 2000)
    void workingHours_add(
            @ForAll("bodies") String body,
            @ForAll @IntRange(min = 1, max = 300) int a,
            @ForAll @IntRange(min = 1, max = 300) int b,
            @ForAll("starts") Instant start) {
        Instant inTwoSteps = due(due(start, new Limit(a, LimitUnit.WH), body), new Limit(b, LimitUnit.WH), body);
        assertThat(inTwoSteps).isEqualTo(due(start, new Limit(a + b, LimitUnit.WH), body));
    }

    @Property(tries = 2000)
    void between_isTheInverseOfPlus(
            @ForAll("bodies") String body,
            @ForAll @IntRange(min = 1, max = 300) int hours,
            @ForAll("starts") Instant start) {
        Instant due = due(start, new Limit(hours, LimitUnit.WH), body);
        assertThat(TIME.between(start, due, department(body))).isEqualTo(Duration.ofHours(hours));
    }

    @Property(tries = 2000)
    void between_addsUp(
            @ForAll("bodies") String body,
            @ForAll("starts") Instant a,
            @ForAll @LongRange(min = 0, max = 10_000_000) long first,
            @ForAll @LongRange(min = 0, max = 10_000_000) long second) {
        Instant b = a.plusSeconds(first);
        Instant c = b.plusSeconds(second);
        assertThat(TIME.between(a, b, department(body)).plus(TIME.between(b, c, department(body))))
                .isEqualTo(TIME.between(a, c, department(body)));
    }

    @Property(tries = 2000)
    void due_liesInASlotOrAtItsEnd(
            @ForAll("bodies") String body,
            @ForAll @IntRange(min = 1, max = 300) int hours,
            @ForAll("starts") Instant start) {
        LocalDateTime due = LocalDateTime.ofInstant(due(start, new Limit(hours, LimitUnit.WH), body), ZONE);
        // An end at midnight belongs to the day before.
        LocalDateTime inside = due.minusNanos(1);
        int minute = inside.getHour() * 60 + inside.getMinute();
        assertThat(DISTRICT.isWorkday(department(body), inside.toLocalDate())).isTrue();
        assertThat(DISTRICT.workingHours(department(body), inside.toLocalDate()).slots())
                .anyMatch(slot -> slot.start() <= minute && minute < slot.end());
    }

    @Property(tries = 500)
    void workingDay_isEightWorkingHours(
            @ForAll("bodies") String body,
            @ForAll @IntRange(min = 1, max = 60) int days,
            @ForAll("starts") Instant start) {
        assertThat(due(start, new Limit(days, LimitUnit.WD), body))
                .isEqualTo(due(start, new Limit(8 * days, LimitUnit.WH), body));
    }

    @Property(tries = 1000)
    void minutesOfAPlainCount_agree(
            @ForAll("bodies") String body,
            @ForAll("starts") Instant start,
            @ForAll @IntRange(min = 0, max = 6000) int minutes) {
        Instant from = start.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        long counted = 0;
        for (int i = 0; i < minutes; i++) {
            LocalDateTime minute = LocalDateTime.ofInstant(from.plusSeconds(60L * i), ZONE);
            int ofDay = minute.getHour() * 60 + minute.getMinute();
            WorkingHours hours = DISTRICT.workingHours(department(body), minute.toLocalDate());
            if (DISTRICT.isWorkday(department(body), minute.toLocalDate())
                    && hours.slots().stream().anyMatch(slot -> slot.start() <= ofDay && ofDay < slot.end())) {
                counted++;
            }
        }
        assertThat(TIME.between(from, from.plusSeconds(60L * minutes), department(body)))
                .isEqualTo(Duration.ofMinutes(counted));
    }

    @Property(tries = 1000)
    void resuming_changesNothingOfWhatIsLeft(
            @ForAll("bodies") String body,
            @ForAll("limits") Limit limit,
            @ForAll("starts") Instant start,
            @ForAll @LongRange(min = 0, max = 400_000) long used,
            @ForAll @LongRange(min = 0, max = 4_000_000) long pause) {
        Clock clock = TIME.clock(start, limit, department(body));
        Instant paused = start.plusSeconds(used);
        Instant resumed = paused.plusSeconds(pause);
        Clock after = TIME.resume(clock, paused, resumed, limit, department(body));
        Measure measure = TIME.measure(limit, department(body));
        assertThat(after.dueAt()).isAfterOrEqualTo(clock.dueAt());
        if (clock.dueAt().isAfter(paused)) {
            assertThat(measure.between(resumed, after.dueAt())).isEqualTo(measure.between(paused, clock.dueAt()));
        } else {
            assertThat(after.dueAt()).isEqualTo(clock.dueAt());
        }
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs().between(0, TWO_YEARS).map(BEGIN::plusSeconds);
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of("everybody", "fire", "parks");
    }

    @Provide
    Arbitrary<LimitUnit> units() {
        return Arbitraries.of(LimitUnit.class);
    }

    @Provide
    Arbitrary<Limit> limits() {
        return Combinators.combine(Arbitraries.integers().between(1, 100), units())
                .as(Limit::new);
    }

    private static Instant due(Instant start, Limit limit, String body) {
        return TIME.plus(start, limit, department(body));
    }

    private static @Nullable String department(String body) {
        return body.equals("everybody") ? null : body;
    }
}
