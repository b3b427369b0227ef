package org.whistle.dispatch.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whistle.contracts.Clock;
import org.whistle.dispatch.Districts;
import org.whistle.district.Limit;
import org.whistle.district.LimitUnit;

/** Handling clocks: chased after a breach, made public later, extended by one original limit, moved by pauses. */
class HandlingClockTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final WorkingTime TIME = new WorkingTime(Districts.with("working-hours.csv", rows -> rows + """
                    fire,,,00:00-24:00,every-day
                    """));
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final long TWO_YEARS = Duration.ofDays(730).toSeconds();

    @ParameterizedTest
    @CsvSource({
        // start, limit, body, due, chased, made public
        "2026-03-02T09:00, 2uh, parks, 2026-03-02T11:00, 2026-03-03T11:00, 2026-03-10T11:00",
        "2026-03-06T09:00, 4wh, parks, 2026-03-06T15:00, 2026-03-09T15:00, 2026-03-16T15:00",
        // A breach on a Sunday is chased at the end of Monday's eight hours.
        "2026-03-07T09:00, 1ud, parks, 2026-03-08T09:00, 2026-03-09T18:00, 2026-03-16T18:00",
        // Over the New Year holiday, with a Saturday that is a workday before it and one after it.
        "2026-02-13T09:00, 1wd, parks, 2026-02-14T09:00, 2026-02-24T09:00, 2026-03-02T09:00",
        // A body that works round the clock has worked eight hours sooner.
        "2026-03-02T09:00, 2uh, fire, 2026-03-02T11:00, 2026-03-02T19:00, 2026-03-04T11:00",
    })
    void breach_isChased_andMadePublic(
            String start, String limit, String body, String due, String chase, String bulletin) {
        Clock clock = TIME.handling(at(start), limit(limit), body);
        assertThat(local(clock.dueAt())).isEqualTo(due);
        assertThat(local(clock.chaseAt())).isEqualTo(chase);
        assertThat(local(clock.bulletinAt())).isEqualTo(bulletin);
    }

    @ParameterizedTest
    @CsvSource({
        // start, limit, body, warned, due, supervised and chased after one extension
        "2026-03-02T09:00, 2uh, parks, 2026-03-02T12:36, 2026-03-02T13:00, 2026-03-02T14:00, 2026-03-03T12:00",
        "2026-03-02T09:00, 4wh, parks, 2026-03-03T08:12, 2026-03-03T09:00, 2026-03-03T11:00, 2026-03-04T09:00",
        "2026-02-13T15:00, 2wd, parks, 2026-02-26T09:48, 2026-02-26T15:00, 2026-02-27T15:00, 2026-02-27T15:00",
        "2026-01-30T09:00, 30cd, parks, 2026-03-25T09:00, 2026-03-31T09:00, 2026-04-15T09:00, 2026-04-01T09:00",
        "2026-02-16T23:00, 2wh, fire, 2026-02-17T02:36, 2026-02-17T03:00, 2026-02-17T04:00, 2026-02-17T11:00",
    })
    void extension_addsOneOriginalLimit(
            String start, String limit, String body, String warn, String due, String supervise, String chase) {
        Clock clock = TIME.extend(TIME.handling(at(start), limit(limit), body), limit(limit), body);
        assertThat(clock.startedAt()).isEqualTo(at(start));
        assertThat(local(clock.warnAt())).isEqualTo(warn);
        assertThat(local(clock.dueAt())).isEqualTo(due);
        assertThat(local(clock.superviseAt())).isEqualTo(supervise);
        assertThat(local(clock.chaseAt())).isEqualTo(chase);
        assertThat(clock.bulletinAt()).isAfter(clock.chaseAt());
    }

    @ParameterizedTest
    @CsvSource({
        // Stopped before the breach, over the New Year holiday: two hours are left, and the chasing counts from the new
        // end.
        "2026-02-14T11:00, 2026-02-24T08:00, 2026-02-24T10:00, 2026-02-25T10:00, 2026-03-03T10:00",
        // Breached at 15:00 on the 14th, stopped an hour later: of the chasing's eight hours seven are left.
        "2026-02-14T16:00, 2026-02-24T08:00, 2026-02-14T15:00, 2026-02-24T17:00, 2026-03-02T17:00",
        // Stopped after the chasing: only the bulletin moves.
        "2026-02-25T08:00, 2026-03-02T08:00, 2026-02-14T15:00, 2026-02-24T15:00, 2026-03-06T15:00",
        // Stopped after everything: nothing moves.
        "2026-03-10T08:00, 2026-03-12T08:00, 2026-02-14T15:00, 2026-02-24T15:00, 2026-03-02T15:00",
    })
    void pause_movesWhatHasNotCome(String paused, String resumed, String due, String chase, String bulletin) {
        Clock clock = TIME.handling(at("2026-02-14T09:00"), limit("4wh"), "parks");
        Clock after = TIME.resume(clock, at(paused), at(resumed), limit("4wh"), "parks");
        assertThat(local(after.dueAt())).isEqualTo(due);
        assertThat(local(after.chaseAt())).isEqualTo(chase);
        assertThat(local(after.bulletinAt())).isEqualTo(bulletin);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T10:00, 2026-03-02T11:00", "2026-03-04T10:00, 2026-03-05T10:00"})
    void clockOfBefore_isChasedTooOnceItGoesOn(String paused, String resumed) {
        Clock of = TIME.clock(at("2026-03-02T09:00"), limit("4wh"), "parks");
        assertThat(of.chaseAt()).isNull();
        Clock fresh = TIME.handling(at("2026-03-02T09:00"), limit("4wh"), "parks");
        assertThat(TIME.resume(of, at(paused), at(resumed), limit("4wh"), "parks"))
                .isEqualTo(TIME.resume(fresh, at(paused), at(resumed), limit("4wh"), "parks"));
    }

    @Property(tries = 1000)
    void extension_leavesTheOrder_andAddsExactlyTheLimit(
            @ForAll("bodies") String body,
            @ForAll("units") LimitUnit unit,
            @ForAll @IntRange(min = 1, max = 60) int value,
            @ForAll("starts") Instant start) {
        Limit limit = new Limit(value, unit);
        Clock clock = TIME.handling(start, limit, body);
        Clock after = TIME.extend(clock, limit, body);
        assertThat(after.dueAt()).isEqualTo(TIME.plus(clock.dueAt(), limit, body));
        assertThat(after.warnAt()).isAfter(clock.warnAt()).isBeforeOrEqualTo(after.dueAt());
        assertThat(after.superviseAt()).isAfterOrEqualTo(after.dueAt());
        assertThat(after.chaseAt()).isAfter(after.dueAt());
        assertThat(after.bulletinAt()).isAfter(after.chaseAt());
    }

    @Property(tries = 1000)
    void pauseAndExtension_commute(
            @ForAll("bodies") String body,
            @ForAll @IntRange(min = 1, max = 40) int hours,
            @ForAll("starts") Instant start,
            @ForAll @LongRange(min = 0, max = 4_000_000) long pause) {
        Limit limit = new Limit(hours, LimitUnit.WH);
        Clock clock = TIME.handling(start, limit, body);
        Instant paused = clock.startedAt();
        Instant resumed = paused.plusSeconds(pause);
        Clock one = TIME.extend(TIME.resume(clock, paused, resumed, limit, body), limit, body);
        Clock other = TIME.resume(TIME.extend(clock, limit, body), paused, resumed, limit, body);
        assertThat(one).isEqualTo(other);
    }

    @Property(tries = 1000)
    void resumedClock_keepsTheOrderOfItsThresholds(
            @ForAll("bodies") String body,
            @ForAll("units") LimitUnit unit,
            @ForAll @IntRange(min = 1, max = 40) int value,
            @ForAll("starts") Instant start,
            @ForAll @LongRange(min = 0, max = 4_000_000) long used,
            @ForAll @LongRange(min = 0, max = 4_000_000) long pause) {
        Limit limit = new Limit(value, unit);
        Instant paused = start.plusSeconds(used);
        Clock after = TIME.resume(TIME.handling(start, limit, body), paused, paused.plusSeconds(pause), limit, body);
        assertThat(after.chaseAt()).isAfter(after.dueAt());
        assertThat(after.bulletinAt()).isAfter(after.chaseAt());
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs().between(0, TWO_YEARS).map(BEGIN::plusSeconds);
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of("fire", "parks");
    }

    @Provide
    Arbitrary<LimitUnit> units() {
        return Arbitraries.of(LimitUnit.class);
    }

    private static Limit limit(String text) {
        int split = text.length() - 2;
        return new Limit(
                Integer.parseInt(text.substring(0, split)),
                LimitUnit.valueOf(text.substring(split).toUpperCase(Locale.ROOT)));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE).toString();
    }
}
