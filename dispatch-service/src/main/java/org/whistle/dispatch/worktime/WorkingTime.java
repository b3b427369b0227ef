package org.whistle.dispatch.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whistle.contracts.Clock;
import org.whistle.district.CalendarDay;
import org.whistle.district.District;
import org.whistle.district.Limit;
import org.whistle.district.WorkingHours;

/**
 * All arithmetic of time limits (DOMAIN.md §4) under one district's calendar, working hours and thresholds.
 *
 * <p>Units: {@code um} and {@code uh} minutes and hours that never stop, {@code ud} days of 24 hours that never stop,
 * {@code cd} the same time of day so many calendar days later, {@code wh} hours and {@code wd} days of eight hours inside
 * the body's working hours. A working day is eight hours for every body, also for one that works round the clock or
 * shorter in summer.
 *
 * <p>Days the calendar file does not mention follow the plain week: Monday to Friday are worked, Saturday and Sunday are
 * not. So the clock also answers for years whose holidays are not published yet, {@value #YEARS_AHEAD} years beyond the
 * last one known and {@value #YEARS_BACK} before the first.
 */
public final class WorkingTime {

    private static final int YEARS_BACK = 10;
    private static final int YEARS_AHEAD = 60;
    private static final Duration WORKING_DAY = Duration.ofHours(8);
    private static final Measure CONTINUOUS = new Measure.Continuous();
    private static final int HUNDRED = 100;

    private final ZoneId zone;
    private final int warningPercent;
    private final int breachPercent;
    private final int supervisionPercent;
    private final Limit chaseAfterBreach;
    private final Limit bulletinAfterChase;
    private final Measure everybody;
    private final Map<String, Measure> own = new HashMap<>();

    /** Indexes a district's calendar; takes some milliseconds, the answers less than two microseconds. */
    public WorkingTime(District district) {
        this.zone = district.info().zone();
        this.warningPercent = district.policy().warningPercent();
        this.breachPercent = district.policy().breachPercent();
        this.supervisionPercent = district.policy().supervisionPercent();
        this.chaseAfterBreach = district.policy().chaseAfterBreach();
        this.bulletinAfterChase = district.policy().bulletinAfterChase();
        this.everybody = working(district, null);
        Stream.concat(
                        district.workingHours().stream().map(WorkingHours::department),
                        district.calendar().days().stream().map(CalendarDay::department))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(department -> own.put(department, working(district, department)));
    }

    /**
     * How a limit's time is counted for a body.
     *
     * @param department code of the body; null, or one without hours of its own, has everybody's hours
     */
    public Measure measure(Limit limit, @Nullable String department) {
        if (!limit.unit().isWorkingTime()) {
            return CONTINUOUS;
        }
        return department == null ? everybody : own.getOrDefault(department, everybody);
    }

    /**
     * When a limit that begins to run at {@code start} is used up.
     *
     * @throws OutsideCalendar when that lies beyond the calendar's reach
     */
    public Instant plus(Instant start, Limit limit, @Nullable String department) {
        return measure(limit, department).plus(start, amount(start, limit));
    }

    /** The part of a limit, in percent, in the limit's own measure: 80 % of 4 working hours are 192 working minutes. */
    public Instant plus(Instant start, Limit limit, @Nullable String department, int percent) {
        return measure(limit, department)
                .plus(start, amount(start, limit).multipliedBy(percent).dividedBy(HUNDRED));
    }

    /** The working time of a body between two instants; zero when {@code to} is not later. */
    public Duration between(Instant from, Instant to, @Nullable String department) {
        Measure measure = department == null ? everybody : own.getOrDefault(department, everybody);
        return measure.between(from, to);
    }

    /** A fresh clock over a limit: warning, breach and supervision at the policy's shares of it. It is not chased. */
    public Clock clock(Instant start, Limit limit, @Nullable String department) {
        return new Clock(
                start,
                plus(start, limit, department, warningPercent),
                plus(start, limit, department, breachPercent),
                plus(start, limit, department, supervisionPercent));
    }

    /** A fresh handling clock: as {@link #clock}, and chased after a breach, then made public, in the body's working time. */
    public Clock handling(Instant start, Limit limit, @Nullable String department) {
        Clock clock = clock(start, limit, department);
        return chased(start, clock.warnAt(), clock.dueAt(), clock.superviseAt(), department);
    }

    /**
     * A handling clock that stood still and goes on: what was left of each threshold runs on from {@code resumedAt}; a
     * threshold passed before the pause stays where it was.
     *
     * @param resumedAt not before {@code pausedAt}; an earlier one counts as that
     */
    public Clock resume(Clock clock, Instant pausedAt, Instant resumedAt, Limit limit, @Nullable String department) {
        Measure measure = measure(limit, department);
        Instant from = resumedAt.isBefore(pausedAt) ? pausedAt : resumedAt;
        Instant warn = moved(clock.warnAt(), pausedAt, from, measure);
        Instant due = moved(clock.dueAt(), pausedAt, from, measure);
        Instant supervise = moved(clock.superviseAt(), pausedAt, from, measure);
        if (clock.dueAt().isAfter(pausedAt)) {
            return chased(clock.startedAt(), warn, due, supervise, department);
        }
        // Breached before the pause: the chasing counts from that breach, and stands still like the rest.
        Instant chase = clock.chaseAt() == null ? plus(due, chaseAfterBreach, department) : clock.chaseAt();
        Instant bulletin =
                clock.bulletinAt() == null ? plus(chase, bulletinAfterChase, department) : clock.bulletinAt();
        Instant chaseThen = moved(chase, pausedAt, from, measure(chaseAfterBreach, department));
        return new Clock(
                clock.startedAt(),
                warn,
                due,
                supervise,
                chaseThen,
                chase.isAfter(pausedAt)
                        ? plus(chaseThen, bulletinAfterChase, department)
                        : moved(bulletin, pausedAt, from, measure(bulletinAfterChase, department)));
    }

    /**
     * A running handling clock with one original limit more (延期): every threshold comes later by the whole limit, in the
     * limit's own measure, and the chasing counts from the later breach.
     *
     * @param limit the original limit
     */
    public Clock extend(Clock clock, Limit limit, @Nullable String department) {
        Measure measure = measure(limit, department);
        Duration more = amount(clock.dueAt(), limit);
        return chased(
                clock.startedAt(),
                measure.plus(clock.warnAt(), more),
                measure.plus(clock.dueAt(), more),
                measure.plus(clock.superviseAt(), more),
                department);
    }

    private Clock chased(Instant start, Instant warn, Instant due, Instant supervise, @Nullable String department) {
        Instant chase = plus(due, chaseAfterBreach, department);
        return new Clock(start, warn, due, supervise, chase, plus(chase, bulletinAfterChase, department));
    }

    private static Instant moved(Instant threshold, Instant pausedAt, Instant resumedAt, Measure measure) {
        return threshold.isAfter(pausedAt) ? measure.plus(resumedAt, measure.between(pausedAt, threshold)) : threshold;
    }

    /** The whole of a limit in its own measure. */
    private Duration amount(Instant start, Limit limit) {
        return switch (limit.unit()) {
            case UM -> Duration.ofMinutes(limit.value());
            case UH, WH -> Duration.ofHours(limit.value());
            case UD -> Duration.ofDays(limit.value());
            case WD -> WORKING_DAY.multipliedBy(limit.value());
            case CD ->
                Duration.between(
                        start, start.atZone(zone).plusDays(limit.value()).toInstant());
        };
    }

    private Measure working(District district, @Nullable String department) {
        List<CalendarDay> days = district.calendar().days();
        int firstYear =
                days.stream().mapToInt(day -> day.date().getYear()).min().orElse(2025);
        int lastYear = days.stream().mapToInt(day -> day.date().getYear()).max().orElse(2025);
        LocalDate first = LocalDate.of(firstYear - YEARS_BACK, 1, 1);
        LocalDate last = LocalDate.of(lastYear + YEARS_AHEAD, 12, 31);
        return new Measure.Working(new Hours(zone, first, last, date -> district.slots(department, date)));
    }
}
